import { getTranslations } from "next-intl/server";
import { addedMoney, millionths, moneyOf } from "#portal/lib/added-money.ts";
import type { AnswerOf } from "#portal/lib/partner.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { ExportMenu } from "#portal/ui/export-menu.tsx";
import { ChoiceFilter, Filters } from "#portal/ui/filters.tsx";
import { PageHead, Panel } from "#portal/ui/page.tsx";
import { Stat, StatRow } from "#portal/ui/stat.tsx";
import { Empty } from "#portal/ui/states.tsx";
import { AgeingPanel } from "#portal/views/partner/liability/ageing.tsx";
import { BreakagePanel } from "#portal/views/partner/liability/breakage.tsx";
import { RollForward } from "#portal/views/partner/liability/roll-forward.tsx";
import type { partnerLiability } from "#schema/documents.ts";

type Answer = AnswerOf<typeof partnerLiability>;
export type Liability = NonNullable<NonNullable<Answer["partner"]>["pointsLiability"]>;
type CycleName = Answer["cycles"]["edges"][number]["node"];

/** What our unspent points come to: how many, what they cost, what is set aside, when they lapse. */
export async function PartnerLiability({ liability, cycles }: { liability: Liability; cycles: CycleName[] }) {
  const t = await getTranslations("liability");
  const partner = await getTranslations("partner");
  const table = await getTranslations("table");
  const texts = await getTexts();
  const { cycle, rollForward } = liability;
  const nameOf = ({ seq }: { seq: number }) => partner("cycleNumber", { number: String(seq) });
  const empty = rollForward.length === 0;
  return (
    <>
      <PageHead
        title={t("title")}
        lead={t(cycle.state === "OPEN" ? "leadNow" : "leadThen", {
          cycle: nameOf(cycle),
          at: texts.instant(cycle.state === "OPEN" ? liability.readAt : cycle.cutoffAt),
        })}
        actions={
          <ExportMenu
            report="POINTS_LIABILITY"
            filters={{ cycleId: cycle.id }}
            formats={["PDF", "XLSX", "CSV"]}
            filesHref="/partner/exports"
          />
        }
      />
      <Filters>
        <ChoiceFilter
          name="cycle"
          label={t("asOf")}
          all={table("now")}
          choices={cycles
            .filter(({ state }) => state !== "OPEN")
            .map((one) => ({ value: one.id, name: `${nameOf(one)} · ${texts.date(one.cutoffAt)}` }))}
        />
      </Filters>
      {empty ? (
        <Panel>
          <Empty title={t("emptyTitle")}>{t("emptyText")}</Empty>
        </Panel>
      ) : (
        <div className="grid gap-6">
          <Figures liability={liability} />
          <RollForward liability={liability} />
          <AgeingPanel liability={liability} />
          <BreakagePanel liability={liability} />
        </div>
      )}
    </>
  );
}

async function Figures({ liability: { rollForward, fund, expectedRedemptionBps } }: { liability: Liability }) {
  const t = await getTranslations("liability");
  const partner = await getTranslations("partner");
  const texts = await getTexts();
  const points = (of: "closing" | "pending" | "available" | "reserved") =>
    rollForward.reduce((sum, row) => sum + row[of], 0);
  const value = addedMoney(rollForward.map((row) => row.value)) ?? fund;
  const expected = addedMoney(rollForward.map((row) => row.expectedValue)) ?? fund;
  const unfunded = moneyOf(millionths(value.amount) - millionths(fund.amount), value.currencyCode);
  return (
    <StatRow>
      <Stat
        label={t("outstanding")}
        value={texts.points(points("closing"))}
        unit={partner("points")}
        note={t("byStatus", {
          pending: texts.points(points("pending")),
          available: texts.points(points("available")),
          reserved: texts.points(points("reserved")),
        })}
      />
      <Stat label={t("value")} value={texts.money(value)} note={t("valueNote")} />
      <Stat label={t("funded")} value={texts.money(fund)} note={t("unfunded", { amount: texts.money(unfunded) })} />
      <Stat
        label={t("expected")}
        value={texts.money(expected)}
        note={t("expectedNote", { share: texts.share(expectedRedemptionBps / 10_000) })}
      />
    </StatRow>
  );
}
