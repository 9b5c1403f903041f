import { lotExpiry } from "#api/engine/lot-dates.ts";
import { type Actor, keyOwnerOf } from "#api/kernel/actor.ts";
import type { Points } from "#api/kernel/points.ts";
import { issueTerms } from "#api/ledger/issue-terms.ts";
import type { Movement } from "#api/ledger/movements.ts";
import { findLots } from "#api/ledger/read/redemptions.ts";
import { InsufficientPoints } from "#api/ledger/refusals.ts";
import type { Approval } from "#api/sql/rows.ts";
import { requestApproval } from "#api/use-cases/approvals/request-approval.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { resolveMember } from "#api/use-cases/members/resolve-members.ts";
import { once, requestOf } from "#api/use-cases/once.ts";
import { findProgramme } from "#api/use-cases/programme/read-programme.ts";
import { termsAt } from "#api/use-cases/purchases/context.ts";
import { checkPoints, type WalletAnswer, walletAnswer } from "./answer.ts";
import { LotNotFound } from "./refusals.ts";

export type AdjustPoints = {
  memberId: string;
  points: Points;
  /** The lot that loses the points; null: goodwill, a new lot that the operator pays for. */
  takeFromLotId?: string | null | undefined;
  reason: string;
  idempotencyKey: string;
};

/** Done at once, or waiting for a second person. */
export type AdjustAnswer = { memberId: string; done: WalletAnswer | null; approval: Approval | null };

/** Corrects a balance by hand: goodwill at once, against the member only when two people agree. */
export async function adjustPoints(deps: Deps, actor: Actor, input: AdjustPoints): Promise<AdjustAnswer> {
  can(actor, "points:adjust");
  checkPoints(input.points);
  const { takeFromLotId } = input;
  if (!takeFromLotId) return giveGoodwill(deps, actor, input);
  const { memberId, points, reason, idempotencyKey } = input;
  if (!(await askedBefore(deps, actor, idempotencyKey)))
    await checkLot(deps, { memberId, points, lotId: takeFromLotId });
  const payload = { memberId, lotId: takeFromLotId, points: String(points) };
  const request = { action: "adjustPoints", subjectId: memberId, payload, reason, idempotencyKey };
  return { memberId, done: null, approval: await requestApproval(deps, actor, request) };
}

/** What runs when the second person agrees. The approval is the key, so it runs once. */
export async function takeApprovedPoints(deps: Deps, actor: Actor, approval: Approval): Promise<WalletAnswer> {
  const { memberId, lotId, points } = approval.payload as { memberId: string; lotId: string; points: string };
  const request = requestOf("adjustPoints", actor, { approvalId: approval.id, idempotencyKey: approval.id });
  const posted = await once(deps, request, async () => ({
    occurredAt: deps.clock.now(),
    place: null,
    reason: approval.reason,
    movements: [{ kind: "adjustDebit", memberId, lotId, points: BigInt(points) }],
  }));
  return walletAnswer(deps, posted);
}

async function giveGoodwill(deps: Deps, actor: Actor, input: AdjustPoints): Promise<AdjustAnswer> {
  const posted = await once(deps, requestOf("adjustPoints", actor, input), async () => {
    const { memberId } = await resolveMember(deps, actor, { memberId: input.memberId });
    const occurredAt = deps.clock.now();
    const movements = [await goodwill(deps, { memberId, points: input.points, at: occurredAt })];
    return { occurredAt, place: null, reason: input.reason, movements };
  });
  const done = await walletAnswer(deps, posted);
  return { memberId: done.memberId, done, approval: null };
}

type Goodwill = { memberId: string; points: Points; at: Date };

/** Points like any others, issued by the operator as a partner under its own contract. */
export async function goodwill(deps: Deps, { memberId, points, at }: Goodwill): Promise<Movement> {
  const operator = await deps.db.partner.findFirstOrThrow({ where: { isOperator: true }, select: { id: true } });
  const [programme, { contract }] = await Promise.all([findProgramme(deps), termsAt(deps, operator.id, at)]);
  const expiresAt = lotExpiry(at, programme.pointsValidityMonths, programme.timeZone);
  return { kind: "adjustCredit", memberId, points, terms: issueTerms(contract), expiresAt };
}

/** A retry is answered with the first request, whatever became of the lot since. */
async function askedBefore({ db }: Deps, actor: Actor, key: string): Promise<boolean> {
  return (await db.requestKey.count({ where: { owner: keyOwnerOf(actor), key } })) > 0;
}

async function checkLot(deps: Deps, wanted: { memberId: string; lotId: string; points: Points }): Promise<void> {
  const lot = (await findLots(deps.db, [wanted.lotId])).get(wanted.lotId);
  if (lot?.memberId !== wanted.memberId) throw new LotNotFound(wanted.lotId);
  if (lot.available < wanted.points) throw new InsufficientPoints(lot.available);
}
