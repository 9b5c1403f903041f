import type { Actor } from "#api/kernel/actor.ts";
import { countsOfMerge } from "#api/ledger/member-counters.ts";
import type { Tx } from "#api/sql/rows.ts";
import { can } from "#api/use-cases/can.ts";
import { customersFollow } from "#api/use-cases/customers/follow-merge.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { communityFollows } from "#api/use-cases/members/follow-merge.ts";
import { MemberNotActive, MemberNotFound } from "#api/use-cases/members/refusals.ts";
import { offersFollow } from "#api/use-cases/offers/follow-merge.ts";
import { once, requestOf } from "#api/use-cases/once.ts";
import { placesFollow } from "#api/use-cases/pools/follow-merge.ts";
import { privilegesFollow } from "#api/use-cases/tiers/merge-privileges.ts";
import { recordSteps } from "#api/use-cases/transitions.ts";
import { SameMember } from "./refusals.ts";

export type MergeMembers = {
  /** Ends: its identifiers, cards, points and debts go to the other. */
  fromMemberId: string;
  intoMemberId: string;
  reason: string;
  idempotencyKey: string;
};

export type MergeAnswer = { fromMemberId: string; intoMemberId: string; replayed: boolean };

/**
 * Two memberships of one person become one. The identifiers move first: from then on tills find the survivor, and
 * what they earn in between lands there, and what was counted for one is counted for the other. If the points did not
 * follow, the same key moves them.
 */
export async function mergeMembers(deps: Deps, actor: Actor, input: MergeMembers): Promise<MergeAnswer> {
  can(actor, "member:merge");
  const { fromMemberId, intoMemberId, reason } = input;
  if (fromMemberId === intoMemberId) throw new SameMember(intoMemberId);
  const request = requestOf("mergeMembers", actor, input);
  const first = await deps.ledger.findDeed(request.owner, request.key, request.fingerprint);
  if (first) return { fromMemberId, intoMemberId, replayed: true };
  await deps.db.$transaction((tx) => joinPersons(tx, actor, { input, at: deps.clock.now() }));
  const { replayed } = await once(deps, request, async () => ({
    occurredAt: deps.clock.now(),
    place: null,
    reason,
    movements: [{ kind: "merge", fromMemberId, intoMemberId }],
    counts: await countsOfMerge(deps.db, fromMemberId, intoMemberId),
  }));
  return { fromMemberId, intoMemberId, replayed };
}

async function joinPersons(tx: Tx, actor: Actor, { input, at }: { input: MergeMembers; at: Date }): Promise<void> {
  const { fromMemberId, intoMemberId, reason } = input;
  await tx.$executeRaw`SELECT FROM member WHERE id IN (${fromMemberId}, ${intoMemberId}) ORDER BY id FOR UPDATE`;
  const members = await tx.member.findMany({ where: { id: { in: [fromMemberId, intoMemberId] } } });
  const from = members.find(({ id }) => id === fromMemberId);
  const into = members.find(({ id }) => id === intoMemberId);
  if (!from) throw new MemberNotFound(fromMemberId);
  if (!into) throw new MemberNotFound(intoMemberId);
  if (into.status !== "ACTIVE") throw new MemberNotActive(into.status);
  if (from.status === "MERGED" && from.mergedIntoId === intoMemberId) return;
  if (from.status === "MERGED" || from.status === "CLOSED") throw new MemberNotActive(from.status);
  const moved = { where: { memberId: fromMemberId }, data: { memberId: intoMemberId } };
  await tx.identifier.updateMany(moved);
  await tx.card.updateMany(moved);
  await communityFollows(tx, fromMemberId, intoMemberId);
  await placesFollow(tx, actor, { fromMemberId, intoMemberId, at });
  await offersFollow(tx, fromMemberId, intoMemberId);
  await privilegesFollow(tx, actor, { fromMemberId, intoMemberId, at });
  await tx.member.updateMany({ where: { mergedIntoId: fromMemberId }, data: { mergedIntoId: intoMemberId } });
  const gone = { status: "MERGED" as const, mergedIntoId: intoMemberId, userId: null };
  await tx.member.update({ where: { id: fromMemberId }, data: gone });
  await customersFollow(tx, { fromMemberId, intoMemberId, at });
  if (into.userId === null) await tx.member.update({ where: { id: intoMemberId }, data: { userId: from.userId } });
  await recordSteps(tx, actor, [
    { object: "member", objectId: fromMemberId, from: from.status, to: "MERGED", at, reason },
  ]);
}
