import { getTranslations } from "next-intl/server";
import type { AnswerOf } from "#portal/lib/partner.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { Money } from "#portal/ui/amount.tsx";
import { Panel } from "#portal/ui/page.tsx";
import { Empty } from "#portal/ui/states.tsx";
import { DataTable } from "#portal/ui/table.tsx";
import { said } from "#portal/views/shared/campaigns/words.ts";
import type { partnerAnalytics } from "#schema/documents.ts";

type Offer = AnswerOf<typeof partnerAnalytics>["offers"]["edges"][number]["node"];
type Uplift = NonNullable<Offer["uplift"]>;

/** Offers beside their control groups: the difference, and how certain it is. */
export async function Uplifts({ offers }: { offers: readonly Offer[] }) {
  const t = await getTranslations("analytics");
  const texts = await getTexts();
  const compared = offers.filter(({ controlBps }) => (controlBps ?? 0) > 0);
  return (
    <Panel title={t("uplift")} note={t("upliftNote")} flush>
      <DataTable
        caption={t("uplift")}
        columns={[
          { id: "offer", name: t("offer") },
          { id: "treated", name: t("treated"), align: "end" },
          { id: "control", name: t("control"), align: "end" },
          { id: "difference", name: t("difference"), align: "end" },
        ]}
        rows={compared.map((offer) => ({
          id: offer.id,
          cells: {
            offer: said(offer.name, texts.locale),
            treated: <GroupCell key="treated" group={offer.uplift?.treated ?? null} />,
            control: <GroupCell key="control" group={offer.uplift?.control ?? null} />,
            difference: <DifferenceCell key="difference" uplift={offer.uplift} />,
          },
        }))}
        empty={<Empty title={t("noUplift")} />}
      />
    </Panel>
  );
}

async function GroupCell({ group }: { group: Uplift["treated"] | null }) {
  const t = await getTranslations("analytics");
  const texts = await getTexts();
  if (!group) return <span className="text-ink-faint">{t("tooSmall")}</span>;
  return <>{t("perMember", { mean: texts.money(inCoins(group.mean)), count: texts.points(group.memberCount) })}</>;
}

async function DifferenceCell({ uplift }: { uplift: Uplift | null }) {
  const t = await getTranslations("analytics");
  const texts = await getTexts();
  const difference = uplift?.difference;
  if (!difference) return <span className="text-ink-faint">{t("tooSmall")}</span>;
  const between = t("between", {
    low: texts.money(inCoins(difference.low), "always"),
    high: texts.money(inCoins(difference.high), "always"),
  });
  return (
    <>
      <Money value={inCoins(difference.mean)} sign="always" />
      <span className="block text-ink-soft text-sm">{between}</span>
      <span className={`block text-sm ${difference.isCertain ? "text-good" : "text-ink-faint"}`}>
        {t(difference.isCertain ? "certain" : "chance")}
      </span>
    </>
  );
}

/** An estimate is no more exact than the coin. */
export const inCoins = ({ amount, currencyCode }: { amount: string; currencyCode: string }) => ({
  amount: Number(amount).toFixed(2),
  currencyCode,
});
