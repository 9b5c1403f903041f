import { builder } from "#api/graph/builder.ts";
import { connectionOf } from "#api/graph/connection.ts";
import { byId } from "#api/graph/loaders.ts";
import { Member } from "#api/graph/member.ts";
import { Step } from "#api/graph/step.ts";
import { CampaignWords, described, usually } from "#api/graph/words.ts";
import type { TierLadder as LadderRow } from "#api/sql/rows.ts";
import {
  findLadders,
  findMemberTiers,
  findTierSteps,
  listLadders,
  type MemberTierView,
  readLadder,
} from "#api/use-cases/tiers/find-tiers.ts";
import { ladderOf, type Tier as TierRow } from "#api/use-cases/tiers/ladder.ts";
import { countTiers, type TierCount as TierCountRow } from "#api/use-cases/tiers/preview-ladder.ts";

const ladders = byId(findLadders);
const tiersOf = byId(findMemberTiers);
const stepsOf = byId(findTierSteps);

export const LadderCount = builder.enumType("TierCounts", {
  description: "What counts towards tiers.",
  values: described({
    TIER_POINTS: "What rules give towards tiers.",
    POINTS: "Points that receipts gave.",
    SPEND: "Whole units of the currency that were paid.",
  }),
});
export const LadderPeriod = builder.enumType("TierPeriod", {
  description: "In how long a tier has to be reached.",
  values: described({
    CALENDAR_YEAR: "From January to December.",
    ROLLING_YEAR: "In this month and the eleven before it.",
  }),
});
export const LadderDowngrade = builder.enumType("TierDowngrade", {
  description: "Where somebody falls to whose period ended short.",
  values: described({ ONE_STEP: "To the tier below.", BY_BALANCE: "To the tier that the period reached." }),
});

const TierBenefit = builder.objectRef<TierRow["benefits"][number]>("TierBenefit").implement({
  description: "What a tier opens that is no points.",
  fields: (t) => ({
    code: t.exposeString("code", { description: "As events name it." }),
    name: t.expose("name", { type: CampaignWords, description: "What it is." }),
  }),
});

export const Tier = builder.objectRef<TierRow>("Tier").implement({
  description: "A step of the programme's ladder.",
  fields: (t) => ({
    code: t.exposeString("code", { description: "As rules name it: member.tier." }),
    name: t.expose("name", { type: CampaignWords, description: "What it is called." }),
    from: t.field({
      type: "Points",
      description: "Qualifying points of a period that reach it.",
      resolve: ({ from }) => BigInt(from),
    }),
    benefits: t.expose("benefits", { ...usually(3), type: [TierBenefit], description: "What it opens; ten at most." }),
  }),
});

export const TierLadder = builder.objectRef<LadderRow>("TierLadder");
builder.node(TierLadder, {
  description: "The programme's tiers as two people agreed on them. Never edited: another version takes its place.",
  id: { resolve: ({ id }) => id, description: "Opaque, global, permanent." },
  loadMany: (ids, context) => ladders.findMany(context, ids),
  fields: (t) => ({
    version: t.exposeInt("version", { description: "1, 2, 3 and so on." }),
    counts: t.field({
      type: [LadderCount],
      description: "What counts; three at most.",
      resolve: (row) => ladderOf(row).counts,
    }),
    period: t.field({
      type: LadderPeriod,
      description: "In how long a tier has to be reached.",
      resolve: (row) => ladderOf(row).period,
    }),
    protectionMonths: t.int({
      description: "How long a tier is kept after a period that ended short.",
      resolve: (row) => ladderOf(row).protectionMonths,
    }),
    downgrade: t.field({
      type: LadderDowngrade,
      description: "Where somebody falls to then.",
      resolve: (row) => ladderOf(row).downgrade,
    }),
    tiers: t.field({
      ...usually(4),
      type: [Tier],
      description: "The lowest first; eight at most.",
      resolve: (row) => [...ladderOf(row).tiers],
    }),
    reason: t.exposeString("reason", { description: "Why it is as it is." }),
    validFrom: t.expose("validFrom", { type: "DateTime", description: "First instant it is in force." }),
    validUntil: t.expose("validUntil", {
      type: "DateTime",
      nullable: true,
      description: "First instant another is. Null while it is in force.",
    }),
  }),
});
const ladderPages = connectionOf("TierLadder", TierLadder, ({ id }) => id);

const MemberTier = builder.objectRef<MemberTierView>("MemberTier").implement({
  description: "Where a member stands on the ladder at this moment.",
  fields: (t) => ({
    tier: t.expose("tier", { type: Tier, description: "The tier." }),
    next: t.expose("next", { type: Tier, nullable: true, description: "The one above. Null at the top." }),
    counted: t.expose("counted", { type: "Points", description: "Qualifying points of the present period." }),
    missing: t.expose("missing", { type: "Points", description: "What is missing to the one above; 0 at the top." }),
    reachedAt: t.expose("reachedAt", {
      type: "DateTime",
      nullable: true,
      description: "Since when. Null: from the beginning, or not written down yet.",
    }),
    keptThroughOn: t.expose("keptThroughOn", {
      type: "Date",
      nullable: true,
      description: "The last day on which nothing but goods coming back costs it. Null: nothing does.",
    }),
    steps: t.field({
      type: [Step],
      description: "How the member came there, oldest first.",
      resolve: async ({ memberId }, _args, context) => (await stepsOf.find(context, memberId)) ?? [],
    }),
  }),
});

builder.objectField(Member, "tier", (t) =>
  t.field({
    type: MemberTier,
    nullable: true,
    description: "Where they stand. Null while the programme has no tiers, and for partners.",
    resolve: ({ id }, _args, context) => tiersOf.find(context, id),
  }),
);

export const TierCount = builder.objectRef<TierCountRow>("TierCount").implement({
  description: "A tier and how many members stand on it.",
  fields: (t) => ({
    tier: t.expose("tier", { type: Tier, description: "Which." }),
    members: t.exposeInt("members", { description: "How many." }),
    leaving: t.exposeInt("leaving", {
      nullable: true,
      description: "How many of them lose it within 31 days unless they collect more. Null of tiers not in force.",
    }),
  }),
});

builder.queryFields((t) => ({
  tierLadder: t.field({
    type: TierLadder,
    nullable: true,
    description: "The tiers in force. Null while the programme has none.",
    resolve: (_root, _args, { deps, actor }) => readLadder(deps, actor),
  }),
  tierLadders: t.field(
    ladderPages({
      description: "Every version of the tiers, newest first.",
      resolve: (_root, page, _filters, { deps, actor }) => listLadders(deps, actor, page),
    }),
  ),
  tierCounts: t.field({
    ...usually(4),
    type: [TierCount],
    description: "How many members stand on each tier in force; eight at most. Only for the operator.",
    resolve: (_root, _args, { deps, actor }) => countTiers(deps, actor),
  }),
}));
