import { getTranslations } from "next-intl/server";
import type { AnswerOf } from "#portal/lib/partner.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { DeedButton } from "#portal/ui/deed-button.tsx";
import { DeedDialog } from "#portal/ui/deed-dialog.tsx";
import { Panel } from "#portal/ui/page.tsx";
import { Empty } from "#portal/ui/states.tsx";
import { Status } from "#portal/ui/status.tsx";
import { DataTable } from "#portal/ui/table.tsx";
import { said, shownState } from "#portal/views/shared/campaigns/words.ts";
import { createReward, restockReward, type rewardDesk, setRewardState } from "#schema/documents.ts";

type Reward = AnswerOf<typeof rewardDesk>["rewards"]["edges"][number]["node"];

export async function Catalogue({ rewards }: { rewards: Reward[] }) {
  const t = await getTranslations("rewardDesk");
  const texts = await getTexts();
  const rows = rewards.map((reward) => ({
    id: reward.id,
    cells: {
      name: said(reward.name, texts.locale),
      partner: reward.partner?.name ?? "",
      state: <Status state={shownState(reward.state)} />,
      points: texts.points(reward.points),
      left:
        reward.stockLeft === null || reward.stock === null
          ? t("endless")
          : `${texts.points(reward.stockLeft)} / ${texts.points(reward.stock)}`,
      deeds: <Deeds reward={reward} />,
    },
  }));
  return (
    <Panel title={t("catalogue")} flush>
      <DataTable
        caption={t("catalogue")}
        columns={[
          { id: "name", name: t("name") },
          { id: "partner", name: t("partner") },
          { id: "state", name: t("state") },
          { id: "points", name: t("points"), align: "end" },
          { id: "left", name: t("left"), align: "end" },
          { id: "deeds", name: t("deeds"), align: "end" },
        ]}
        rows={rows}
        empty={<Empty title={t("empty")}>{t("emptyText")}</Empty>}
      />
    </Panel>
  );
}

async function Deeds({ reward: { id: rewardId, state, stock, name } }: { reward: Reward }) {
  const t = await getTranslations("rewardDesk");
  const texts = await getTexts();
  if (state === "ENDED") return null;
  const isOffered = state === "OFFERED";
  return (
    <span className="inline-flex gap-2">
      <DeedButton
        operation={setRewardState}
        input={{ rewardId, to: isOffered ? "WITHDRAWN" : "OFFERED" }}
        size="small"
        done={t(isOffered ? "withdrawDone" : "offerDone")}
      >
        {t(isOffered ? "withdraw" : "offer")}
      </DeedButton>
      <DeedDialog
        operation={restockReward}
        input={{ rewardId }}
        takes={{}}
        look="secondary"
        size="small"
        button={t("restock")}
        title={said(name, texts.locale)}
        text={t("restockText")}
        fields={[
          {
            kind: "whole",
            name: "stock",
            label: t("stock"),
            hint: t("stockHint"),
            value: stock === null ? "" : String(stock),
          },
        ]}
        confirm={t("restock")}
        done={t("restocked")}
      />
    </span>
  );
}

export async function AddReward() {
  const t = await getTranslations("rewardDesk");
  return (
    <DeedDialog
      operation={createReward}
      input={{}}
      takes={{ key: true }}
      button={t("add")}
      title={t("add")}
      text={t("addText")}
      fields={[
        { kind: "text", name: "name.en", label: t("nameEn"), required: true },
        { kind: "text", name: "name.ru", label: t("nameRu") },
        { kind: "text", name: "name.be", label: t("nameBe") },
        { kind: "text", name: "description.en", label: t("descriptionEn"), required: true },
        { kind: "text", name: "description.ru", label: t("descriptionRu") },
        { kind: "text", name: "description.be", label: t("descriptionBe") },
        { kind: "whole", name: "points", label: t("points"), required: true },
        { kind: "whole", name: "stock", label: t("stock"), hint: t("stockHint") },
        { kind: "whole", name: "collectDays", label: t("collectDays"), required: true, value: "14" },
      ]}
      confirm={t("add")}
      done={t("added")}
    />
  );
}
