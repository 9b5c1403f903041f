import type { Actor } from "#api/kernel/actor.ts";
import { findLastReceipts, findSettledReceipts, type ReceiptsRecorded } from "#api/ledger/read/receipts.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { purchaseOf, returnOf, withReturns } from "#api/use-cases/purchases/find-purchases.ts";
import { type Follower, followers, type Recorded } from "./followers.ts";

/** Receipts told at once. */
const CHUNK = 500n;

/**
 * Tells followers of every purchase and return recorded since the last time, a chunk at a time. How far it came is kept
 * after a chunk: whatever breaks off, the chunk is told again. Answers how many receipts it told.
 */
export async function followReceipts(deps: Deps, actor: Actor, told: readonly Follower[] = followers): Promise<number> {
  can(actor, "job:run");
  const { db } = deps;
  await db.followedReceipts.createMany({ data: [{ id: 1 }], skipDuplicates: true });
  let after: ReceiptsRecorded = await db.followedReceipts.findUniqueOrThrow({ where: { id: 1 } });
  if (hasReached(after, await findLastReceipts(db))) return 0;
  const end = await db.$transaction((tx) => findSettledReceipts(tx));
  let receipts = 0;
  while (!hasReached(after, end)) {
    const upTo = chunkAfter(after, end);
    const recorded = await recordedIn(deps, after, upTo);
    receipts += recorded.purchases.length + recorded.returns.length;
    for (const follow of told) await follow(deps, recorded);
    deps.reach?.("following: receipts told");
    await keep(deps, upTo);
    after = upTo;
  }
  return receipts;
}

/** Purchases first: nobody hears of goods that came back before they were bought. */
function chunkAfter(after: ReceiptsRecorded, end: ReceiptsRecorded): ReceiptsRecorded {
  const purchaseOrd = least(after.purchaseOrd + CHUNK, end.purchaseOrd);
  const returnOrd = purchaseOrd < end.purchaseOrd ? after.returnOrd : least(after.returnOrd + CHUNK, end.returnOrd);
  return { purchaseOrd, returnOrd };
}

const least = (one: bigint, other: bigint) => (one < other ? one : other);

async function recordedIn({ db }: Deps, after: ReceiptsRecorded, upTo: ReceiptsRecorded): Promise<Recorded> {
  const [purchases, returns] = await Promise.all([
    db.purchase.findMany({
      where: { ord: { gt: after.purchaseOrd, lte: upTo.purchaseOrd } },
      include: withReturns,
      orderBy: { ord: "asc" },
    }),
    db.purchaseReturn.findMany({
      where: { ord: { gt: after.returnOrd, lte: upTo.returnOrd } },
      include: { purchase: { include: withReturns } },
      orderBy: { ord: "asc" },
    }),
  ]);
  return {
    purchases: purchases.map(purchaseOf),
    returns: returns.map(({ purchase, ...row }) => ({ purchaseReturn: returnOf(row), purchase: purchaseOf(purchase) })),
  };
}

/** Never back: another may have come further already. */
async function keep({ db }: Deps, { purchaseOrd, returnOrd }: ReceiptsRecorded): Promise<void> {
  await db.$executeRaw`
    UPDATE followed_receipts SET purchase_ord = greatest(purchase_ord, ${purchaseOrd}),
      return_ord = greatest(return_ord, ${returnOrd}) WHERE id = 1`;
}

const hasReached = (done: ReceiptsRecorded, end: ReceiptsRecorded) =>
  done.purchaseOrd >= end.purchaseOrd && done.returnOrd >= end.returnOrd;
