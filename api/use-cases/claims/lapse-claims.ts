import type { Actor } from "#api/kernel/actor.ts";
import type { Tx } from "#api/sql/rows.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { notifyStaff } from "#api/use-cases/notices/notify.ts";
import { operatorsWhoMay } from "#api/use-cases/notices/who-may.ts";
import { moveClaim } from "./decide-claim.ts";

const CHUNK = 200;

/** A claim that the partner did not answer in time goes to the operator. Answers how many went. */
export async function lapseClaims(deps: Deps, actor: Actor): Promise<number> {
  can(actor, "job:run");
  const { db, clock } = deps;
  const at = clock.now();
  const where = { state: "WAITING" as const, deadlineAt: { lte: at } };
  const due = await db.claim.findMany({ where, orderBy: { deadlineAt: "asc" }, take: CHUNK, select: { id: true } });
  for (const { id } of due) {
    await db.$transaction(async (tx) => {
      // The partner may have answered at the last moment.
      const still = await tx.claim.count({ where: { id, ...where } });
      if (still > 0) await pass(tx, actor, { id, at });
    });
  }
  return due.length;
}

async function pass(tx: Tx, actor: Actor, { id, at }: { id: string; at: Date }): Promise<void> {
  const { partnerId } = await moveClaim(tx, actor, { id, event: "overdue", at });
  const { name: partner } = await tx.partner.findUniqueOrThrow({ where: { id: partnerId }, select: { name: true } });
  const audience = { partnerId: null, roles: operatorsWhoMay("claim:decide") };
  await notifyStaff(tx, audience, { kind: "CLAIM_OVERDUE", facts: { partner }, href: "/operator/claims", at });
}
