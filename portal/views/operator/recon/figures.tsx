import { getTranslations } from "next-intl/server";
import type { AnswerOf } from "#portal/lib/partner.ts";
import { address } from "#portal/lib/search-params.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { Ageing } from "#portal/ui/ageing.tsx";
import { Panel } from "#portal/ui/page.tsx";
import { Stat, StatRow } from "#portal/ui/stat.tsx";
import { RECON } from "#portal/views/operator/recon/frame.tsx";
import type { reconOverview } from "#schema/documents.ts";

type Overview = AnswerOf<typeof reconOverview>;
export type BankBook = Overview["bankReconciliation"][number];

/** The difference on top, normally 0; how much matched by itself; what is open. */
export async function ReconFigures({ books }: { books: BankBook[] }) {
  const t = await getTranslations("recon");
  const texts = await getTexts();
  const settlement = books.find(({ book }) => book === "SETTLEMENT");
  if (!settlement) return null;
  const { statement, difference, lineCount, matchedCount, oldestOpen } = settlement;
  return (
    <StatRow>
      <Stat
        label={t("difference")}
        value={
          <span
            data-drift={difference?.amount ?? ""}
            className={difference && Number(difference.amount) !== 0 ? "text-bad" : "text-good"}
          >
            {difference ? texts.money(difference, "always") : "–"}
          </span>
        }
        note={statement ? t("asOf", { date: texts.businessDate(statement.closedOn) }) : t("noStatement")}
        href={statement ? `${RECON}/statements/${statement.id}` : undefined}
      />
      <Stat
        label={t("autoMatched")}
        value={lineCount === 0 ? "–" : texts.share(matchedCount / lineCount)}
        note={t("autoMatchedOf", { matched: texts.points(matchedCount), lines: texts.points(lineCount) })}
        href={`${RECON}/items?state=MATCHED`}
      />
      <Stat
        label={t("unapplied")}
        value={texts.money(settlement.unapplied)}
        note={`${t("unexplained")}: ${texts.money(settlement.unexplained)}`}
        href={RECON}
      />
      <Stat
        label={t("openItems")}
        value={texts.points(settlement.openCount)}
        note={oldestOpen ? t("oldest", { date: texts.date(oldestOpen.openedAt) }) : null}
        href={`${RECON}/items`}
      />
    </StatRow>
  );
}

/** How old the breaks are, each age leading to its rows. */
export async function BreakAges({ queue }: { queue: Overview["breakQueue"] }) {
  const t = await getTranslations("recon");
  const texts = await getTexts();
  return (
    <Panel title={t("ageing")}>
      <Ageing
        label={t("ageing")}
        buckets={queue.ages.map(({ fromDays, untilDays, items }) => ({
          id: String(fromDays),
          name:
            untilDays === null
              ? t("ageFrom", { from: String(fromDays) })
              : t("ageRange", { from: String(fromDays), until: String(untilDays - 1) }),
          count: items,
          text: texts.points(items),
          href: address(`${RECON}/items`, { older: fromDays > 0 ? String(fromDays) : undefined }),
        }))}
      />
    </Panel>
  );
}
