import { builder } from "#api/graph/builder.ts";
import { connectionOf } from "#api/graph/connection.ts";
import { Cycle } from "#api/graph/cycle.ts";
import { Money } from "#api/graph/money.ts";
import { byParent } from "#api/graph/parent-pages.ts";
import { Partner, partners } from "#api/graph/partner.ts";
import type { MatrixCell } from "#api/ledger/read/matrix.ts";
import { listMatrixCells, pairOf } from "#api/use-cases/cycles/matrix.ts";

const cellsOf = byParent(listMatrixCells);

const RedemptionCell = builder.objectRef<MatrixCell>("RedemptionCell").implement({
  description: "One cell of a cycle's issuer × redeemer matrix: redemptions net of what came back in the same cycle.",
  fields: (t) => ({
    issuer: t.field({
      type: Partner,
      description: "Whose points.",
      resolve: ({ issuerId }, _args, context) => partners.load(context, issuerId),
    }),
    redeemer: t.field({
      type: Partner,
      description: "Where they were spent.",
      resolve: ({ redeemerId }, _args, context) => partners.load(context, redeemerId),
    }),
    isOnUs: t.boolean({
      description: "Are the two the same partner?",
      resolve: ({ issuerId, redeemerId }) => issuerId === redeemerId,
    }),
    points: t.expose("points", { type: "Points", description: "How many points." }),
    charge: t.field({
      type: Money,
      description: "What the issuer, or its fund, pays for them.",
      resolve: ({ chargeE6 }) => chargeE6,
    }),
    reimbursement: t.field({
      type: Money,
      description: "What the redeemer is paid for them.",
      resolve: ({ reimbursementE6 }) => reimbursementE6,
    }),
    margin: t.field({
      type: Money,
      description: "What the operator keeps.",
      resolve: ({ chargeE6, reimbursementE6 }) => chargeE6 - reimbursementE6,
    }),
    redemptionCount: t.int({
      description: "How many redemptions took such points.",
      resolve: ({ burnCount }) => burnCount,
    }),
  }),
});
const cellPages = connectionOf("RedemptionCell", RedemptionCell, pairOf);

builder.objectField(Cycle, "matrix", (t) =>
  t.field(
    cellPages({
      description: "Who pays for whose redemptions, the largest charge first. Empty when the viewer may not see it.",
      resolve: ({ id }, page, _filters, context) => cellsOf(context, id, page),
    }),
  ),
);
