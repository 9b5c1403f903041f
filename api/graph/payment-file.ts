import { builder } from "#api/graph/builder.ts";
import { connectionOf } from "#api/graph/connection.ts";
import { Cycle, cycles } from "#api/graph/cycle.ts";
import { byId } from "#api/graph/loaders.ts";
import { Money } from "#api/graph/money.ts";
import { PaymentKind, PaymentState } from "#api/graph/payment-instruction.ts";
import type { PaymentFile as PaymentFileRow } from "#api/sql/rows.ts";
import {
  findPaymentFiles,
  findPaymentFilesOf,
  listReturnFiles,
  type PaymentProgress as Progress,
  readPaymentProgress,
} from "#api/use-cases/payments/find-payments.ts";
import { findPaymentTables } from "#api/use-cases/payments/payment-table.ts";

const paymentFiles = byId(findPaymentFiles);
const paymentFilesOf = byId(findPaymentFilesOf);
const paymentTables = byId(findPaymentTables);
const progressOf = byId(readPaymentProgress);

export const PaymentFile = builder.objectRef<PaymentFileRow>("PaymentFile");
builder.node(PaymentFile, {
  description: "A file of transfers as it was given to the bank. Its bytes never change. Only the operator sees them.",
  id: { resolve: ({ id }) => id, description: "Opaque, global, permanent." },
  loadMany: (ids, context) => paymentFiles.findMany(context, ids),
  fields: (t) => ({
    messageId: t.exposeString("messageId", { description: "The id inside the file, which the bank's answer names." }),
    cycle: t.field({
      type: Cycle,
      nullable: true,
      description: "The cycle it pays out. Null: it sends money back to payers.",
      resolve: ({ cycleId }, _args, context) => cycles.find(context, cycleId),
    }),
    content: t.exposeString("content", { description: "The file: XML of ISO 20022, pain.001.001.09." }),
    csv: t.field({
      type: "String",
      description: "The same transfers as CSV.",
      resolve: async ({ id }, _args, context) => (await paymentTables.find(context, id)) ?? "",
    }),
    hash: t.exposeString("hash", { description: "SHA-256 of the content, hex." }),
    paymentCount: t.exposeInt("paymentCount", { description: "How many transfers." }),
    total: t.expose("totalE6", { type: Money, description: "How much they come to." }),
    createdBy: t.exposeString("createdBy", { description: "Who made it, as entries name them." }),
    createdAt: t.expose("createdAt", { type: "DateTime", description: "When." }),
  }),
});

builder.objectField(Cycle, "paymentFiles", (t) =>
  t.field({
    type: [PaymentFile],
    description: "The files its pay-outs went out in, the first first. Empty when the viewer may not see them.",
    resolve: async ({ id }, _args, context) => (await paymentFilesOf.find(context, id)) ?? [],
  }),
);

const paymentFilePages = connectionOf("PaymentFile", PaymentFile, ({ id }) => id);

builder.queryField("returnFiles", (t) =>
  t.field(
    paymentFilePages({
      description: "Files that send money back to payers, newest first. Empty when the viewer may not see them.",
      resolve: (_root, page, _filters, { deps, actor }) => listReturnFiles(deps, actor, page),
    }),
  ),
);

builder.queryField("paymentFile", (t) =>
  t.field({
    type: PaymentFile,
    nullable: true,
    description: "One file of pay-outs. Null when there is none, or none the viewer may see.",
    args: { id: t.arg.id({ required: true, description: "As any `id` field gave it." }) },
    resolve: (_root, { id }, context) => paymentFiles.find(context, id),
  }),
);

const PaymentProgress = builder.objectRef<Progress>("PaymentProgress").implement({
  description: "How many of a cycle's payments are in one state, and how much money they are.",
  fields: (t) => ({
    kind: t.expose("kind", { type: PaymentKind, description: "Which way the money goes." }),
    state: t.expose("state", { type: PaymentState, description: "The state." }),
    count: t.exposeInt("count", { description: "How many." }),
    amount: t.expose("amountE6", { type: Money, description: "How much together." }),
    received: t.expose("receivedE6", { type: Money, description: "How much of it came in." }),
  }),
});

builder.objectField(Cycle, "paymentProgress", (t) =>
  t.field({
    type: [PaymentProgress],
    description: "How far its money has come, by direction and state. Empty when the viewer may not see all of it.",
    resolve: async ({ id }, _args, context) => (await progressOf.find(context, id)) ?? [],
  }),
);
