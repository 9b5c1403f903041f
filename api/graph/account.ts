import { builder } from "#api/graph/builder.ts";
import { connectionOf } from "#api/graph/connection.ts";
import { Entry } from "#api/graph/entry.ts";
import { LedgerAccount } from "#api/graph/entry-line.ts";
import { byId } from "#api/graph/loaders.ts";
import { Member, members } from "#api/graph/member.ts";
import { Money } from "#api/graph/money.ts";
import { Partner, partners } from "#api/graph/partner.ts";
import { kindOfId } from "#api/kernel/ids.ts";
import { isPointsAccount } from "#api/ledger/chart.ts";
import { type AccountBalance as BalanceRow, EVERYBODY } from "#api/ledger/read/accounts.ts";
import {
  findAccountMoves,
  listAccountBalances,
  listAccountTotals,
  moveKey,
  readAccount,
} from "#api/use-cases/books/find-accounts.ts";

const moves = byId(findAccountMoves);

const AccountBalance = builder.objectRef<BalanceRow>("AccountBalance").implement({
  description: "What stands on an account, or on all of its kind together. Debit positive, credit negative.",
  fields: (t) => ({
    account: t.expose("account", { type: LedgerAccount, description: "Which kind." }),
    isTotal: t.boolean({
      description: "Are all accounts of the kind meant?",
      resolve: ({ ownerId }) => ownerId === EVERYBODY,
    }),
    ownerId: t.id({
      nullable: true,
      description: "Whose: a partner, a member, a dispute. Null for the operator's own, and for all together.",
      resolve: ({ ownerId }) => (ownerId === EVERYBODY ? null : ownerId || null),
    }),
    partner: t.field({
      type: Partner,
      nullable: true,
      description: "The partner whose it is. Null for members', disputes' and the operator's own.",
      resolve: ({ ownerId }, _args, context) =>
        kindOfId(ownerId) === "partner" ? partners.find(context, ownerId) : null,
    }),
    member: t.field({
      type: Member,
      nullable: true,
      description: "The member whose it is. Null for partners', disputes' and the operator's own.",
      resolve: ({ ownerId }, _args, context) =>
        kindOfId(ownerId) === "member" ? members.find(context, ownerId) : null,
    }),
    points: t.field({
      type: "Points",
      nullable: true,
      description: "How many points. Null for money.",
      resolve: ({ account, amount }) => (isPointsAccount(account) ? amount : null),
    }),
    money: t.field({
      type: Money,
      nullable: true,
      description: "How much money. Null for points.",
      resolve: ({ account, amount }) => (isPointsAccount(account) ? null : amount),
    }),
    entryCount: t.int({
      description: "In how many entries it moved until then.",
      resolve: ({ entries }) => Number(entries),
    }),
  }),
});
const balancePages = connectionOf("AccountBalance", AccountBalance, ({ ownerId }) => ownerId);

const asOf = builder.args((t) => ({
  at: t.field({ type: "DateTime", description: "As the books stood then, by when entries were posted; absent: now." }),
}));

builder.queryFields((t) => ({
  accountTotals: t.field({
    type: [AccountBalance],
    description: "What stands on each kind of account that ever moved; for the operator's ledger readers.",
    args: asOf,
    resolve: (_root, args, { deps, actor }) => listAccountTotals(deps, actor, args),
  }),
  accountBalances: t.field(
    balancePages({
      description: "The accounts of one kind by owner, who had one at any time; for the operator's ledger readers.",
      args: { ...asOf, account: t.arg({ type: LedgerAccount, required: true, description: "Which kind." }) },
      resolve: (_root, page, args, { deps, actor }) => listAccountBalances(deps, actor, { ...args, ...page }),
    }),
  ),
  accountBalance: t.field({
    type: AccountBalance,
    description: "What stands on one account; for the operator's ledger readers.",
    args: {
      ...asOf,
      account: t.arg({ type: LedgerAccount, required: true, description: "Which kind." }),
      ownerId: t.arg.id({ description: "Whose. Absent: all of the kind together." }),
    },
    resolve: (_root, args, { deps, actor }) => readAccount(deps, actor, args),
  }),
}));

const AccountMove = builder.objectRef<{ account: BalanceRow["account"]; amount: bigint }>("AccountMove").implement({
  description: "What an entry moved on an account, or on all of its kind together. Debit positive.",
  fields: (t) => ({
    points: t.field({
      type: "Points",
      nullable: true,
      description: "How many points. Null for money.",
      resolve: ({ account, amount }) => (isPointsAccount(account) ? amount : null),
    }),
    money: t.field({
      type: Money,
      nullable: true,
      description: "How much money. Null for points.",
      resolve: ({ account, amount }) => (isPointsAccount(account) ? null : amount),
    }),
  }),
});

builder.objectField(Entry, "moveOn", (t) =>
  t.field({
    type: AccountMove,
    nullable: true,
    description: "What it moved on an account. Null when nothing, or when the viewer may not read the whole ledger.",
    args: {
      account: t.arg({ type: LedgerAccount, required: true, description: "Which kind." }),
      ownerId: t.arg.id({ description: "Whose. Absent: all of the kind together." }),
    },
    resolve: ({ id }, { account, ownerId }, context) => moves.find(context, moveKey(id, account, ownerId ?? null)),
  }),
);
