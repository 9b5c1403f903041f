import { ArrowDownLeft, ArrowUpRight, CalendarX, Clock3, type LucideIcon, RotateCcw, Sparkles } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { Link } from "#portal/i18n/navigation.ts";
import type { MemberOf } from "#portal/lib/member.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { Points } from "#portal/ui/amount.tsx";
import { classes } from "#portal/ui/classes.ts";
import { said } from "#portal/views/shared/campaigns/words.ts";
import type { memberHome } from "#schema/documents.ts";

export type HistoryRow = MemberOf<typeof memberHome>["history"]["edges"][number]["node"];

const looks: Partial<Record<HistoryRow["kind"], { icon: LucideIcon; tone: string }>> = {
  EARN: { icon: ArrowDownLeft, tone: "bg-good-soft text-good" },
  OPENING: { icon: Sparkles, tone: "bg-good-soft text-good" },
  ADJUST_CREDIT: { icon: Sparkles, tone: "bg-good-soft text-good" },
  CAPTURE: { icon: ArrowUpRight, tone: "bg-accent-soft text-accent-strong" },
  BURN_RETURN: { icon: RotateCcw, tone: "bg-good-soft text-good" },
  CLAWBACK: { icon: RotateCcw, tone: "bg-warn-soft text-warn" },
  EXPIRE: { icon: CalendarX, tone: "bg-warn-soft text-warn" },
};

/** Rows of a history, each with what was left afterwards; `dated` where no heading says the day. */
export async function HistoryList({ rows, dated = false }: { rows: HistoryRow[]; dated?: boolean }) {
  return (
    <ul>
      {rows.map((row) => (
        <HistoryItem key={row.id} row={row} dated={dated} />
      ))}
    </ul>
  );
}

async function HistoryItem({ row, dated }: { row: HistoryRow; dated: boolean }) {
  const t = await getTranslations("member");
  const events = await getTranslations("events");
  const texts = await getTexts();
  const { icon: Icon, tone } = looks[row.kind] ?? { icon: Clock3, tone: "bg-sunken text-ink-soft" };
  const { occurredAt, postedAt } = row;
  const when = dated ? texts.date(postedAt) : texts.time(postedAt);
  const isLate = texts.day(occurredAt) !== texts.day(postedAt);
  const moved = row.points === 0 ? row.available : row.points;
  return (
    <li className="border-line/70 border-t first:border-t-0">
      <Link href={`/me/entries/${row.id}`} data-row className="flex items-center gap-4 px-5 py-3.5 hover:bg-sunken/60">
        <span className={classes("grid size-9 shrink-0 place-items-center rounded-full", tone)}>
          <Icon className="size-[1.125rem]" aria-hidden="true" />
        </span>
        <span className="min-w-0 grow">
          <span className="block truncate font-medium">{row.partner?.name ?? events(row.kind)}</span>
          <span className="block truncate text-ink-faint text-sm">
            {[
              when,
              isLate ? t("happened", { date: texts.date(occurredAt) }) : null,
              row.activity ? said(row.activity.kind.name, texts.locale) : row.partner ? events(row.kind) : null,
              row.pending > 0 ? t("pending") : null,
            ]
              .filter(Boolean)
              .join(" · ")}
          </span>
        </span>
        <span className="shrink-0 text-right">
          <span className={classes("block font-semibold", row.points === 0 && "text-ink-faint")}>
            <Points value={moved} sign="always" tone={row.points === 0 ? "plain" : "signed"} />
          </span>
          <span className="figures block text-ink-faint text-sm">
            <span className="hidden sm:inline">{t("after", { points: texts.points(row.availableAfter) })}</span>
            <span className="sm:hidden">{texts.points(row.availableAfter)}</span>
          </span>
        </span>
      </Link>
    </li>
  );
}
