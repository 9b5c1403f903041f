import type { Actor } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import type { Points } from "#api/kernel/points.ts";
import { findPackOf } from "#api/ledger/read/packs.ts";
import type { PrepaidPack } from "#api/sql/rows.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { once, requestOf } from "#api/use-cases/once.ts";
import { InvalidValue } from "#api/use-cases/partners/refusals.ts";
import { ContractNotPrepaid } from "#api/use-cases/prepaid/refusals.ts";
import { termsAt } from "#api/use-cases/purchases/context.ts";
import { PartnerMayNotIssue } from "#api/use-cases/purchases/refusals.ts";
import { mayIssue } from "#api/use-cases/purchases/standing.ts";

export type BuyPointsPack = { partnerId: string; points: Points; idempotencyKey: string };

/** A pack's points are whole numbers within what a till may ever issue. */
const PACK_POINTS_MAX = 1_000_000_000n;

/**
 * A PREPAID partner buys points at its contract's price of today; it pays for them with the cycle. They are issued after
 * those of the packs it bought before.
 */
export async function buyPointsPack(deps: Deps, actor: Actor, input: BuyPointsPack): Promise<PrepaidPack> {
  can(actor, "prepaid:buy", input);
  const { partnerId, points } = input;
  const { deedId } = await once(deps, requestOf("buyPointsPack", actor, input), async () => {
    const occurredAt = deps.clock.now();
    const { partner, contract } = await termsAt(deps, partnerId, occurredAt);
    if (contract.funding !== "PREPAID") throw new ContractNotPrepaid(partnerId);
    if (!mayIssue(partner)) throw new PartnerMayNotIssue(partnerId);
    if (points <= 0n || points > PACK_POINTS_MAX)
      throw new InvalidValue("points", String(points), `from 1 to ${PACK_POINTS_MAX}`);
    const pack = { packId: newId("prepaidPack"), partnerId, points, priceE6: contract.issueRateE6 };
    return { occurredAt, place: null, movements: [{ kind: "buyPack", ...pack }] };
  });
  return findPackOf(deps.db, deedId);
}
