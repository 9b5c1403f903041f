import type { MoneyE6 } from "#api/kernel/money.ts";
import { awaitedStates, sentStates } from "#api/use-cases/payments/payment-states.ts";
import type { Line } from "#api/use-cases/reconciliation/bank-decision.ts";
import { type Desk, type Known, openOf } from "#api/use-cases/reconciliation/bank-desk.ts";
import { accepts } from "#api/use-cases/reconciliation/desk-moves.ts";
import { LIKE_MIN, likeness } from "#api/use-cases/reconciliation/likeness.ts";
import type { Suggestion, SuggestionReason } from "#api/use-cases/reconciliation/suggestion.ts";

const SUGGESTIONS_MAX = 5;
const SCORE_MIN = 30;
const SCORE_MAX = 97;
/** Sums are tried over so many open amounts of one partner: a partner seldom owes for more cycles. */
const SUM_OF_MAX = 10;

/** Which pay-ins a receipt might be for, the best first. */
export function suggestForCredit(desk: Desk, line: Line): Suggestion[] {
  const open = [...desk.payments.values()].filter(
    (known) =>
      known.payment.kind === "PAY_IN" && awaitedStates.includes(known.payment.state) && accepts(known, "pay in part"),
  );
  const seen = open.map((known) => ({ known, who: hintsOfPayer(line, known) }));
  const single = seen.map((one) => forOne(desk, one, line.amountE6));
  const told = seen.filter(({ who }) => who.length > 0);
  const sums = [...Map.groupBy(told, ({ known }) => known.payer.id).values()];
  return best([
    ...single,
    ...sums.flatMap((owed) => sumOfObligations(desk, line, owed)),
    ...told.flatMap((one) => sumOfReceipts(desk, line, one)),
  ]);
}

/** Which pay-out on its way a debit might be. */
export function suggestForDebit(desk: Desk, line: Line): Suggestion[] {
  const sent = [...desk.payments.values()].filter(
    (known) => known.payment.kind === "PAY_OUT" && sentStates.includes(known.payment.state),
  );
  const same = sent.filter(({ payment }) => payment.amountE6 === -line.amountE6);
  return best(same.map((known) => forOne(desk, { known, who: hintsOfPayer(line, known) }, -line.amountE6)));
}

const best = (all: readonly Suggestion[]): Suggestion[] =>
  all
    .filter(({ score }) => score >= SCORE_MIN)
    .sort((a, b) => b.score - a.score || (keyOf(a) < keyOf(b) ? -1 : 1))
    .slice(0, SUGGESTIONS_MAX);

const keyOf = ({ parts }: Suggestion) => parts.map(({ paymentId }) => paymentId).join();

type Hint = { reason: SuggestionReason; score: number };
/** A payment with what the line says of its payer. */
type Seen = { known: Known; who: readonly Hint[] };

function forOne({ programme }: Desk, { known, who }: Seen, amountE6: MoneyE6): Suggestion {
  const openE6 = known.payment.kind === "PAY_IN" ? openOf(known, programme) : known.payment.amountE6;
  const same = { reason: "SAME_AMOUNT", score: 50 } as const;
  const other: Hint =
    amountE6 < openE6 ? { reason: "PART_OF_AMOUNT", score: 15 } : { reason: "MORE_THAN_OPEN", score: 5 };
  const amount: Hint = amountE6 === openE6 ? same : other;
  // A differing amount alone says nothing.
  const hints = amount === same || who.length > 0 ? [amount, ...who] : [];
  return suggestion(hints, [partOf(known, amountE6 < openE6 ? amountE6 : openE6)]);
}

/** What the line says of who paid. */
function hintsOfPayer(line: Line, { payer, payment }: Known): Hint[] {
  const { counterpartyIban, counterpartyName, remittance } = line;
  const like = counterpartyName ? likeness(counterpartyName, payer.name) : 0;
  const text = (remittance ?? "").toUpperCase();
  const isNamed = [payment.endToEndId, payment.creditorRef].some((ref) => ref !== null && text.includes(ref));
  const hints: (Hint | false)[] = [
    counterpartyIban !== null && payer.ibans.has(counterpartyIban) && { reason: "SAME_PAYER", score: 30 },
    like >= LIKE_MIN && { reason: "SIMILAR_NAME", score: Math.round(like * 20) },
    isNamed && { reason: "REFERENCE_IN_TEXT", score: 40 },
  ];
  return hints.filter((hint) => hint !== false);
}

/** One payment for what a partner owes in several cycles. */
function sumOfObligations({ programme }: Desk, line: Line, owed: readonly Seen[]): Suggestion[] {
  const chosen = subsetOf(owed, line.amountE6, ({ known }) => openOf(known, programme));
  if (!chosen || chosen.length < 2) return [];
  const parts = chosen.map(({ known }) => partOf(known, openOf(known, programme)));
  return [suggestion([{ reason: "SUM_OF_OBLIGATIONS", score: 45 }, ...(chosen[0]?.who ?? [])], parts)];
}

/** Several payments for what a partner owes once. */
function sumOfReceipts(desk: Desk, line: Line, { known, who }: Seen): Suggestion[] {
  const missingE6 = openOf(known, desk.programme) - line.amountE6;
  if (missingE6 <= 0n) return [];
  const others = desk.receipts.filter(({ line: other }) => isSamePayer(line, other)).slice(0, SUM_OF_MAX);
  const chosen = subsetOf(others, missingE6, ({ item }) => item.openE6);
  if (!chosen || chosen.length === 0) return [];
  const one = suggestion(
    [{ reason: "SUM_OF_RECEIPTS", score: 40 }, ...who],
    [partOf(known, line.amountE6 + missingE6)],
  );
  return [{ ...one, withItemIds: chosen.map(({ item }) => item.id) }];
}

type Payer = Pick<Line, "counterpartyIban" | "counterpartyName">;

const isSamePayer = (a: Payer, b: Payer): boolean =>
  a.counterpartyIban === null || b.counterpartyIban === null
    ? likeness(a.counterpartyName ?? "", b.counterpartyName ?? "") >= LIKE_MIN
    : a.counterpartyIban === b.counterpartyIban;

/** The first few whose amounts come to exactly this; null when none do. At most 2^10 ways are tried. */
function subsetOf<One>(all: readonly One[], sumE6: MoneyE6, amountOf: (one: One) => MoneyE6): One[] | null {
  const few = all.slice(0, SUM_OF_MAX);
  for (let mask = 1; mask < 2 ** few.length; mask += 1) {
    const chosen = few.filter((_one, i) => (mask >> i) & 1);
    if (chosen.reduce((sum, one) => sum + amountOf(one), 0n) === sumE6) return chosen;
  }
  return null;
}

const partOf = ({ payment }: Known, amountE6: MoneyE6) => ({
  paymentId: payment.id,
  obligationId: payment.obligationId,
  partnerId: payment.partnerId,
  amountE6,
});

function suggestion(hints: readonly Hint[], parts: Suggestion["parts"]): Suggestion {
  const score = hints.reduce((sum, hint) => sum + hint.score, 0);
  return { score: Math.min(score, SCORE_MAX), reasons: hints.map(({ reason }) => reason), parts, withItemIds: [] };
}
