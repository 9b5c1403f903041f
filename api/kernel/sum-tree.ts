import { createHash } from "node:crypto";

/**
 * A tree of hashes in which every node also carries the sum of what lies below it, so that somebody who knows one leaf
 * and the way up can check that it is inside the total. Both children's sums go into the hash one by one: with only
 * their total in it, a dishonest keeper could hide a part (Chalkias, Chatzigiannis and Ji, "Broken Proofs of Solvency in
 * Blockchain Custodial Wallets and Exchanges", 2022).
 */
export type TreeNode = { hash: Buffer; sum: bigint };

/** A sibling on the way from a leaf to the root. */
export type Sibling = TreeNode & { side: "LEFT" | "RIGHT" };

/** Bytes of a node as it is kept: the hash, and the sum as an unsigned 64-bit number, highest byte first. */
export const NODE_BYTES = 40;
const HASH_BYTES = 32;

const LEAF = Buffer.of(0);
const INNER = Buffer.of(1);

/** Stands beside a node that has no neighbour. */
const nobody: TreeNode = { hash: createHash("sha256").update(Buffer.of(2)).digest(), sum: 0n };

export function leafOf(key: Buffer, sum: bigint): TreeNode {
  return { hash: hashOf(LEAF, key, sumBytes(sum)), sum };
}

export function parentOf(left: TreeNode, right: TreeNode): TreeNode {
  const hash = hashOf(INNER, left.hash, sumBytes(left.sum), right.hash, sumBytes(right.sum));
  return { hash, sum: left.sum + right.sum };
}

/** The level above, of nodes laid one after the other. */
export function levelAbove(level: Buffer): Buffer {
  const parents = Math.ceil(level.length / NODE_BYTES / 2);
  const above = Buffer.alloc(parents * NODE_BYTES);
  for (let index = 0; index < parents; index++) {
    writeNode(above, index, parentOf(nodeAt(level, 2 * index) ?? nobody, nodeAt(level, 2 * index + 1) ?? nobody));
  }
  return above;
}

/** Where the neighbour of a node stands, and on which side. */
export const siblingPlace = (index: number): { index: number; side: Sibling["side"] } =>
  index % 2 === 0 ? { index: index + 1, side: "RIGHT" } : { index: index - 1, side: "LEFT" };

export const siblingOf = (node: TreeNode | undefined, side: Sibling["side"]): Sibling => ({
  ...(node ?? nobody),
  side,
});

/** The root that follows from a leaf and the way up; whoever holds the published one compares. */
export function rootFrom(leaf: TreeNode, way: readonly Sibling[]): TreeNode {
  return way.reduce<TreeNode>(
    (below, sibling) => (sibling.side === "LEFT" ? parentOf(sibling, below) : parentOf(below, sibling)),
    leaf,
  );
}

export function nodeAt(level: Buffer, index: number): TreeNode | undefined {
  const at = index * NODE_BYTES;
  if (at >= level.length) return undefined;
  return { hash: level.subarray(at, at + HASH_BYTES), sum: level.readBigUInt64BE(at + HASH_BYTES) };
}

export function writeNode(level: Buffer, index: number, { hash, sum }: TreeNode): void {
  hash.copy(level, index * NODE_BYTES);
  level.writeBigUInt64BE(sum, index * NODE_BYTES + HASH_BYTES);
}

function sumBytes(sum: bigint): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(sum);
  return bytes;
}

function hashOf(...parts: Buffer[]): Buffer {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest();
}
