import type { Actor } from "#api/kernel/actor.ts";
import { fingerprint } from "#api/kernel/fingerprint.ts";
import { type MoneyE6, minorUnitE6 } from "#api/kernel/money.ts";
import type { Movement } from "#api/ledger/movements.ts";
import { readBalances } from "#api/ledger/read/positions.ts";
import type { Approval, PartnerExit, Tx } from "#api/sql/rows.ts";
import { requestApproval } from "#api/use-cases/approvals/request-approval.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { notifyStaff } from "#api/use-cases/notices/notify.ts";
import { findExitObstacles } from "#api/use-cases/partners/exit-obstacles.ts";
import { nextExitState } from "#api/use-cases/partners/exit-states.ts";
import { ExitNotComplete, PartnerExitNotFound } from "#api/use-cases/partners/refusals.ts";
import { lockPartner, movePartner } from "#api/use-cases/partners/status.ts";
import { findProgramme } from "#api/use-cases/programme/read-programme.ts";
import { lockSettlement } from "#api/use-cases/settlement/lock-settlement.ts";
import { LONG_TRANSACTION, recordStep } from "#api/use-cases/transitions.ts";

export type ReleaseSecured = { partnerExitId: string; reason: string; idempotencyKey: string };

/** Asks risk to give a partner that is out what it put up: its collateral and its share of the loss pool. */
export async function releaseSecured(deps: Deps, actor: Actor, input: ReleaseSecured): Promise<Approval> {
  can(actor, "exit:release");
  const { partnerExitId, reason, idempotencyKey } = input;
  const exit = await deps.db.partnerExit.findUnique({ where: { id: partnerExitId } });
  if (!exit) throw new PartnerExitNotFound(partnerExitId);
  if (exit.state !== "RELEASED") await requireComplete(deps.db, exit, await frameOf(deps));
  const request = { action: "releaseSecured", subjectId: partnerExitId, payload: { partnerExitId } };
  return requestApproval(deps, actor, { ...request, reason, idempotencyKey });
}

/** What runs when risk agrees: the money is posted out, the partner closed. */
export async function releaseApproved(deps: Deps, actor: Actor, approval: Approval): Promise<PartnerExit> {
  const { id: approvalId, subjectId, reason } = approval;
  const frame = await frameOf(deps);
  const { at } = frame;
  return deps.db.$transaction(async (tx) => {
    await lockSettlement(tx);
    const exit = await tx.partnerExit.findUnique({ where: { id: subjectId } });
    if (!exit) throw new PartnerExitNotFound(subjectId);
    if (exit.state === "RELEASED") return exit;
    const { partnerId } = exit;
    await lockPartner(tx, partnerId);
    const request = { owner: "operator", key: `release:${exit.id}`, fingerprint: fingerprint({ exitId: exit.id }) };
    if (!(await deps.ledger.findDeed(request.owner, request.key, request.fingerprint))) {
      await requireComplete(tx, exit, frame);
      const movements = await releaseOf(tx, partnerId);
      const deed = { kind: "releaseSecured", actor, occurredAt: at, place: null, reason, movements };
      if (movements.length > 0) await deps.ledger.post({ ...request, ...deed });
    }
    deps.reach?.("release: posted");
    const { name } = await movePartner(tx, actor, { partnerId, event: "close", at, reason, approvalId });
    const to = nextExitState(exit, "release");
    const step = { object: "partnerExit", objectId: exit.id, partnerId, from: exit.state, to, at, reason, approvalId };
    await recordStep(tx, actor, step);
    const audience = { partnerId: null, roles: ["OPERATOR_ADMIN", "OPERATOR_FINANCE"] } as const;
    const href = `/operator/partners/${partnerId}`;
    await notifyStaff(tx, audience, { kind: "PARTNER_EXIT", facts: { partner: name }, href, at });
    return tx.partnerExit.update({ where: { id: exit.id }, data: { state: to, releasedAt: at } });
  }, LONG_TRANSACTION);
}

type Frame = { at: Date; unitE6: MoneyE6 };

async function frameOf(deps: Deps): Promise<Frame> {
  const { minorDigits } = await findProgramme(deps);
  return { at: deps.clock.now(), unitE6: minorUnitE6(minorDigits) };
}

async function requireComplete(tx: Tx, exit: PartnerExit, { at, unitE6 }: Frame): Promise<void> {
  const obstacles = await findExitObstacles(tx, exit, { at, unitE6 });
  if (obstacles.length > 0) throw new ExitNotComplete(obstacles);
}

/** What is left of the position is less than one coin, which nobody can pay: it ends as a fee, or as one given back. */
async function releaseOf(tx: Tx, partnerId: string): Promise<Movement[]> {
  const owed = async (account: "POSITION" | "COLLATERAL" | "LOSS_POOL") =>
    (await readBalances(tx, account)).get(partnerId) ?? 0n;
  const [remainder, collateral, pool] = [
    await owed("POSITION"),
    -(await owed("COLLATERAL")),
    -(await owed("LOSS_POOL")),
  ];
  const part = (amountE6: MoneyE6) => [{ partnerId, amountE6 }];
  return [
    ...(remainder === 0n ? [] : [{ kind: "fee" as const, fees: part(-remainder), cycleId: null }]),
    ...(collateral <= 0n ? [] : [{ kind: "collateralOut" as const, parts: part(collateral) }]),
    ...(pool <= 0n ? [] : [{ kind: "lossPoolOut" as const, parts: part(pool) }]),
  ];
}
