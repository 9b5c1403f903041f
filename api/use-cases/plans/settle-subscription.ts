import { systemActor } from "#api/kernel/actor.ts";
import { fingerprint } from "#api/kernel/fingerprint.ts";
import type { Movement } from "#api/ledger/movements.ts";
import { findOpenLotsOfPlan } from "#api/ledger/read/plan-lots.ts";
import type { Lot, Tx } from "#api/sql/rows.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { operatorShares } from "#api/use-cases/jobs/operator-shares.ts";
import type { Subscribed } from "./subscribe.ts";

/**
 * Lays the points a plan gave as its subscription stands: they stand still while it is lapsed, and are let go, or lapse,
 * when that is over. What breaks off is done by whoever settles it next.
 */
export async function settleSubscription(deps: Deps, id: string): Promise<Subscribed> {
  const subscription = await find(deps.db, id);
  if (subscription.settled) return subscription;
  const lots = await findOpenLotsOfPlan(deps.db, subscription);
  const movements = await movementsFor(deps, subscription, lots);
  if (movements.length > 0) await post(deps, subscription, { lots, movements });
  deps.reach?.("plans: points laid");
  // Somebody moved it on meanwhile: that one settles it.
  const { state, round } = subscription;
  await deps.db.subscription.updateMany({ where: { id, state, round }, data: { settled: true, round: round + 1 } });
  return find(deps.db, id);
}

async function movementsFor(
  deps: Deps,
  { state, memberId, plan }: Subscribed,
  lots: readonly Lot[],
): Promise<Movement[]> {
  const ids = (of: readonly Lot[]) => of.map(({ id }) => id);
  if (state === "LAPSED") {
    const free = lots.filter(({ blockedAt }) => blockedAt === null);
    return free.length === 0 ? [] : [{ kind: "blockLots", memberId, lotIds: ids(free) }];
  }
  const frozen = lots.filter(({ blockedAt }) => blockedAt !== null);
  if (frozen.length === 0) return [];
  if (state === "ENDED" && plan.afterwards === "EXPIRE") {
    const shares = (await operatorShares(deps, deps.clock.now()))(frozen.map(({ issuerId }) => issuerId));
    return [{ kind: "expire", memberId, operatorShareBps: shares, lotIds: ids(frozen) }];
  }
  const held = await heldForOthers(deps.db, frozen);
  const own = frozen.filter(({ issuerId }) => !held.has(issuerId));
  return own.length === 0 ? [] : [{ kind: "unblockLots", memberId, lotIds: ids(own) }];
}

/** Issuers whose points stand still for a reason of their own: they are let go with all the others of the issuer. */
async function heldForOthers(tx: Tx, lots: readonly Lot[]): Promise<Set<string>> {
  const runs = await tx.lotRun.findMany({
    where: { partnerId: { in: lots.map(({ issuerId }) => issuerId) }, kind: { in: ["BLOCK_LOTS", "UNBLOCK_LOTS"] } },
    orderBy: { startedAt: "asc" },
  });
  const last = new Map(runs.map(({ partnerId, kind }) => [partnerId, kind]));
  return new Set([...last].filter(([, kind]) => kind === "BLOCK_LOTS").map(([partnerId]) => partnerId));
}

type Laid = { lots: readonly Lot[]; movements: Movement[] };

async function post(deps: Deps, { id, state, round }: Subscribed, { movements }: Laid): Promise<void> {
  const kind = "settleSubscription";
  await deps.ledger.post({
    kind,
    actor: systemActor,
    owner: "system",
    key: `${kind}:${id}:${round}`,
    fingerprint: fingerprint({ kind, id, state, round }),
    occurredAt: deps.clock.now(),
    place: null,
    movements,
  });
}

const find = (tx: Tx, id: string): Promise<Subscribed> =>
  tx.subscription.findUniqueOrThrow({ where: { id }, include: { plan: true } });
