import type { Actor } from "#api/kernel/actor.ts";
import type { SpendRequest, Tx } from "#api/sql/rows.ts";
import { can, may } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { recordStep } from "#api/use-cases/transitions.ts";
import { SpendRequestNotFound } from "./refusals.ts";
import { nextSpendRequestState, type SpendRequestEvent } from "./states.ts";

/** What the tills ask a member right now, oldest first; a member hears only their own. */
export async function findOpenRequests(
  { db, clock }: Deps,
  actor: Actor,
  memberIds: readonly string[],
): Promise<Map<string, SpendRequest[]>> {
  if (!may(actor, "spend:guard")) return new Map();
  const seen = memberIds.filter((id) => actor.kind !== "member" || actor.memberId === id);
  const where = { memberId: { in: seen }, state: "WAITING" as const, expiresAt: { gt: clock.now() } };
  const rows = await db.spendRequest.findMany({ where, orderBy: { id: "asc" } });
  const found = Map.groupBy(rows, ({ memberId }) => memberId);
  return new Map(seen.map((id) => [id, found.get(id) ?? []]));
}

/** One of them by its id, also when it is answered or over. */
export async function findRequest({ db }: Deps, actor: Actor, id: string): Promise<SpendRequest | null> {
  const request = may(actor, "spend:guard") ? await db.spendRequest.findUnique({ where: { id } }) : null;
  return request && actor.kind === "member" && request.memberId === actor.memberId ? request : null;
}

export type AnswerSpendRequest = { spendRequestId: string; answer: "APPROVE" | "REFUSE" };

/** The member's yes or no. After its time it is too late for either. */
export async function answerSpendRequest(deps: Deps, actor: Actor, input: AnswerSpendRequest): Promise<SpendRequest> {
  can(actor, "spend:guard");
  const { spendRequestId: id, answer } = input;
  const request = await findRequest(deps, actor, id);
  if (!request) throw new SpendRequestNotFound(id);
  const at = deps.clock.now();
  const event = request.expiresAt <= at ? "lapse" : answer === "APPROVE" ? "approve" : "refuse";
  const isSaid = request.state === (answer === "APPROVE" ? "APPROVED" : "REFUSED");
  return isSaid ? request : deps.db.$transaction((tx) => moveRequest(tx, actor, { id, event, at }));
}

type Move = { id: string; event: SpendRequestEvent; at: Date };

/** Moves one request on, held still meanwhile. */
export async function moveRequest(tx: Tx, actor: Actor, { id, event, at }: Move): Promise<SpendRequest> {
  await tx.$executeRaw`SELECT FROM spend_request WHERE id = ${id} FOR UPDATE`;
  const request = await tx.spendRequest.findUniqueOrThrow({ where: { id } });
  const state = nextSpendRequestState(request, event);
  await recordStep(tx, actor, { object: "spendRequest", objectId: id, from: request.state, to: state, at });
  return tx.spendRequest.update({ where: { id }, data: { state, answeredAt: at } });
}
