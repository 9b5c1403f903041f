import { builder } from "#api/graph/builder.ts";
import { connectionOf } from "#api/graph/connection.ts";
import { byId } from "#api/graph/loaders.ts";
import { Member } from "#api/graph/member.ts";
import type { Sibling as SiblingRow } from "#api/kernel/sum-tree.ts";
import type { BalanceTree as BalanceTreeRow } from "#api/sql/rows.ts";
import {
  type BalanceProof as BalanceProofRow,
  listBalanceTrees,
  proveBalances,
  readBalanceTree,
} from "#api/use-cases/balance-tree/prove-balance.ts";

const BalanceTree = builder.objectRef<BalanceTreeRow>("BalanceTree").implement({
  description:
    "All members' points at one instant as a tree of hashes and sums. Who keeps its root can tell whether what is owed was changed afterwards.",
  fields: (t) => ({
    id: t.exposeID("id", { description: "Opaque, permanent." }),
    takenAt: t.expose("takenAt", { type: "DateTime", description: "When." }),
    memberCount: t.exposeInt("memberCount", { description: "How many balances are in it." }),
    points: t.expose("points", { type: "Points", description: "Their sum: what is owed to all members together." }),
    root: t.exposeString("root", { description: "The topmost hash: SHA-256, in hexadecimal." }),
    signature: t.exposeString("signature", {
      description: "Compact JWS over all of this, by the key at /.well-known/jwks.json. Empty: nothing signed it.",
    }),
  }),
});
const treePages = connectionOf("BalanceTree", BalanceTree, ({ id }) => id);

const Side = builder.enumType("BalanceProofSide", {
  description: "On which side of the way a neighbour stands.",
  values: { LEFT: { description: "Comes first." }, RIGHT: { description: "Comes second." } } as const,
});

const BalanceProofStep = builder.objectRef<SiblingRow>("BalanceProofStep").implement({
  description: "The neighbour of one node on the way up.",
  fields: (t) => ({
    hash: t.string({ description: "Its hash, in hexadecimal.", resolve: ({ hash }) => hash.toString("hex") }),
    points: t.expose("sum", { type: "Points", description: "The sum of what lies below it; never negative." }),
    side: t.expose("side", { type: Side, description: "Where it stands." }),
  }),
});

const BalanceProof = builder.objectRef<BalanceProofRow>("BalanceProof").implement({
  description:
    "The way from one member's balance to the root. Leaf: SHA-256 of a zero byte, SHA-256 of `memberId nonce` and the points as 8 bytes. Above: SHA-256 of a one byte, then left hash, left points, right hash, right points.",
  fields: (t) => ({
    tree: t.expose("tree", { type: BalanceTree, description: "The tree it leads into." }),
    memberId: t.exposeID("memberId", { description: "Whose balance." }),
    points: t.expose("points", {
      type: "Points",
      description: "What they had when the tree was taken: spendable, pending and set aside.",
    }),
    nonce: t.exposeString("nonce", { description: "Keeps others from finding the leaf; nobody else is told." }),
    way: t.expose("way", {
      type: [BalanceProofStep],
      description: "From the leaf upwards; bounded by the tree's height.",
    }),
  }),
});
const proofs = byId(proveBalances);

builder.objectField(Member, "balanceProof", (t) =>
  t.field({
    type: BalanceProof,
    nullable: true,
    description: "That their points are inside the published total. Null before the first tree, and for anybody else.",
    resolve: ({ id }, _args, context) => proofs.find(context, id),
  }),
);

builder.queryField("balanceTree", (t) =>
  t.field({
    type: BalanceTree,
    nullable: true,
    description: "The last tree of balances; taken once a business day. Null before the first.",
    resolve: (_root, _args, { deps, actor }) => readBalanceTree(deps, actor),
  }),
);

builder.queryField("balanceTrees", (t) =>
  t.field(
    treePages({
      description: "Trees of balances, newest first.",
      resolve: (_root, page, _filters, { deps, actor }) => listBalanceTrees(deps, actor, page),
    }),
  ),
);
