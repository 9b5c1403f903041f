import type { GraphQLSchema } from "graphql";
import { builder } from "#api/graph/builder.ts";
// Each noun adds its types, queries, mutations and subscriptions to the builder when it is imported.
import "#api/graph/scalars.ts";
import "#api/graph/refusals.ts";
import "#api/graph/adjust-points.ts";
import "#api/graph/api-key-deeds.ts";
import "#api/graph/api-key.ts";
import "#api/graph/approval.ts";
import "#api/graph/audit.ts";
import "#api/graph/batch.ts";
import "#api/graph/card-deeds.ts";
import "#api/graph/contract-terms.ts";
import "#api/graph/explanation.ts";
import "#api/graph/figures.ts";
import "#api/graph/history-details.ts";
import "#api/graph/history.ts";
import "#api/graph/legal-entity.ts";
import "#api/graph/live.ts";
import "#api/graph/location.ts";
import "#api/graph/member-deeds.ts";
import "#api/graph/member-refusals.ts";
import "#api/graph/member.ts";
import "#api/graph/partner-deeds.ts";
import "#api/graph/partner-refusals.ts";
import "#api/graph/partner.ts";
import "#api/graph/place-deeds.ts";
import "#api/graph/points-deeds.ts";
import "#api/graph/points-refusals.ts";
import "#api/graph/programme.ts";
import "#api/graph/purchase-deeds.ts";
import "#api/graph/purchase-refusals.ts";
import "#api/graph/purchase.ts";
import "#api/graph/quote.ts";
import "#api/graph/receipt-line.ts";
import "#api/graph/redemption.ts";
import "#api/graph/shared-refusals.ts";
import "#api/graph/staff.ts";
import "#api/graph/bank-line.ts";
import "#api/graph/cycle-deeds.ts";
import "#api/graph/cycle.ts";
import "#api/graph/dispute-deeds.ts";
import "#api/graph/dispute-queue.ts";
import "#api/graph/dispute.ts";
import "#api/graph/entries-at.ts";
import "#api/graph/decide-approval.ts";
import "#api/graph/entry.ts";
import "#api/graph/matrix.ts";
import "#api/graph/notice.ts";
import "#api/graph/obligation.ts";
import "#api/graph/position.ts";
import "#api/graph/settlement-deeds.ts";
import "#api/graph/statement.ts";
import "#api/graph/viewer.ts";

let built: GraphQLSchema | null = null;

/** The whole contract. Built once: the builder is complete when all nouns are imported above. */
export function toSchema(): GraphQLSchema {
  built ??= builder.toSchema();
  return built;
}
