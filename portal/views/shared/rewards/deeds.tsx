import { getTranslations } from "next-intl/server";
import { getTexts } from "#portal/lib/texts.ts";
import { DeedButton } from "#portal/ui/deed-button.tsx";
import { DeedDialog } from "#portal/ui/deed-dialog.tsx";
import type { DeedField } from "#portal/ui/deed-fields.tsx";
import { said } from "#portal/views/shared/campaigns/words.ts";
import type { Reward } from "#portal/views/shared/rewards/types.ts";
import { wordsFields } from "#portal/views/shared/words-fields.ts";
import { createReward, editReward, restockReward, setRewardState } from "#schema/documents.ts";

type OfReward = { reward: Reward };

/** What the shelf's keeper can do with a reward; its terms are written at only while nobody can order it. */
export async function RewardDeeds({ reward }: OfReward) {
  const t = await getTranslations("rewardDesk");
  const { id: rewardId, state } = reward;
  if (state === "ENDED") return null;
  const isOffered = state === "OFFERED";
  return (
    <span className="inline-flex flex-wrap justify-end gap-2">
      <DeedButton
        operation={setRewardState}
        input={{ rewardId, to: isOffered ? "WITHDRAWN" : "OFFERED" }}
        size="small"
        done={t(isOffered ? "withdrawDone" : "offerDone")}
      >
        {t(isOffered ? "withdraw" : "offer")}
      </DeedButton>
      {isOffered ? <Restock reward={reward} /> : <Edit reward={reward} />}
      {isOffered ? null : <End reward={reward} />}
    </span>
  );
}

async function Restock({ reward: { id: rewardId, stock, name } }: OfReward) {
  const t = await getTranslations("rewardDesk");
  const { locale } = await getTexts();
  return (
    <DeedDialog
      operation={restockReward}
      input={{ rewardId }}
      takes={{}}
      look="secondary"
      size="small"
      button={t("restock")}
      title={said(name, locale)}
      text={t("restockText")}
      fields={[{ kind: "whole", name: "stock", label: t("stock"), hint: t("stockHint"), value: String(stock ?? "") }]}
      confirm={t("restock")}
      done={t("restocked")}
    />
  );
}

async function Edit({ reward }: OfReward) {
  const t = await getTranslations("rewardDesk");
  const { locale } = await getTexts();
  return (
    <DeedDialog
      operation={editReward}
      input={{ rewardId: reward.id }}
      takes={{}}
      look="secondary"
      size="small"
      button={t("edit")}
      title={said(reward.name, locale)}
      text={t("editText")}
      fields={await termFields(reward)}
      confirm={t("edit")}
      done={t("edited")}
    />
  );
}

async function End({ reward: { id: rewardId, name } }: OfReward) {
  const t = await getTranslations("rewardDesk");
  const { locale } = await getTexts();
  return (
    <DeedDialog
      operation={setRewardState}
      input={{ rewardId, to: "ENDED" }}
      takes={{ reason: "optional" }}
      look="quiet"
      size="small"
      button={t("end")}
      title={said(name, locale)}
      text={t("endText")}
      confirm={t("end")}
      done={t("ended")}
    />
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
      fields={await termFields(null)}
      confirm={t("add")}
      done={t("added")}
    />
  );
}

async function termFields(known: Reward | null): Promise<DeedField[]> {
  const t = await getTranslations("rewardDesk");
  const whole = (name: string, label: string, value: number | null | undefined) =>
    ({ kind: "whole", name, label, value: String(value ?? "") }) as const;
  return [
    ...wordsFields({ name: "name", label: t("name"), known: known?.name }),
    ...wordsFields({ name: "description", label: t("description"), known: known?.description }),
    { ...whole("points", t("points"), known?.points), required: true },
    { ...whole("stock", t("stock"), known?.stock), hint: t("stockHint") },
    { ...whole("collectDays", t("collectDays"), known?.collectDays ?? 14), required: true },
  ];
}
