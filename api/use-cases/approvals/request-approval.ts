import { type Actor, actorRef } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import type { Approval } from "#api/sql/rows.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { takeKey } from "#api/use-cases/keys.ts";

/** What can lie in the payload: JSON, with bigints as decimal text. */
export type Payload = { [name: string]: string | number | boolean | null | Payload | Payload[] };

export type RequestApproval = {
  /** A name in `approvalActions`. */
  action: string;
  /** What the deed is about: a member, a cycle. */
  subjectId: string;
  /** The use case's input, as it will run. */
  payload: Payload;
  reason: string;
  idempotencyKey: string;
};

/** Lays a deed before a second person. The use case that calls this has already asked `can` and checked the input. */
export async function requestApproval(deps: Deps, actor: Actor, input: RequestApproval): Promise<Approval> {
  const id = newId("approval");
  const { action, subjectId, payload, reason } = input;
  return deps.db.$transaction(async (tx) => {
    const first = await takeKey(tx, actor, { verb: "requestApproval", input, objectId: id });
    if (first) return tx.approval.findUniqueOrThrow({ where: { id: first } });
    const requested = { requestedBy: actorRef(actor), requestedAt: deps.clock.now() };
    return tx.approval.create({ data: { id, action, subjectId, payload, reason, ...requested } });
  });
}
