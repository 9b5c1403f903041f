import {
  Ban,
  Check,
  CheckCheck,
  Circle,
  CircleDot,
  Clock3,
  Hourglass,
  Scale,
  TriangleAlert,
  Undo2,
} from "lucide-react";
import { useTranslations } from "next-intl";
import { classes } from "#portal/ui/classes.ts";

const tones = {
  quiet: "bg-sunken text-ink-soft",
  calm: "bg-accent-soft text-accent-strong",
  good: "bg-good-soft text-good",
  warn: "bg-warn-soft text-warn",
  bad: "bg-bad-soft text-bad",
} as const;

type Look = { tone: keyof typeof tones; icon: typeof Circle };

/** One vocabulary for every state of the contract: word, icon and colour. */
const looks: Record<string, Look> = {
  OPEN: { tone: "calm", icon: CircleDot },
  CLOSING: { tone: "warn", icon: Hourglass },
  CORRECTING: { tone: "warn", icon: Hourglass },
  NETTED: { tone: "warn", icon: Scale },
  IN_REVIEW: { tone: "warn", icon: Hourglass },
  APPROVED: { tone: "calm", icon: Check },
  SETTLING: { tone: "calm", icon: Clock3 },
  SETTLED: { tone: "good", icon: CheckCheck },
  SETTLED_WITH_DEFAULT: { tone: "bad", icon: TriangleAlert },
  CONFIRMED: { tone: "calm", icon: Check },
  DUE: { tone: "warn", icon: Clock3 },
  DRAFT: { tone: "quiet", icon: Hourglass },
  DRAFTED: { tone: "quiet", icon: CircleDot },
  NIL: { tone: "quiet", icon: Check },
  PARTIAL: { tone: "warn", icon: Hourglass },
  SUPERSEDED: { tone: "quiet", icon: Undo2 },
  OVERDUE: { tone: "bad", icon: TriangleAlert },
  DEFAULTED: { tone: "bad", icon: TriangleAlert },
  COVERED: { tone: "bad", icon: Check },
  RECOVERED: { tone: "good", icon: Check },
  ON_HOLD: { tone: "warn", icon: Ban },
  ACTIVE: { tone: "good", icon: Check },
  ONBOARDING: { tone: "calm", icon: Hourglass },
  ISSUE_BLOCKED: { tone: "warn", icon: Ban },
  SUSPENDED: { tone: "bad", icon: Ban },
  BLOCKED: { tone: "bad", icon: Ban },
  CLOSED: { tone: "quiet", icon: Circle },
  RETIRED: { tone: "quiet", icon: Circle },
  MERGED: { tone: "quiet", icon: Circle },
  REPLACED: { tone: "quiet", icon: Circle },
  TAKEN: { tone: "warn", icon: Hourglass },
  MISUSE: { tone: "bad", icon: TriangleAlert },
  DISMISSED: { tone: "quiet", icon: Check },
  IN_FORCE: { tone: "good", icon: Check },
  WAITING: { tone: "warn", icon: Hourglass },
  REFUSED: { tone: "bad", icon: Ban },
  PENDING: { tone: "warn", icon: Hourglass },
  AVAILABLE: { tone: "good", icon: Check },
  POSTED: { tone: "good", icon: Check },
  RESERVED: { tone: "calm", icon: Clock3 },
  CAPTURED: { tone: "good", icon: Check },
  RELEASED: { tone: "quiet", icon: Undo2 },
  EXPIRED: { tone: "quiet", icon: Clock3 },
  RESPONDED: { tone: "calm", icon: CircleDot },
  ARBITRATION: { tone: "warn", icon: Scale },
  RESOLVED: { tone: "good", icon: CheckCheck },
  WITHDRAWN: { tone: "quiet", icon: Undo2 },
  EXPECTED: { tone: "calm", icon: Hourglass },
  PROVISIONAL: { tone: "warn", icon: Clock3 },
  RECEIVED: { tone: "good", icon: CheckCheck },
  PENDING_APPROVAL: { tone: "warn", icon: Hourglass },
  EXPORTED: { tone: "calm", icon: Clock3 },
  ACCEPTED: { tone: "calm", icon: Check },
  BOOKED: { tone: "good", icon: CheckCheck },
  CANCELLED: { tone: "quiet", icon: Undo2 },
  REJECTED: { tone: "bad", icon: Ban },
  RETURNED: { tone: "bad", icon: Undo2 },
  NEW: { tone: "quiet", icon: CircleDot },
  MATCHED: { tone: "good", icon: Check },
  SUGGESTED: { tone: "warn", icon: CircleDot },
  BREAK: { tone: "bad", icon: TriangleAlert },
  INVESTIGATING: { tone: "warn", icon: Hourglass },
  WRITTEN_OFF: { tone: "quiet", icon: Ban },
  QUEUED: { tone: "quiet", icon: Hourglass },
  RUNNING: { tone: "calm", icon: Hourglass },
  DONE: { tone: "good", icon: Check },
  FAILED: { tone: "bad", icon: TriangleAlert },
  PROPOSED: { tone: "warn", icon: Hourglass },
  NOTICE: { tone: "warn", icon: Clock3 },
  RUN_OFF: { tone: "warn", icon: Hourglass },
  SCHEDULED: { tone: "calm", icon: Clock3 },
  LIVE: { tone: "good", icon: CircleDot },
  PAUSED: { tone: "warn", icon: Ban },
  ENDED: { tone: "quiet", icon: Check },
  FREE: { tone: "calm", icon: CircleDot },
  USED: { tone: "quiet", icon: CheckCheck },
  REVOKED: { tone: "bad", icon: Undo2 },
  REVIEWED: { tone: "calm", icon: Check },
  COMMITTED: { tone: "calm", icon: Scale },
  DRAWN: { tone: "warn", icon: Hourglass },
  PUBLISHED: { tone: "good", icon: CheckCheck },
  ORDERED: { tone: "calm", icon: Clock3 },
  ISSUED: { tone: "warn", icon: CircleDot },
  COLLECTED: { tone: "good", icon: CheckCheck },
  OFFERED: { tone: "good", icon: CircleDot },
  INVITED: { tone: "calm", icon: Clock3 },
  JOINED: { tone: "calm", icon: Check },
  REWARDED: { tone: "good", icon: CheckCheck },
  TAKEN_BACK: { tone: "quiet", icon: Undo2 },
  LAPSED: { tone: "quiet", icon: Clock3 },
  ON_WAY: { tone: "calm", icon: Clock3 },
  SENDING: { tone: "calm", icon: Clock3 },
  SENT: { tone: "calm", icon: Check },
  DELIVERED: { tone: "good", icon: CheckCheck },
  BOUNCED: { tone: "bad", icon: Undo2 },
  WITHHELD: { tone: "quiet", icon: Ban },
  IN_USE: { tone: "good", icon: Check },
  STOPPED: { tone: "quiet", icon: Ban },
  FINISHED: { tone: "good", icon: CheckCheck },
  CLUB_IN: { tone: "good", icon: Check },
  HAS_PLACE: { tone: "calm", icon: Check },
  CHECKED_IN: { tone: "good", icon: CheckCheck },
  UNPAID: { tone: "warn", icon: Hourglass },
  ENDING: { tone: "warn", icon: Clock3 },
  PLAN_LAPSED: { tone: "bad", icon: Clock3 },
  OK: { tone: "good", icon: CheckCheck },
  NOT_OK: { tone: "bad", icon: TriangleAlert },
};

/** A payment's draft is one to submit; an obligation's is only provisional. */
export const paymentState = <State extends string>(state: State): State | "DRAFTED" =>
  state === "DRAFT" ? "DRAFTED" : state;

/** A state as word + icon + colour. A state this build does not know yet is shown by its own name. */
export function Status({ state }: { state: string }) {
  const t = useTranslations("states");
  const { tone, icon: Icon } = looks[state] ?? { tone: "quiet", icon: Circle };
  const known = state as Parameters<typeof t.has>[0];
  return (
    <span
      className={classes(
        "inline-flex items-center gap-1.5 whitespace-nowrap rounded-full py-0.5 pr-2.5 pl-2 font-medium text-[0.8125rem]",
        tones[tone],
      )}
    >
      <Icon className="size-3.5" strokeWidth={2.25} aria-hidden="true" />
      {t.has(known) ? t(known) : sentence(state)}
    </span>
  );
}

const sentence = (state: string) => state.charAt(0) + state.slice(1).toLowerCase().replaceAll("_", " ");
