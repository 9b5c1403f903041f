import type { BankAccount } from "#api/sql/rows.ts";
import { type Machine, nextState } from "#api/use-cases/machine.ts";

export type BankAccountState = BankAccount["state"];
export type BankAccountEvent = "approve" | "refuse" | "supersede";

export const bankAccountMachine = {
  PROPOSED: { approve: "ACTIVE", refuse: "REFUSED" },
  ACTIVE: { supersede: "SUPERSEDED" },
  SUPERSEDED: {},
  REFUSED: {},
} as const satisfies Machine<BankAccountState, BankAccountEvent>;

export const nextAccountState = (
  account: { id: string; state: BankAccountState },
  event: BankAccountEvent,
): BankAccountState =>
  nextState<BankAccountState, BankAccountEvent>(bankAccountMachine, { object: "bank account", ...account }, event);
