import { localDate } from "#api/engine/lot-dates.ts";
import type { Actor } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import type { Points } from "#api/kernel/points.ts";
import { leafOf, levelAbove, NODE_BYTES, nodeAt, writeNode } from "#api/kernel/sum-tree.ts";
import { readAllBalances } from "#api/ledger/read/wallets.ts";
import type { BalanceTree } from "#api/sql/rows.ts";
import { inSnapshot } from "#api/sql/snapshot.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { findProgramme } from "#api/use-cases/programme/read-programme.ts";
import { leafKey, nonceOf } from "./nonce.ts";

/** Nodes kept in one row. */
export const CHUNK_NODES = 512;
/** Members check the last tree; of older ones the roots are enough. */
const TREES_KEPT_WHOLE = 7;
const KEY_BYTES = NODE_BYTES - 8;

/**
 * Puts the balances of all members at one instant into a tree and publishes its root, once a business day. Answers null
 * when the day has one. Memory: 40 bytes a member, three times.
 */
export async function takeBalances(deps: Deps, actor: Actor): Promise<BalanceTree | null> {
  can(actor, "job:run");
  const { db } = deps;
  const takenAt = deps.clock.now();
  const { timeZone } = await findProgramme(deps);
  const day = new Date(`${localDate(takenAt, timeZone)}T00:00:00Z`);
  if (await db.balanceTree.findUnique({ where: { day } })) return null;
  const id = newId("balanceTree", takenAt.getTime());
  const { leaves, points, memberCount } = await readLeaves(deps, id);
  if (memberCount === 0) return null;
  const levels = levelsOver(leaves);
  const top = nodeAt(levels.at(-1) ?? leaves, 0);
  if (!top || top.sum !== points) throw new Error(`The tree sums ${top?.sum} points, the wallets hold ${points}.`);
  const height = levels.length - 1;
  const said = { id, takenAt, memberCount, points, height, root: top.hash.toString("hex") };
  const signature = (await deps.sign?.(claimsOf(said))) ?? "";
  return db.$transaction(async (tx) => {
    const tree = await tx.balanceTree.create({ data: { ...said, day, signature } });
    // Keys below, hashes above: what a leaf's hash is follows from its key and sum.
    for (const [level, nodes] of [leaves, ...levels.slice(1)].entries()) {
      await tx.balanceTreeNodes.createMany({ data: chunksOf(nodes, { treeId: id, level }) });
    }
    deps.reach?.("balance tree: stored");
    const old = await tx.balanceTree.findMany({
      orderBy: { day: "desc" },
      skip: TREES_KEPT_WHOLE,
      select: { id: true },
    });
    await tx.balanceTreeNodes.deleteMany({ where: { treeId: { in: old.map((tree) => tree.id) } } });
    return tree;
  }, LONG);
}

const LONG = { maxWait: 10_000, timeout: 300_000 } as const;

type Said = Pick<BalanceTree, "id" | "takenAt" | "memberCount" | "points" | "root">;

/** What the signature says. */
export const claimsOf = ({ id, takenAt, memberCount, points, root }: Said) => ({
  balanceTree: id,
  takenAt: takenAt.toISOString(),
  memberCount,
  points: String(points),
  root,
});

/** Key and sum of every wallet, in the order of keys, which tells nothing about who they are. */
async function readLeaves(deps: Deps, treeId: string) {
  const keys: Buffer[] = [];
  let points: Points = 0n;
  await inSnapshot(deps.db, async (tx) => {
    for await (const balance of readAllBalances(tx)) {
      const leaf = Buffer.alloc(NODE_BYTES);
      leafKey(balance.memberId, nonceOf(deps, treeId, balance.memberId)).copy(leaf);
      leaf.writeBigUInt64BE(balance.points, KEY_BYTES);
      keys.push(leaf);
      points += balance.points;
    }
  });
  keys.sort(Buffer.compare);
  return { leaves: Buffer.concat(keys), points, memberCount: keys.length };
}

function levelsOver(leaves: Buffer): Buffer[] {
  let top: Buffer = Buffer.alloc(leaves.length);
  for (let index = 0; index * NODE_BYTES < leaves.length; index++) writeNode(top, index, leafAt(leaves, index));
  const levels = [top];
  while (top.length > NODE_BYTES) {
    top = levelAbove(top);
    levels.push(top);
  }
  return levels;
}

/** The node of a kept leaf: its key stands where other levels have their hash. */
export function leafAt(leaves: Buffer, index: number) {
  const kept = nodeAt(leaves, index);
  if (!kept) throw new Error(`There is no leaf ${index}.`);
  return leafOf(kept.hash, kept.sum);
}

function chunksOf(nodes: Buffer, { treeId, level }: { treeId: string; level: number }) {
  const bytes = CHUNK_NODES * NODE_BYTES;
  return Array.from({ length: Math.ceil(nodes.length / bytes) }, (_, chunk) => {
    const part = nodes.subarray(chunk * bytes, (chunk + 1) * bytes);
    const firstKey = level === 0 ? part.subarray(0, KEY_BYTES).toString("hex") : "";
    return { treeId, level, chunk, firstKey, nodes: new Uint8Array(part) };
  });
}
