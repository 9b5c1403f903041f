import type { Actor } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import type { Approval, TierLadder, Tx } from "#api/sql/rows.ts";
import { plain, requestApproval } from "#api/use-cases/approvals/request-approval.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { checkText } from "#api/use-cases/partners/values.ts";
import { recordSteps } from "#api/use-cases/transitions.ts";
import { checkLadder, type LadderDefinition, ladderDefinition } from "./ladder.ts";
import { monthText } from "./months.ts";
import { monthNow } from "./standing.ts";

/** The definition is LadderDefinition (ladder.ts) as somebody wrote it: it is checked here. */
export type ProposeTierLadder = { definition: unknown; reason: string; idempotencyKey: string };

/** Asks a second person for a ladder. In force from the yes on; the one before ends there. */
export async function proposeTierLadder(deps: Deps, actor: Actor, input: ProposeTierLadder): Promise<Approval> {
  can(actor, "tier:propose");
  const { idempotencyKey } = input;
  const reason = checkText("reason", input.reason);
  const definition = checkLadder(input.definition);
  const request = {
    action: "proposeTierLadder",
    subjectId: "tiers",
    payload: plain({ definition }),
    reason,
    idempotencyKey,
  };
  return requestApproval(deps, actor, request);
}

/** What runs at the yes: members keep what they had reached, and everybody is counted by the new ladder. */
export async function tierLadderApproved(deps: Deps, actor: Actor, approval: Approval): Promise<TierLadder> {
  const definition = ladderDefinition.parse((approval.payload as { definition: unknown }).definition);
  const { id: approvalId, reason } = approval;
  const now = await monthNow(deps);
  return deps.db.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('tier ladder'))`;
    const known = await tx.tierLadder.findUnique({ where: { approvalId } });
    if (known) return known;
    const at = deps.clock.now();
    const before = await tx.tierLadder.findFirst({ where: { validUntil: null } });
    if (before) {
      await tx.tierLadder.update({ where: { id: before.id }, data: { validUntil: at } });
      await keepReached(tx, definition, now);
    }
    const version = (before?.version ?? 0) + 1;
    const made = await tx.tierLadder.create({
      data: { id: newId("tierLadder"), version, definition, reason, validFrom: at, approvalId },
    });
    const why = { object: "tierLadder", at, reason, approvalId };
    const ended = before ? [{ ...why, objectId: before.id, from: "IN_FORCE", to: "REPLACED" }] : [];
    await recordSteps(tx, actor, [
      { ...why, objectId: made.id, from: null, to: "IN_FORCE", after: { version, definition } },
      ...ended,
    ]);
    await deps.enqueue?.(tx, "reviewTiers", {}, { soon: true });
    return made;
  });
}

/** What was reached by earlier thresholds is lost by the clock, never by a change of the ladder. */
async function keepReached(tx: Tx, { period }: LadderDefinition, now: number): Promise<void> {
  const keptUntil = monthText(now + (period === "ROLLING_YEAR" ? 12 : 1));
  await tx.$executeRaw`
    UPDATE member_tier SET kept_tier = tier, kept_until = ${keptUntil}, counted_from = ${monthText(now)}`;
}
