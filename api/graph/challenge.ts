import { builder } from "#api/graph/builder.ts";
import { connectionOf } from "#api/graph/connection.ts";
import { byId } from "#api/graph/loaders.ts";
import { Partner, partners } from "#api/graph/partner.ts";
import { CampaignWords, described } from "#api/graph/words.ts";
import { formatMoney } from "#api/kernel/money.ts";
import type { ChallengeAward as AwardRow, Challenge as ChallengeRow } from "#api/sql/rows.ts";
import {
  badgeIcons,
  type ChallengeDefinition,
  challengePeriods,
  challengeTermsOf,
  goalKinds,
} from "#api/use-cases/challenges/definition.ts";
import {
  findAwardsGiven,
  findChallenges,
  findProgress,
  listChallenges,
  listOwnAwards,
  type ProgressView,
} from "#api/use-cases/challenges/find-challenges.ts";
import { challengeStates } from "#api/use-cases/challenges/states.ts";

export const challenges = byId(findChallenges);
const progressOf = byId(findProgress);
const givenOf = byId(findAwardsGiven);

export const ChallengeState = builder.enumType("ChallengeState", {
  description: "Whether a challenge runs.",
  values: described(challengeStates),
});
export const ChallengeGoalKind = builder.enumType("ChallengeGoalKind", {
  description: "What a challenge asks for.",
  values: described(goalKinds),
});
export const ChallengePeriod = builder.enumType("ChallengePeriod", {
  description: "How often a challenge can be reached.",
  values: described(challengePeriods),
});
export const BadgeIcon = builder.enumType("BadgeIcon", {
  description: "The picture on a badge.",
  values: described(
    Object.fromEntries(badgeIcons.map((icon) => [icon, `A ${icon.toLowerCase()}.`])) as Record<
      (typeof badgeIcons)[number],
      string
    >,
  ),
});

type Badge = NonNullable<ChallengeDefinition["reward"]["badge"]>;
const ChallengeBadge = builder.objectRef<Badge>("ChallengeBadge").implement({
  description: "What somebody who reached a challenge may show.",
  fields: (t) => ({
    name: t.expose("name", { type: CampaignWords, description: "What it says." }),
    icon: t.expose("icon", { type: BadgeIcon, description: "Its picture." }),
  }),
});

const ChallengeProgress = builder.objectRef<ProgressView>("ChallengeProgress").implement({
  description: "Where the viewer stands in the present turn of a challenge.",
  fields: (t) => ({
    period: t.exposeString("period", { description: "The turn: 2026-03, a week's Monday, or EVER." }),
    startsOn: t.field({ type: "Date", description: "Its first day.", resolve: (one) => one.from }),
    endsOn: t.field({ type: "Date", description: "Its last day.", resolve: (one) => one.to }),
    isMet: t.boolean({ description: "Is the goal reached?", resolve: ({ met }) => met }),
    share: t.int({
      description: "How far, in per cent of the goal, 0 to 100.",
      resolve: ({ reached, of }) => Number(reached >= of ? 100n : (reached * 100n) / of),
    }),
    reached: t.field({
      type: "Decimal",
      description: "In the goal's own unit: partners, receipts, weeks, or money.",
      resolve: ({ reached, inMoney }) => formatMoney(inMoney ? reached : reached * 1_000_000n, 0),
    }),
    streak: t.exposeInt("streak", { description: "Weeks in a row with a receipt, up to now." }),
    isAwarded: t.boolean({ description: "Was it given this turn?", resolve: ({ award }) => award?.booked === true }),
  }),
});

export const Challenge = builder.objectRef<ChallengeRow>("Challenge");
builder.node(Challenge, {
  description: "A goal over what members do in a period, and what reaching it gives.",
  id: { resolve: ({ id }) => id, description: "Opaque, global, permanent." },
  loadMany: (ids, context) => challenges.findMany(context, ids),
  fields: (t) => ({
    partner: t.field({
      type: Partner,
      nullable: true,
      description: "Whose it is, and who pays. Null: the operator.",
      resolve: ({ partnerId }, _args, context) => partners.find(context, partnerId),
    }),
    state: t.expose("state", { type: ChallengeState, description: "Whether it runs." }),
    name: t.field({
      type: CampaignWords,
      description: "What it is called.",
      resolve: (row) => challengeTermsOf(row).name,
    }),
    description: t.field({
      type: CampaignWords,
      description: "What to do.",
      resolve: (row) => challengeTermsOf(row).description,
    }),
    goalKind: t.field({
      type: ChallengeGoalKind,
      description: "What it asks for.",
      resolve: (row) => challengeTermsOf(row).goal.kind,
    }),
    goal: t.field({
      type: "Decimal",
      description: "How much of it: partners, receipts, weeks, or money.",
      resolve: (row) => challengeTermsOf(row).goal.most,
    }),
    partners: t.field({
      type: [Partner],
      description: "Whose receipts count, at most 50; empty: everybody's.",
      resolve: async (row, _args, context) => {
        const found = await Promise.all(challengeTermsOf(row).partnerIds.map((id) => partners.find(context, id)));
        return found.filter((partner) => partner !== null);
      },
    }),
    period: t.field({
      type: ChallengePeriod,
      description: "How often it can be reached.",
      resolve: (row) => challengeTermsOf(row).period,
    }),
    startsAt: t.expose("startsAt", { type: "DateTime", description: "Its first instant." }),
    endsAt: t.expose("endsAt", {
      type: "DateTime",
      nullable: true,
      description: "First instant without it. Null: open.",
    }),
    points: t.field({
      type: "Points",
      description: "What it gives.",
      resolve: (row) => BigInt(challengeTermsOf(row).reward.points),
    }),
    badge: t.field({
      type: ChallengeBadge,
      nullable: true,
      description: "The badge it gives. Null: none.",
      resolve: (row) => challengeTermsOf(row).reward.badge,
    }),
    tickets: t.field({
      type: "Points",
      description: "Tickets of a draw that it gives.",
      resolve: (row) => BigInt(challengeTermsOf(row).reward.tickets?.count ?? 0),
    }),
    draw: t.string({
      nullable: true,
      description: "The code of that draw. Null: none.",
      resolve: (row) => challengeTermsOf(row).reward.tickets?.draw ?? null,
    }),
    awardsMost: t.field({
      type: "Points",
      description: "How often it is given at most.",
      resolve: (row) => BigInt(challengeTermsOf(row).awardsMost),
    }),
    awardsGiven: t.field({
      type: "Points",
      nullable: true,
      description: "How often it was given. Null for members.",
      resolve: ({ id }, _args, context) => givenOf.find(context, id),
    }),
    myProgress: t.field({
      type: ChallengeProgress,
      nullable: true,
      description: "Where the viewer stands. Null for everybody but members.",
      resolve: ({ id }, _args, context) => progressOf.find(context, id),
    }),
  }),
});

const ReachedChallenge = builder.objectRef<AwardRow>("ReachedChallenge").implement({
  description: "That the viewer reached a challenge.",
  fields: (t) => ({
    id: t.exposeID("id", { description: "Its own id." }),
    challenge: t.field({
      type: Challenge,
      nullable: true,
      description: "Which.",
      resolve: ({ challengeId }, _args, context) => challenges.find(context, challengeId),
    }),
    period: t.exposeString("period", { description: "In which turn." }),
    points: t.expose("points", { type: "Points", description: "What it gave." }),
    reachedAt: t.field({ resolve: ({ awardedAt }) => awardedAt, type: "DateTime", description: "When." }),
  }),
});

const challengePages = connectionOf("Challenge", Challenge, ({ id }) => id);
const reachedPages = connectionOf("ReachedChallenge", ReachedChallenge, ({ id }) => id);

builder.queryField("challenges", (t) =>
  t.field(
    challengePages({
      description: "Challenges, newest first, as far as the viewer may see them.",
      args: { states: t.arg({ type: [ChallengeState], description: "Only in these states." }) },
      resolve: (_root, page, { states }, { deps, actor }) => listChallenges(deps, actor, { ...page, states }),
    }),
  ),
);

builder.queryField("reachedChallenges", (t) =>
  t.field(
    reachedPages({
      description: "What the viewer reached and what still stands, newest first: the badges. Empty but for members.",
      resolve: (_root, page, _args, { deps, actor }) => listOwnAwards(deps, actor, page),
    }),
  ),
);
