import { builder } from "#api/graph/builder.ts";
import { connectionOf } from "#api/graph/connection.ts";
import { Entry, entries } from "#api/graph/entry.ts";
import { byId } from "#api/graph/loaders.ts";
import { Money } from "#api/graph/money.ts";
import type { BankLine as BankLineRow } from "#api/sql/rows.ts";
import { findBankLines, listBankLines } from "#api/use-cases/settlement/bank-lines.ts";

const bankLines = byId(findBankLines);

export const BankLine = builder.objectRef<BankLineRow>("BankLine");
builder.node(BankLine, {
  description: "One movement on the operator's settlement account, as the bank booked it. Only the operator sees them.",
  id: { resolve: ({ id }) => id, description: "Opaque, global, permanent." },
  loadMany: (ids, context) => bankLines.findMany(context, ids),
  fields: (t) => ({
    bookedOn: t.field({
      type: "Date",
      description: "When the bank booked it.",
      resolve: ({ bookedOn }) => bookedOn.toISOString().slice(0, 10),
    }),
    amount: t.field({
      type: Money,
      description: "Positive: money came in.",
      resolve: ({ amountE6 }) => amountE6,
    }),
    bankRef: t.exposeString("bankRef", { description: "The bank's own reference." }),
    endToEndId: t.exposeString("endToEndId", {
      nullable: true,
      description: "What the payer wrote it is for. Null when nothing.",
    }),
    remittance: t.exposeString("remittance", { nullable: true, description: "Free text. Null when there was none." }),
    entry: t.field({
      type: Entry,
      nullable: true,
      description: "What it moved in the books. Null when the viewer may not see it.",
      resolve: ({ entryId }, _args, context) => entries.find(context, entryId),
    }),
  }),
});
const bankLinePages = connectionOf("BankLine", BankLine, ({ id }) => id);

builder.queryField("bankLines", (t) =>
  t.field(
    bankLinePages({
      description: "Movements on the settlement account, newest first.",
      resolve: (_root, page, _filters, { deps, actor }) => listBankLines(deps, actor, page),
    }),
  ),
);
