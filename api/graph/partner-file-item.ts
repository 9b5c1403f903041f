import { builder } from "#api/graph/builder.ts";
import { connectionOf } from "#api/graph/connection.ts";
import { Cycle, cycles } from "#api/graph/cycle.ts";
import { DisputeReason } from "#api/graph/dispute-enums.ts";
import { Money } from "#api/graph/money.ts";
import { Partner, partners } from "#api/graph/partner.ts";
import { type AgeBucket, countBreaks, type BreakQueue as Queue } from "#api/use-cases/partner-files/count-breaks.ts";
import { suggestedReason } from "#api/use-cases/partner-files/disputable-kinds.ts";
import type { FileItem } from "#api/use-cases/partner-files/list-items.ts";

export const ReconKind = builder.enumType("PartnerFileItemKind", {
  description: "How a partner's row and the hub's disagree.",
  values: {
    MISSING_IN_HUB: { description: "The partner has it, the hub does not." },
    MISSING_IN_PARTNER: { description: "The hub has it in the file's span, the file does not." },
    AMOUNT_DIFF: { description: "The receipt's total differs." },
    POINTS_DIFF: { description: "The points differ." },
    STATUS_DIFF: { description: "Done for one, returned, released or still reserved for the other." },
    DUPLICATE: { description: "The file says it twice, the hub has it once." },
    LATE: { description: "Both agree, but it was posted in another cycle than it happened in; not a break." },
  } as const,
});

export const PartnerFileItemState = builder.enumType("PartnerFileItemState", {
  description: "How far a compared row has come.",
  values: {
    NEW: { description: "Disagrees; the other side may still turn up." },
    MATCHED: { description: "Agrees." },
    BREAK: { description: "Disagrees for good, unless somebody does something." },
    INVESTIGATING: { description: "A clerk of the operator looks into it." },
    RESOLVED: { description: "Settled; `resolution` says how." },
  } as const,
});

export const PartnerFileItem = builder.objectRef<FileItem>("PartnerFileItem").implement({
  description: "One compared row: what the partner has beside what the hub has. The partner sees its own.",
  fields: (t) => ({
    id: t.exposeID("id", { description: "Opaque, permanent; deeds on breaks take it." }),
    partner: t.field({
      type: Partner,
      nullable: true,
      description: "Whose file.",
      resolve: ({ partnerId }, _args, context) => partners.find(context, partnerId),
    }),
    fileId: t.exposeID("fileId", { nullable: true, description: "The file it was compared in." }),
    line: t.exposeInt("fileLine", { nullable: true, description: "The file's line. Null when the file lacks it." }),
    clientRef: t.exposeString("otherRef", {
      nullable: true,
      description: "The partner's reference: a receipt number or an idempotency key.",
    }),
    event: t.exposeString("event", { nullable: true, description: "EARN, REDEMPTION or RETURN." }),
    occurredAt: t.field({
      type: "DateTime",
      nullable: true,
      description: "When it happened, by the partner's word. Null when the file lacks it.",
      resolve: ({ row }) => row?.occurredAt,
    }),
    state: t.field({
      type: PartnerFileItemState,
      description: "How far it has come.",
      resolve: ({ state }) => state as typeof PartnerFileItemState.$inferType,
    }),
    kind: t.field({
      type: ReconKind,
      nullable: true,
      description: "How the sides disagree, or did. Null when they agree.",
      resolve: ({ kind }) => kind as typeof ReconKind.$inferType | null,
    }),
    partnerPoints: t.field({
      type: "Points",
      nullable: true,
      description: "The partner's points. Null when the file lacks the row.",
      resolve: ({ row }) => row?.points,
    }),
    hubPoints: t.field({
      type: "Points",
      nullable: true,
      description: "The hub's points, as posted. Null when it has none, or when amounts are compared.",
      resolve: ({ unit, hubValue }) => (unit === "PTS" ? hubValue : null),
    }),
    partnerAmount: t.field({
      type: Money,
      nullable: true,
      description: "The partner's amount, where it says one.",
      resolve: ({ row }) => row?.amountE6,
    }),
    hubAmount: t.field({
      type: Money,
      nullable: true,
      description: "The hub's amount, where amounts differ.",
      resolve: ({ unit, hubValue }) => (unit === "PTS" ? null : hubValue),
    }),
    partnerStatus: t.field({
      type: "String",
      nullable: true,
      description: "COMPLETED, CANCELLED or RETURNED, where the partner says it.",
      resolve: ({ row }) => row?.status,
    }),
    hubRef: t.exposeID("hubRef", {
      nullable: true,
      description: "The purchase, redemption or return in the hub. Null when it has none.",
    }),
    rule: t.exposeString("rule", { nullable: true, description: "By what the two were found to be the same." }),
    cycle: t.field({
      type: Cycle,
      nullable: true,
      description: "Where the hub posted it; where it would belong when the hub lacks it.",
      resolve: ({ cycleId }, _args, context) => cycles.find(context, cycleId),
    }),
    disputeReason: t.field({
      type: DisputeReason,
      nullable: true,
      description: "The reason a dispute of it would have. Null where a correction or sending again helps.",
      resolve: (item) => suggestedReason(item),
    }),
    takenBy: t.exposeString("takenBy", { nullable: true, description: "Who looks into it, as entries name them." }),
    resolution: t.exposeString("resolution", {
      nullable: true,
      description: "TURNED_UP, CORRECTED or DISPUTED. Null until it is settled.",
    }),
    openedAt: t.expose("openedAt", { type: "DateTime", description: "When it was compared first." }),
    closedAt: t.expose("closedAt", { type: "DateTime", nullable: true, description: "Null while it is open." }),
  }),
});
export const partnerFileItemPages = connectionOf("PartnerFileItem", PartnerFileItem, ({ id }) => id);

const Age = builder.objectRef<AgeBucket>("BreakAge").implement({
  description: "Breaks of one age.",
  fields: (t) => ({
    fromDays: t.exposeInt("fromDays", { description: "At least so many days old." }),
    untilDays: t.exposeInt("untilDays", {
      nullable: true,
      description: "Younger than so many. Null where there is no end.",
    }),
    items: t.exposeInt("items", { description: "How many." }),
  }),
});

const BreakQueue = builder.objectRef<Queue>("BreakQueue").implement({
  description: "What does not agree, by what it waits for and how old it is.",
  fields: (t) => ({
    waiting: t.exposeInt("waiting", { description: "May still turn up." }),
    untaken: t.exposeInt("untaken", { description: "Breaks nobody looks into." }),
    investigating: t.exposeInt("investigating", { description: "Breaks somebody looks into." }),
    oldestAt: t.expose("oldestAt", {
      type: "DateTime",
      nullable: true,
      description: "When the oldest break came up. Null when there is none.",
    }),
    ages: t.expose("ages", { type: [Age], description: "Breaks by age, the youngest first." }),
  }),
});

const BreakSource = builder.enumType("BreakSource", {
  description: "What is compared with the hub.",
  values: {
    PARTNER_FILE: { description: "Partners' files." },
    BANK: { description: "The bank's statements." },
  } as const,
});

builder.queryField("breakQueue", (t) =>
  t.field({
    type: BreakQueue,
    description: "Breaks in numbers: everybody's for the operator, its own for a partner.",
    args: {
      source: t.arg({ type: BreakSource, required: true, description: "Of what." }),
      partnerId: t.arg.id({ description: "Only of this partner." }),
    },
    resolve: (_root, filters, { deps, actor }) => countBreaks(deps, actor, filters),
  }),
);
