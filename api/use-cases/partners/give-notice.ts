import { type Actor, actorRef } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import type { Partner, PartnerExit, Tx } from "#api/sql/rows.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { takeKey } from "#api/use-cases/keys.ts";
import { TransitionRefused } from "#api/use-cases/machine.ts";
import { notifyStaff } from "#api/use-cases/notices/notify.ts";
import { nextExitState } from "#api/use-cases/partners/exit-states.ts";
import { PartnerExitNotFound, PartnerIsLeaving } from "#api/use-cases/partners/refusals.ts";
import { lockPartner } from "#api/use-cases/partners/status.ts";
import { checkText } from "#api/use-cases/partners/values.ts";
import { findProgramme } from "#api/use-cases/programme/read-programme.ts";
import { recordStep } from "#api/use-cases/transitions.ts";

export type GivePartnerNotice = { partnerId: string; reason: string; idempotencyKey: string };

const DAY_MS = 86_400_000;

/**
 * A partner's way out begins: its dates follow from the programme's rules as they are now and are kept, so that a
 * change of rules never touches an exit under way. Its contract ends with the notice: from then on nothing is issued or
 * redeemed there, while its points stay spendable elsewhere until the run-off is over.
 */
export async function givePartnerNotice(deps: Deps, actor: Actor, input: GivePartnerNotice): Promise<PartnerExit> {
  can(actor, "exit:give", input);
  const { partnerId } = input;
  const reason = checkText("reason", input.reason);
  const { exitNoticeDays, exitRunOffDays } = await findProgramme(deps);
  const id = newId("partnerExit");
  return deps.db.$transaction(async (tx) => {
    const first = await takeKey(tx, actor, { verb: "givePartnerNotice", input, objectId: id });
    if (first) return tx.partnerExit.findUniqueOrThrow({ where: { id: first } });
    const partner = await lockPartner(tx, partnerId);
    await requireLeavable(tx, partner);
    const noticeAt = deps.clock.now();
    const endsAt = new Date(noticeAt.getTime() + exitNoticeDays * DAY_MS);
    const runOffUntil = new Date(endsAt.getTime() + exitRunOffDays * DAY_MS);
    await endContractsAt(tx, partnerId, endsAt);
    await recordStep(tx, actor, {
      object: "partnerExit",
      objectId: id,
      from: null,
      to: "NOTICE",
      at: noticeAt,
      reason,
    });
    await tellOffice(tx, partner, noticeAt);
    const dates = { noticeAt, endsAt, runOffUntil };
    return tx.partnerExit.create({
      data: { id, partnerId, state: "NOTICE", reason, givenBy: actorRef(actor), ...dates },
    });
  });
}

async function requireLeavable(tx: Tx, { id, status, isOperator }: Partner): Promise<void> {
  const under = await tx.partnerExit.findFirst({ where: { partnerId: id, state: { not: "WITHDRAWN" } } });
  if (under) throw new PartnerIsLeaving(id, under.endsAt);
  const mayLeave = !isOperator && (status === "ACTIVE" || status === "ISSUE_BLOCKED" || status === "SUSPENDED");
  if (!mayLeave) throw new TransitionRefused("partner", id, isOperator ? "OPERATOR" : status, "give notice");
}

/** The version in force then ends there; one that would begin later never comes into force. */
async function endContractsAt(tx: Tx, partnerId: string, endsAt: Date): Promise<void> {
  await tx.$executeRaw`
    UPDATE contract SET valid_until = greatest(${endsAt}::timestamptz, valid_from)
    WHERE partner_id = ${partnerId} AND (valid_until IS NULL OR valid_until > ${endsAt}::timestamptz)`;
}

/** Each version ends again where the next begins, and the last one does not. */
async function restoreContracts(tx: Tx, partnerId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE contract c SET valid_until = n.next_from FROM (
      SELECT id, lead(valid_from) OVER (ORDER BY version) AS next_from FROM contract WHERE partner_id = ${partnerId}
    ) n WHERE n.id = c.id AND c.valid_until IS DISTINCT FROM n.next_from`;
}

async function tellOffice(tx: Tx, { id, name }: Partner, at: Date): Promise<void> {
  const audience = { partnerId: null, roles: ["OPERATOR_ADMIN", "OPERATOR_RISK", "OPERATOR_FINANCE"] } as const;
  const href = `/operator/partners/${id}`;
  await notifyStaff(tx, audience, { kind: "PARTNER_EXIT", facts: { partner: name }, href, at });
}

export type WithdrawPartnerNotice = { partnerExitId: string; reason: string };

/** Takes a notice back before it has ended: the contract goes on as if it had not been given. */
export async function withdrawPartnerNotice(
  deps: Deps,
  actor: Actor,
  { partnerExitId, reason }: WithdrawPartnerNotice,
): Promise<PartnerExit> {
  can(actor, "exit:give");
  const named = await deps.db.partnerExit.findUnique({ where: { id: partnerExitId } });
  if (!named || !isOwn(actor, named.partnerId)) throw new PartnerExitNotFound(partnerExitId);
  return deps.db.$transaction(async (tx) => {
    await lockPartner(tx, named.partnerId);
    const exit = await tx.partnerExit.findUniqueOrThrow({ where: { id: partnerExitId } });
    if (exit.state === "WITHDRAWN") return exit;
    const at = deps.clock.now();
    const state = exit.state === "NOTICE" && exit.endsAt <= at ? "RUN_OFF" : exit.state;
    const to = nextExitState({ id: exit.id, state }, "withdraw");
    await restoreContracts(tx, exit.partnerId);
    await recordStep(tx, actor, {
      object: "partnerExit",
      objectId: exit.id,
      partnerId: exit.partnerId,
      from: exit.state,
      to,
      at,
      reason,
    });
    return tx.partnerExit.update({ where: { id: exit.id }, data: { state: to } });
  });
}

const isOwn = (actor: Actor, partnerId: string) => actor.kind !== "partnerStaff" || actor.partnerId === partnerId;
