import type { Actor } from "#api/kernel/actor.ts";
import { type Page, type PageArgs, pageOf } from "#api/kernel/page.ts";
import type { Points } from "#api/kernel/points.ts";
import { listPacksOf, sumUnissued } from "#api/ledger/read/packs.ts";
import type { PrepaidPack } from "#api/sql/rows.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { insideOf } from "#api/use-cases/partners/find-inside.ts";
import { findTerms } from "#api/use-cases/partners/find-terms.ts";

/** How far a PREPAID partner's packs reach. */
export type PrepaidView = {
  partnerId: string;
  pointsLeft: Points;
  alertPoints: Points | null;
  stopPoints: Points;
  /** It is time to buy the next pack. */
  isLow: boolean;
  /** Nothing can be issued any more. */
  isStopped: boolean;
};

/** Of partners that buy points in advance, or once did. */
export async function readPrepaid(
  deps: Deps,
  actor: Actor,
  partnerIds: readonly string[],
): Promise<Map<string, PrepaidView>> {
  const shown = insideOf(actor, "prepaid:read", partnerIds);
  if (shown.length === 0) return new Map();
  const [left, terms] = await Promise.all([sumUnissued(deps.db, shown), findTerms(deps, shown, deps.clock.now())]);
  const views = shown.flatMap((partnerId): [string, PrepaidView][] => {
    const contract = terms.get(partnerId)?.contract ?? null;
    const isPrepaid = contract?.funding === "PREPAID";
    if (!isPrepaid && !left.has(partnerId)) return [];
    const pointsLeft = left.get(partnerId) ?? 0n;
    const alertPoints = isPrepaid ? contract.prepaidAlertPoints : null;
    const stopPoints = isPrepaid ? (contract.prepaidStopPoints ?? 0n) : 0n;
    const isLow = isPrepaid && pointsLeft <= (alertPoints ?? stopPoints);
    return [
      [
        partnerId,
        { partnerId, pointsLeft, alertPoints, stopPoints, isLow, isStopped: isPrepaid && pointsLeft <= stopPoints },
      ],
    ];
  });
  return new Map(views);
}

/** Packs of partners, newest first. */
export async function listPacks(
  deps: Deps,
  actor: Actor,
  partnerIds: readonly string[],
  { first, after }: PageArgs,
): Promise<Map<string, Page<PrepaidPack>>> {
  const shown = insideOf(actor, "prepaid:read", partnerIds);
  const beforeSeq = after !== null && /^\d+$/.test(after) ? BigInt(after) : null;
  const packs = await listPacksOf(deps.db, shown, { beforeSeq, take: first + 1 });
  return new Map([...packs].map(([id, rows]) => [id, pageOf(rows, first)]));
}
