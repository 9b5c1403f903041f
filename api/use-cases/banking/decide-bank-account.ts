import type { Actor } from "#api/kernel/actor.ts";
import type { Approval, BankAccount, Tx } from "#api/sql/rows.ts";
import { nextAccountState } from "#api/use-cases/banking/account-states.ts";
import { COOLING_REASON, holdCooling } from "#api/use-cases/banking/hold-cooling.ts";
import { BankAccountNotFound } from "#api/use-cases/banking/refusals.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { redraftPayments } from "#api/use-cases/payments/redraft-payments.ts";
import { findProgramme } from "#api/use-cases/programme/read-programme.ts";
import { lockSettlement } from "#api/use-cases/settlement/lock-settlement.ts";
import { LONG_TRANSACTION, recordStep } from "#api/use-cases/transitions.ts";

const DAY_MS = 86_400_000;

/**
 * What runs when finance agrees: the account takes the place of the one before. The first is used at once; after a
 * change pay-outs are held until the programme's cooling-off is over, and those approved for the old account begin anew.
 */
export async function bankAccountApproved(deps: Deps, actor: Actor, approval: Approval): Promise<BankAccount> {
  const { bankDetailsCoolingDays } = await findProgramme(deps);
  const at = deps.clock.now();
  return deps.db.$transaction(async (tx) => {
    await lockSettlement(tx);
    const account = await findProposed(tx, approval.subjectId);
    if (account.state === "ACTIVE") return account;
    const before = await tx.bankAccount.findFirst({
      where: { partnerId: account.partnerId, purpose: account.purpose, state: "ACTIVE" },
    });
    if (before) await move(tx, { actor, at, approval }, before, "supersede", { supersededAt: at });
    const changed = before !== null && before.iban !== account.iban && account.purpose === "PAYOUT";
    const usableFrom = changed ? new Date(at.getTime() + bankDetailsCoolingDays * DAY_MS) : at;
    const active = await move(tx, { actor, at, approval }, account, "approve", { usableFrom });
    if (before) await redraftPayments(tx, at, before.id, COOLING_REASON);
    if (changed) await holdCooling(tx, at);
    return active;
  }, LONG_TRANSACTION);
}

/** What runs when finance says no. */
export async function bankAccountRefused(deps: Deps, actor: Actor, approval: Approval): Promise<BankAccount> {
  return deps.db.$transaction(async (tx) => {
    const account = await findProposed(tx, approval.subjectId);
    if (account.state === "REFUSED") return account;
    return move(tx, { actor, at: deps.clock.now(), approval }, account, "refuse", {});
  });
}

async function findProposed(tx: Tx, id: string): Promise<BankAccount> {
  const account = await tx.bankAccount.findUnique({ where: { id } });
  if (!account) throw new BankAccountNotFound(id);
  return account;
}

type Decided = { actor: Actor; at: Date; approval: Approval };

async function move(
  tx: Tx,
  { actor, at, approval }: Decided,
  account: BankAccount,
  event: "approve" | "refuse" | "supersede",
  facts: Partial<Pick<BankAccount, "usableFrom" | "supersededAt">>,
): Promise<BankAccount> {
  const to = nextAccountState(account, event);
  const { id: objectId, state: from, partnerId } = account;
  const why = { reason: approval.reason, approvalId: approval.id, partnerId };
  await recordStep(tx, actor, { object: "bank account", objectId, from, to, at, ...why });
  return tx.bankAccount.update({ where: { id: objectId }, data: { state: to, ...facts } });
}
