import type { BankStatementLine } from "#api/formats/bank-statement.ts";
import type { MoneyE6 } from "#api/kernel/money.ts";
import type { ReconKind } from "#api/sql/rows.ts";
import type { Desk, Known } from "#api/use-cases/reconciliation/bank-desk.ts";
import type { BankRule } from "#api/use-cases/reconciliation/bank-rules.ts";
import { bankRules } from "#api/use-cases/reconciliation/bank-rules.ts";
import type { Suggestion } from "#api/use-cases/reconciliation/suggestion.ts";
import type { CashMovement } from "#api/use-cases/settlement/bookings.ts";

/** A part of a line that something of the hub explains. */
export type Explained = {
  paymentId: string | null;
  obligationId: string | null;
  /** Set where the books had it before the statement. */
  entryId: string | null;
  amountE6: MoneyE6;
};

/** What becomes of one bank line: what it moves in the books, and what the reconciliation item says. */
export type Decision = {
  movements: CashMovement[];
  /** Null: nothing matched it. */
  rule: BankRule | null;
  explained: Explained[];
  /** What nothing explains yet, signed like the line. */
  openE6: MoneyE6;
  kind: ReconKind | null;
  partnerId: string | null;
  cycleId: string | null;
  hubRef: string | null;
  hubValue: MoneyE6 | null;
  suggestions: Suggestion[];
};

export type Line = Pick<
  BankStatementLine,
  | "ref"
  | "kind"
  | "amountE6"
  | "bookedOn"
  | "isReversal"
  | "bankRef"
  | "bankCode"
  | "endToEndId"
  | "creditorReference"
  | "returnReason"
  | "remittance"
  | "counterpartyName"
  | "counterpartyIban"
>;

const nothing = { explained: [], partnerId: null, cycleId: null, hubRef: null, hubValue: null, suggestions: [] };

/** Explained whole: `movements` say what it is. */
export function matched(rule: BankRule, line: Line, movements: CashMovement[], known: Known | null = null): Decision {
  const explained = { paymentId: null, obligationId: null, entryId: null, amountE6: line.amountE6 };
  const about = known ? aboutOf(known) : nothing;
  const parts = [
    { ...explained, ...(known ? { paymentId: known.payment.id, obligationId: known.obligation.id } : {}) },
  ];
  return { ...nothing, ...about, movements, rule, explained: parts, openE6: 0n, kind: null };
}

/** Nobody knows what it is: the books follow the bank at once, and ask afterwards. */
export function parked(line: Line, kind: ReconKind, known: Known | null = null): Decision {
  const { amountE6 } = line;
  const movements: CashMovement[] =
    amountE6 > 0n ? [{ kind: "receiptUnmatched", amountE6 }] : [{ kind: "debitUnexplained", amountE6: -amountE6 }];
  return { ...nothing, ...(known ? aboutOf(known) : {}), movements, rule: null, openE6: amountE6, kind };
}

export const aboutOf = ({ payment }: Known) => ({
  partnerId: payment.partnerId,
  cycleId: payment.cycleId,
  hubRef: payment.id,
});

export const scoreOf = (rule: BankRule | null): number | null => (rule === null ? null : bankRules[rule]);

export type Decide = (desk: Desk, line: Line) => Decision;
