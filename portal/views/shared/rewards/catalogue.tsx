import { getTranslations } from "next-intl/server";
import { getTexts } from "#portal/lib/texts.ts";
import { Panel } from "#portal/ui/page.tsx";
import { ShareBar } from "#portal/ui/share-bar.tsx";
import { Empty } from "#portal/ui/states.tsx";
import { Status } from "#portal/ui/status.tsx";
import { DataTable } from "#portal/ui/table.tsx";
import { said, shownState } from "#portal/views/shared/campaigns/words.ts";
import { AddReward, RewardDeeds } from "#portal/views/shared/rewards/deeds.tsx";
import type { Reward } from "#portal/views/shared/rewards/types.ts";

/** The shelf of a house; `keeps`: it may be filled, priced and cleared by who looks at it. */
export async function Catalogue({ rewards, keeps }: { rewards: Reward[]; keeps: boolean }) {
  const t = await getTranslations("rewardDesk");
  const texts = await getTexts();
  const rows = rewards.map((reward) => ({
    id: reward.id,
    cells: {
      name: (
        <>
          <span className="font-medium">{said(reward.name, texts.locale)}</span>
          <span className="block text-ink-faint text-sm">{said(reward.description, texts.locale)}</span>
        </>
      ),
      state: <Status state={shownState(reward.state)} />,
      points: texts.points(reward.points),
      left: <Left reward={reward} />,
      deeds: keeps ? <RewardDeeds reward={reward} /> : null,
    },
  }));
  return (
    <Panel title={t("catalogue")} flush>
      <DataTable
        caption={t("catalogue")}
        columns={[
          { id: "name", name: t("name") },
          { id: "state", name: t("state") },
          { id: "points", name: t("points"), align: "end" },
          { id: "left", name: t("left"), align: "end" },
          ...(keeps ? [{ id: "deeds", name: t("deeds"), align: "end" as const }] : []),
        ]}
        rows={rows}
        empty={
          <Empty title={t("empty")} action={keeps ? <AddReward /> : null}>
            {t("emptyText")}
          </Empty>
        }
      />
    </Panel>
  );
}

async function Left({ reward: { stock, stockLeft } }: { reward: Reward }) {
  const t = await getTranslations("rewardDesk");
  const texts = await getTexts();
  if (stockLeft === null || stock === null) return <span className="text-ink-faint">{t("endless")}</span>;
  const words = t("leftOf", { left: texts.points(stockLeft), stock: texts.points(stock) });
  return (
    <span className="inline-block min-w-24">
      {words}
      <ShareBar share={stock === 0 ? 0 : stockLeft / stock} label={words} />
    </span>
  );
}
