import type { Actor } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import type { DeletionRequest, Tx } from "#api/sql/rows.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { type Machine, nextState } from "#api/use-cases/machine.ts";
import { DeletionRequestNotFound } from "#api/use-cases/messages/refusals.ts";
import { notifyStaff } from "#api/use-cases/notices/notify.ts";
import { operatorsWhoMay } from "#api/use-cases/notices/who-may.ts";
import { recordStep } from "#api/use-cases/transitions.ts";

type State = DeletionRequest["state"];
export const deletionMachine = {
  OPEN: { withdraw: "WITHDRAWN", settle: "DONE" },
  WITHDRAWN: {},
  DONE: {},
} as const satisfies Machine<State, "withdraw" | "settle">;

export const deletionStates = {
  OPEN: "The operator has to see to it.",
  WITHDRAWN: "The member wants it no more.",
  DONE: "The operator saw to it.",
} as const satisfies Record<State, string>;

type Asked = { memberId: string };

/** A member asks that what is known about them be deleted. Asking twice is asking once; the operator is told. */
export async function requestDeletion(deps: Deps, actor: Actor, { memberId }: Asked): Promise<DeletionRequest> {
  can(actor, "deletion:ask", { memberId });
  return deps.db.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT FROM member WHERE id = ${memberId} FOR NO KEY UPDATE`;
    const open = await findOpen(tx, memberId);
    if (open) return open;
    const at = deps.clock.now();
    const id = newId("deletionRequest");
    await recordStep(tx, actor, { object: "deletionRequest", objectId: id, from: null, to: "OPEN", at });
    const audience = { partnerId: null, roles: operatorsWhoMay("deletion:work") };
    const href = `/operator/members/${memberId}`;
    await notifyStaff(tx, audience, { kind: "DELETION_REQUESTED", facts: { member: memberId }, href, at });
    return tx.deletionRequest.create({ data: { id, memberId, createdAt: at } });
  });
}

/** The member thinks better of it. What is not open any more stays as it is. */
export async function withdrawDeletion(
  deps: Deps,
  actor: Actor,
  { deletionRequestId, memberId }: { deletionRequestId: string; memberId: string },
): Promise<DeletionRequest> {
  can(actor, "deletion:ask", { memberId });
  return end(deps, actor, { id: deletionRequestId, memberId }, "withdraw");
}

/** The operator saw to it. */
export async function settleDeletion(
  deps: Deps,
  actor: Actor,
  { deletionRequestId }: { deletionRequestId: string },
): Promise<DeletionRequest> {
  can(actor, "deletion:work");
  return end(deps, actor, { id: deletionRequestId }, "settle");
}

async function end(
  { db, clock }: Deps,
  actor: Actor,
  where: { id: string; memberId?: string },
  event: "withdraw" | "settle",
) {
  return db.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT FROM deletion_request WHERE id = ${where.id} FOR UPDATE`;
    const found = await tx.deletionRequest.findFirst({ where });
    if (!found) throw new DeletionRequestNotFound(where.id);
    if (found.state !== "OPEN") return found;
    const at = clock.now();
    const to = nextState<State, "withdraw" | "settle">(
      deletionMachine,
      { object: "deletion request", ...found },
      event,
    );
    await recordStep(tx, actor, { object: "deletionRequest", objectId: found.id, from: found.state, to, at });
    return tx.deletionRequest.update({ where: { id: found.id }, data: { state: to, endedAt: at } });
  });
}

const findOpen = (tx: Tx, memberId: string) => tx.deletionRequest.findFirst({ where: { memberId, state: "OPEN" } });
const lastOf = (tx: Tx, memberId: string) =>
  tx.deletionRequest.findFirst({ where: { memberId }, orderBy: { id: "desc" } });

/** The last wish of a member. Null: there was none. */
export async function readDeletionRequest(
  { db }: Deps,
  actor: Actor,
  memberId: string,
): Promise<DeletionRequest | null> {
  can(actor, "deletion:read", { memberId });
  return lastOf(db, memberId);
}
