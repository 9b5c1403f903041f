import { type Actor, actorRef, personOf } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import type { Approval, Tx } from "#api/sql/rows.ts";
import { decides } from "#api/use-cases/approvals/decides.ts";
import { approvalPath } from "#api/use-cases/approvals/houses.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { takeKey } from "#api/use-cases/keys.ts";
import { notifyStaff } from "#api/use-cases/notices/notify.ts";
import { operatorsWhoMay, partnersWhoMay } from "#api/use-cases/notices/who-may.ts";

/** What can lie in the payload: JSON, with bigints as decimal text. */
export type Payload = { [name: string]: string | number | boolean | null | Payload | Payload[] | string[] };

/** Something written as JSON, without what is absent. */
export const plain = (written: object): Payload => JSON.parse(JSON.stringify(written)) as Payload;

export type RequestApproval = {
  /** A name in `approvalActions`. */
  action: string;
  /** What the deed is about: a member, a cycle. */
  subjectId: string;
  /** Whose second person decides; the operator's when absent. */
  partnerId?: string | null;
  /** The use case's input, as it will run. */
  payload: Payload;
  /** How things stood when it was asked for: kept in the payload, but no part of what the key stands for. */
  seen?: Payload;
  reason: string;
  idempotencyKey: string;
};

/**
 * Lays a deed before a second person. The use case that calls this has already asked `can` and checked the input; what
 * depends on how things stand it checks in `require`, which a retried request no longer has to pass. Everybody who may
 * be the second person is told.
 */
export async function requestApproval(
  deps: Deps,
  actor: Actor,
  input: RequestApproval,
  require: (tx: Tx) => Promise<void> = async () => {},
): Promise<Approval> {
  const id = newId("approval");
  const { seen = {}, ...asked } = input;
  const { action, subjectId, reason, partnerId = null } = asked;
  const payload = { ...asked.payload, ...seen };
  return deps.db.$transaction(async (tx) => {
    const first = await takeKey(tx, actor, { verb: "requestApproval", input: asked, objectId: id });
    if (first) return tx.approval.findUniqueOrThrow({ where: { id: first } });
    await require(tx);
    const at = deps.clock.now();
    return layApproval(tx, actor, { id, action, subjectId, partnerId, payload, reason, at });
  });
}

type Laid = Pick<Approval, "id" | "action" | "subjectId" | "partnerId" | "reason"> & { payload: Payload; at: Date };

/** Lays it there in the transaction of whoever has a key of its own, and tells those who may decide. */
export async function layApproval(tx: Tx, actor: Actor, { at, ...laid }: Laid): Promise<Approval> {
  await tellDeciders(tx, actor, laid, at);
  return tx.approval.create({ data: { ...laid, requestedBy: actorRef(actor), requestedAt: at } });
}

async function tellDeciders(
  tx: Tx,
  actor: Actor,
  { action, subjectId, partnerId, payload }: Pick<Laid, "action" | "subjectId" | "partnerId" | "payload">,
  at: Date,
): Promise<void> {
  const decide = decides[action];
  if (!decide) return;
  const roles = partnerId === null ? operatorsWhoMay(decide) : partnersWhoMay(decide);
  const href = approvalPath(partnerId === null ? "operator" : "partner", { action, subjectId, payload });
  const audience = { partnerId, roles, except: personOf(actor)?.id ?? null };
  await notifyStaff(tx, audience, { kind: "APPROVAL_WAITING", facts: { action }, href, at });
}
