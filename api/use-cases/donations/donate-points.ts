import type { Actor } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import type { Points } from "#api/kernel/points.ts";
import { findDonations } from "#api/ledger/read/donations.ts";
import { can, may } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { resolveMember } from "#api/use-cases/members/resolve-members.ts";
import { once, requestOf } from "#api/use-cases/once.ts";
import { InvalidValue } from "#api/use-cases/partners/refusals.ts";
import { checkPoints, type RedemptionAnswer, redemptionAnswer } from "#api/use-cases/points/answer.ts";
import { captureOf, reserveOf } from "#api/use-cases/points/reservation.ts";
import { findProgramme } from "#api/use-cases/programme/read-programme.ts";
import { termsAt } from "#api/use-cases/purchases/context.ts";
import { checkMayRedeem } from "#api/use-cases/purchases/standing.ts";
import { requireUnlocked } from "#api/use-cases/spending/require-unlocked.ts";
import { CharityNotFound } from "./refusals.ts";

/** The use case's name is the deed's kind: donations are told from other redemptions by it. */
const DONATION = "donatePoints";

export type DonatePoints = { partnerId: string; points: Points; idempotencyKey: string };

/** A member's points go to a charity: a redemption there, paid for by whoever issued them. */
export async function donatePoints(deps: Deps, actor: Actor, input: DonatePoints): Promise<RedemptionAnswer> {
  can(actor, "points:donate");
  if (actor.kind !== "member") throw new InvalidValue("member", actor.kind, "the member whose points they are");
  const posted = await once(deps, requestOf(DONATION, actor, input), async () => {
    const { partnerId, points } = input;
    checkPoints(points);
    const at = deps.clock.now();
    const charity = await deps.db.charity.findUnique({ where: { partnerId } });
    if (!charity || charity.until) throw new CharityNotFound(partnerId);
    const [programme, { partner, contract }, { memberId }] = await Promise.all([
      findProgramme(deps),
      termsAt(deps, partnerId, at),
      resolveMember(deps, { kind: "system", id: "system" }, { memberId: actor.memberId }),
    ]);
    checkMayRedeem(partner);
    await requireUnlocked(deps, memberId);
    const burnId = newId("burn");
    const wanted = { burnId, memberId, redeemerId: partnerId, points, purchaseId: null };
    const movements = [reserveOf(wanted, programme, at), captureOf(burnId, points, contract)];
    return { occurredAt: at, place: { partnerId, locationId: null, terminalId: null }, movements };
  });
  return redemptionAnswer(deps, posted);
}

/** What members have given, the newest first; bounded by `DONATIONS_SHOWN`. A member hears only their own. */
export async function findDonationsOf(deps: Deps, actor: Actor, memberIds: readonly string[]) {
  if (!may(actor, "history:read")) return new Map<string, never>();
  const seen = memberIds.filter((id) => actor.kind !== "member" || actor.memberId === id);
  return findDonations(deps.db, seen, { kind: DONATION, first: DONATIONS_SHOWN });
}

export const DONATIONS_SHOWN = 50;
