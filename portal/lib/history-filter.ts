import "server-only";
import { dateIn, dayAfter, type Search } from "#portal/lib/search-params.ts";
import { readViewer } from "#portal/lib/viewer.ts";
import { startOfDate } from "#portal/lib/zone.ts";

/** What a member calls a kind of entry, and which entries that is. */
export const historyKinds = {
  EARNED: ["EARN", "OPENING", "ADJUST_CREDIT"],
  SPENT: ["CAPTURE"],
  RETURNED: ["BURN_RETURN", "CLAWBACK", "DISPUTE_UPHELD"],
  OTHER: [
    "MATURE",
    "RESERVE",
    "RELEASE",
    "DEBT_RECOVERY",
    "EXPIRE",
    "LOTS_BLOCKED",
    "LOTS_UNBLOCKED",
    "HAIRCUT",
    "ADJUST_DEBIT",
    "TRANSFER",
    "MERGE",
  ],
} as const;

export type HistoryKind = keyof typeof historyKinds;

/** Setting points aside and letting go of them is how tills work; the member sees what came of it. */
export const memberKinds = [
  ...historyKinds.EARNED,
  ...historyKinds.SPENT,
  ...historyKinds.RETURNED,
  ...historyKinds.OTHER.filter((kind) => kind !== "RESERVE" && kind !== "RELEASE"),
];

const isKind = (text: string | undefined): text is HistoryKind => text !== undefined && text in historyKinds;

/** What the address asks of a history, as the contract takes it. */
export async function historyFilter(search: Search) {
  const { programme } = await readViewer();
  const kind = search["kind"];
  const from = dateIn(search["from"]);
  const until = dateIn(search["until"]);
  return {
    kinds: isKind(kind) ? [...historyKinds[kind]] : memberKinds,
    from: from ? startOfDate(from, programme.timeZone) : null,
    until: until ? startOfDate(dayAfter(until), programme.timeZone) : null,
  };
}
