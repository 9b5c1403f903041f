import { findUnshownSecured, type SecuredPart } from "#api/ledger/read/bank.ts";
import type { Tx } from "#api/sql/rows.ts";
import type { Decision, Line } from "#api/use-cases/reconciliation/bank-decision.ts";
import { loadPayers, type Payer } from "#api/use-cases/reconciliation/bank-desk.ts";
import { LIKE_MIN, likeness } from "#api/use-cases/reconciliation/likeness.ts";

const DAY_MS = 86_400_000;

/** What the books hold of the segregated account and no statement has shown yet. */
export type SecuredDesk = { parts: SecuredPart[]; payers: ReadonlyMap<string, Payer>; windowDays: number };

/** Entries since some days before the first line. */
export async function loadSecured(tx: Tx, windowDays: number, firstDay: string): Promise<SecuredDesk> {
  const since = new Date(new Date(firstDay).getTime() - (windowDays + 1) * DAY_MS);
  const parts = await findUnshownSecured(tx, since);
  const partnerIds = new Set(parts.flatMap(({ partnerId }) => (partnerId ? [partnerId] : [])));
  return { parts, payers: await loadPayers(tx, [...partnerIds]), windowDays };
}

/**
 * A line of the segregated account only shows what the books have already: an entry of the same amount around that day,
 * or one partner's part of it. Of parts that are equal it is that of whom the bank names. Nothing is booked a second
 * time; what nothing explains is a break. It is never one of the `refused` entries.
 */
export function decideSecured(desk: SecuredDesk, line: Line, refused: ReadonlySet<string> = new Set()): Decision {
  const { amountE6 } = line;
  const fitting = desk.parts.filter(
    (part) => part.amountE6 === amountE6 && isAround(desk, part, line.bookedOn) && !refused.has(part.entryId),
  );
  const [found] = fitting.toSorted((a, b) => namedIn(desk, line, b) - namedIn(desk, line, a));
  const nothing = { movements: [], cycleId: null, hubValue: null, suggestions: [], partnerId: null };
  if (!found) {
    const kind = amountE6 > 0n ? "UNKNOWN_RECEIPT" : "MISSING_IN_HUB";
    return { ...nothing, rule: null, explained: [], openE6: 0n, kind, hubRef: null };
  }
  const { entryId, partnerId } = found;
  const isPart = partnerId !== null;
  // A part shown by itself is no longer part of a whole, and the other way round.
  desk.parts = desk.parts.filter(
    (one) => one !== found && (one.entryId !== entryId || (isPart && one.partnerId !== null)),
  );
  const explained = [{ paymentId: null, obligationId: null, entryId, amountE6 }];
  const rule = isPart ? ("PART_OF_ENTRY" as const) : ("WHOLE_ENTRY" as const);
  return { ...nothing, rule, explained, openE6: 0n, kind: null, hubRef: entryId, partnerId, hubValue: amountE6 };
}

/** 0 to 2: how surely the line names whose part this is. An account is surer than any name. */
function namedIn({ payers }: SecuredDesk, { counterpartyIban, counterpartyName }: Line, part: SecuredPart): number {
  const payer = payers.get(part.partnerId ?? "");
  if (!payer) return 0;
  if (counterpartyIban !== null && payer.ibans.has(counterpartyIban)) return 2;
  const like = likeness(counterpartyName ?? "", payer.name);
  return like >= LIKE_MIN ? like : 0;
}

function isAround({ windowDays }: SecuredDesk, { occurredAt }: SecuredPart, bookedOn: string): boolean {
  return Math.abs(new Date(bookedOn).getTime() - occurredAt.getTime()) <= (windowDays + 1) * DAY_MS;
}
