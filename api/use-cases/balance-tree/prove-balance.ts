import type { Actor } from "#api/kernel/actor.ts";
import { type Page, type PageArgs, pageOf } from "#api/kernel/page.ts";
import type { Points } from "#api/kernel/points.ts";
import { NODE_BYTES, nodeAt, type Sibling, siblingOf, siblingPlace } from "#api/kernel/sum-tree.ts";
import type { BalanceTree } from "#api/sql/rows.ts";
import { can, may } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { leafKey, nonceOf } from "./nonce.ts";
import { CHUNK_NODES, leafAt } from "./take-balances.ts";

/** What a member needs to check that their balance is inside the published total. */
export type BalanceProof = { tree: BalanceTree; memberId: string; points: Points; nonce: string; way: Sibling[] };

/** The last tree; null before the first. Whoever is signed in may know what is owed in all. */
export async function readBalanceTree({ db }: Deps, actor: Actor): Promise<BalanceTree | null> {
  can(actor, "balanceTree:read");
  return db.balanceTree.findFirst({ orderBy: { day: "desc" } });
}

/** Newest first; the cursor is the id. */
export async function listBalanceTrees(
  { db }: Deps,
  actor: Actor,
  { first, after }: PageArgs,
): Promise<Page<BalanceTree>> {
  can(actor, "balanceTree:read");
  const where = after ? { id: { lt: after } } : {};
  return pageOf(await db.balanceTree.findMany({ where, orderBy: { id: "desc" }, take: first + 1 }), first);
}

/** The way from a member's own balance to the root of the last tree, by member; nobody's but their own. */
export async function proveBalances(
  deps: Deps,
  actor: Actor,
  memberIds: readonly string[],
): Promise<Map<string, BalanceProof>> {
  const own = memberIds.filter(
    (id) => may(actor, "balanceTree:prove") && actor.kind === "member" && actor.memberId === id,
  );
  const tree = own.length === 0 ? null : await readBalanceTree(deps, actor);
  if (!tree) return new Map();
  const proofs = await Promise.all(own.map((memberId) => proofOf(deps, tree, memberId)));
  return new Map(proofs.flatMap((proof) => (proof ? [[proof.memberId, proof]] : [])));
}

/** Null for who joined after the tree was taken. */
async function proofOf(deps: Deps, tree: BalanceTree, memberId: string): Promise<BalanceProof | null> {
  const nonce = nonceOf(deps, tree.id, memberId);
  const key = leafKey(memberId, nonce);
  const kept = await deps.db.balanceTreeNodes.findFirst({
    where: { treeId: tree.id, level: 0, firstKey: { lte: key.toString("hex") } },
    orderBy: { firstKey: "desc" },
  });
  const nodes = Buffer.from(kept?.nodes ?? []);
  const within = Array.from({ length: nodes.length / NODE_BYTES }, (_, index) => index).find((index) =>
    nodeAt(nodes, index)?.hash.equals(key),
  );
  if (!kept || within === undefined) return null;
  const points = nodeAt(nodes, within)?.sum ?? 0n;
  return { tree, memberId, points, nonce, way: await wayUp(deps, tree, kept.chunk * CHUNK_NODES + within) };
}

async function wayUp({ db }: Deps, { id: treeId, height }: BalanceTree, leaf: number): Promise<Sibling[]> {
  const steps = Array.from({ length: height }, (_, level) => ({
    level,
    ...siblingPlace(Math.floor(leaf / 2 ** level)),
  }));
  const chunks = await db.balanceTreeNodes.findMany({
    where: { OR: steps.map(({ level, index }) => ({ treeId, level, chunk: Math.floor(index / CHUNK_NODES) })) },
  });
  const kept = new Map(chunks.map(({ level, chunk, nodes }) => [`${level} ${chunk}`, Buffer.from(nodes)]));
  return steps.map(({ level, index, side }) => {
    const nodes = kept.get(`${level} ${Math.floor(index / CHUNK_NODES)}`) ?? Buffer.alloc(0);
    const place = index % CHUNK_NODES;
    const there = place * NODE_BYTES < nodes.length;
    return siblingOf(there ? (level === 0 ? leafAt(nodes, place) : nodeAt(nodes, place)) : undefined, side);
  });
}
