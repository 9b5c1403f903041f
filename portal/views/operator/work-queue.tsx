import {
  AlarmClock,
  Banknote,
  ClipboardCheck,
  FileWarning,
  FileX2,
  Gauge,
  Gavel,
  GitCompareArrows,
  type LucideIcon,
  MailQuestion,
  ReceiptText,
  RefreshCcw,
  Send,
  ShieldAlert,
  Sparkles,
  TrendingUp,
  UserX,
  Wrench,
  Zap,
} from "lucide-react";
import { getTranslations } from "next-intl/server";
import { daysSince } from "#portal/lib/days.ts";
import type { AnswerOf } from "#portal/lib/partner.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { PageHead, Panel } from "#portal/ui/page.tsx";
import { Empty } from "#portal/ui/states.tsx";
import { type Work, WorkList } from "#portal/ui/work-list.tsx";
import type { workQueue } from "#schema/documents.ts";

type Item = AnswerOf<typeof workQueue>["workQueue"][number];
type Kind = Item["kind"];

/** Where each kind of work is done. `one`: where the first of them is, if it has a page. */
const places: Record<Kind, { icon: LucideIcon; href: string; one?: (id: string) => string }> = {
  BREAKS: { icon: GitCompareArrows, href: "/operator/reconciliation/items?state=BREAK" },
  SUGGESTIONS: { icon: Sparkles, href: "/operator/reconciliation/items?state=SUGGESTED" },
  PARTNER_BREAKS: { icon: FileWarning, href: "/operator/reconciliation/partner-files" },
  DISPUTES_TO_PROPOSE: { icon: Gavel, href: "/operator/disputes" },
  APPROVALS: { icon: ClipboardCheck, href: "/operator/approvals" },
  LIMIT_ALARMS: { icon: Gauge, href: "/operator/partners/risk" },
  LIMIT_OVERRIDES: { icon: TrendingUp, href: "/operator/partners/risk" },
  VELOCITY_CASES: { icon: Zap, href: "/operator/partners/velocity" },
  OBLIGATIONS_OVERDUE: { icon: AlarmClock, href: "/operator/settlement?state=EXPECTED" },
  CYCLES_IN_REVIEW: { icon: RefreshCcw, href: "/operator/cycles", one: (id) => `/operator/cycles/${id}` },
  STATEMENTS_UNCONFIRMED: { icon: MailQuestion, href: "/operator/cycles" },
  PAYMENTS_TO_SUBMIT: { icon: Banknote, href: "/operator/settlement" },
  PAYMENTS_TO_APPROVE: { icon: Banknote, href: "/operator/settlement" },
  PAYMENTS_TO_EXPORT: { icon: Send, href: "/operator/settlement" },
  CLAIMS_OVERDUE: { icon: ReceiptText, href: "/operator/claims" },
  DELETIONS_ASKED: { icon: UserX, href: "/operator/members", one: (id) => `/operator/members/${id}` },
  EXPORTS_FAILED: { icon: FileX2, href: "/operator/exports" },
  JOBS_FAILED: { icon: Wrench, href: "/operator/proofs" },
  BOOKS_BROKEN: { icon: ShieldAlert, href: "/operator/proofs" },
};

const OLD_DAYS = 2;

/** What has a deadline first, the nearest before the others; then what waits longest; nothing to do last. */
const byUrgency = (a: Item, b: Item) =>
  Number(b.count > 0) - Number(a.count > 0) ||
  Number(b.dueAt !== null) - Number(a.dueAt !== null) ||
  (a.dueAt ?? a.oldestAt ?? "9").localeCompare(b.dueAt ?? b.oldestAt ?? "9");

/** What waits for whoever is signed in, the most urgent first. */
export async function WorkQueueView({ works }: { works: Item[] }) {
  const t = await getTranslations("queue");
  return (
    <>
      <PageHead title={t("title")} lead={t("lead")} />
      <Panel flush>
        {works.length === 0 ? (
          <Empty title={t("emptyTitle")}>{t("emptyText")}</Empty>
        ) : (
          <WorkList works={await Promise.all(works.toSorted(byUrgency).map(workOf))} label={t("label")} />
        )}
      </Panel>
    </>
  );
}

async function workOf({ kind, count, oldestAt, dueAt, firstId }: Item): Promise<Work> {
  const t = await getTranslations("queue");
  const names = await getTranslations("work");
  const texts = await getTexts();
  const { icon: Icon, href, one } = places[kind];
  const now = Date.now();
  const days = oldestAt ? daysSince(oldestAt, now) : 0;
  const overdue = dueAt !== null && Date.parse(dueAt) < now;
  const age = days === 0 ? t("today") : t("days", { count: days, n: texts.points(days) });
  const oldest = dueAt ? t(overdue ? "late" : "due", { at: texts.date(dueAt) }) : oldestAt ? age : null;
  return {
    id: kind,
    icon: <Icon className="size-[1.125rem]" aria-hidden="true" />,
    name: names(kind),
    task: names(`${kind}_task`),
    count,
    countText: texts.points(count),
    oldest,
    late: overdue || (!dueAt && days > OLD_DAYS),
    href: one && firstId ? one(firstId) : href,
  };
}
