import type {
  ExplanationInput,
  ExplanationGift as GiftRow,
  Explanation as Reasons,
  ExplanationStep as Step,
} from "#api/engine/explanation.ts";
import { builder } from "#api/graph/builder.ts";
import { CampaignLimit } from "#api/graph/campaign-limit.ts";
import type { Context } from "#api/graph/context.ts";
import { byId } from "#api/graph/loaders.ts";
import { CampaignWords } from "#api/graph/words.ts";
import type { Actor } from "#api/kernel/actor.ts";
import { findOwnClubCodes } from "#api/use-cases/clubs/find-clubs.ts";
import { findToldCampaigns, limitOfCounter } from "#api/use-cases/purchases/told-campaigns.ts";

const toldCampaigns = byId(findToldCampaigns);
const toldOf = ({ campaign }: Step, context: Context) =>
  toldCampaigns.find(context, campaign && `${campaign.id}@${campaign.version}`);

const ownClubs = byId(findOwnClubCodes);

/**
 * What a closed club gives its members is no news for others. Nobody at the till hears that a member is held back: who
 * knows it buys differently, and the groups could not be compared any more. Members read it in the file of all their data
 * alone, which keeps nothing back.
 */
async function tellable(all: readonly Step[], context: Context): Promise<Step[]> {
  const { actor } = context;
  const steps = isAtTheTill(actor) ? all.filter(({ because }) => because !== "CONTROL_GROUP") : [...all];
  if (actor.kind !== "member") return steps;
  const clubs = (await ownClubs.find(context, actor.memberId)) ?? [];
  const told = await Promise.all(steps.map((step) => toldOf(step, context)));
  return steps.filter(({ applied }, nth) => {
    const club = told[nth]?.audience.club ?? null;
    return applied || club === null || clubs.includes(club);
  });
}

const isAtTheTill = (actor: Actor): boolean =>
  actor.kind === "member" ||
  actor.kind === "machine" ||
  (actor.kind === "partnerStaff" && actor.roles.every((role) => role === "CASHIER"));

const ExplanationFact = builder.objectRef<ExplanationInput>("ExplanationFact").implement({
  description: "One value that a rule looked at.",
  fields: (t) => ({
    name: t.exposeString("name", { description: "Which: moneyPart, earnRatePercent, pointValue." }),
    value: t.exposeString("value", { description: "As text; money and numbers as exact decimals." }),
  }),
});

const ExplanationGift = builder.objectRef<GiftRow>("ExplanationGift").implement({
  description: "What a rule gave beside points.",
  fields: (t) => ({
    kind: t.exposeString("kind", { description: "Which kind of effect: such as a discount or a stamp." }),
    what: t.exposeString("what", {
      nullable: true,
      description: "Which card, draw or pool. Null where its kind says all.",
    }),
    amount: t.expose("amount", { type: "Decimal", description: "How much: money in decimals, all else whole." }),
  }),
});

const Rounding = builder.enumType("RuleRounding", {
  description: "How a rule comes to whole points.",
  values: { DOWN: { description: "Once per receipt, down." } } as const,
});

const ExplanationStep = builder.objectRef<Step>("ExplanationStep").implement({
  description: "One rule, applied or not.",
  fields: (t) => ({
    rule: t.exposeString("rule", { description: "BASE for the contract's base rate; otherwise a campaign's rule." }),
    applied: t.exposeBoolean("applied", { description: "Did it give its points?" }),
    because: t.exposeString("because", {
      nullable: true,
      description:
        "Why it did not apply: CONDITION, NO_COUPON, CONTROL_GROUP, LIMIT, BETTER, EXCLUSIVE … Null when it did.",
    }),
    campaignId: t.id({
      nullable: true,
      description: "Of which campaign. Null for BASE.",
      resolve: ({ campaign }) => campaign?.id ?? null,
    }),
    campaignVersion: t.int({
      nullable: true,
      description: "Which version of it. Null for BASE.",
      resolve: ({ campaign }) => campaign?.version ?? null,
    }),
    condition: t.exposeInt("condition", {
      nullable: true,
      description: "Which condition did not hold, from 0. Null when another reason stood in the way, or none.",
    }),
    campaignName: t.field({
      type: CampaignWords,
      nullable: true,
      description: "What that campaign is called. Null for BASE.",
      resolve: async (step, _args, context) => (await toldOf(step, context))?.name ?? null,
    }),
    ruleName: t.field({
      type: CampaignWords,
      nullable: true,
      description: "What its rule is about. Null for BASE.",
      resolve: async (step, _args, context) =>
        (await toldOf(step, context))?.rules[step.campaign?.rule ?? 0]?.label ?? null,
    }),
    conditionName: t.field({
      type: CampaignWords,
      nullable: true,
      description: "What that condition asks, in words. Null like `condition`.",
      resolve: async (step, _args, context) => {
        if (step.condition === null) return null;
        const rule = (await toldOf(step, context))?.rules[step.campaign?.rule ?? 0];
        return rule?.conditions[step.condition]?.label ?? null;
      },
    }),
    preferredName: t.field({
      type: CampaignWords,
      nullable: true,
      description: "BETTER and EXCLUSIVE: what the campaign is called that it gave way to. Else null.",
      resolve: async ({ because, about }, _args, context) =>
        because === "BETTER" || because === "EXCLUSIVE"
          ? ((await toldCampaigns.find(context, about))?.name ?? null)
          : null,
    }),
    limit: t.field({
      type: CampaignLimit,
      nullable: true,
      description: "LIMIT: the limit that was used up; also where only the rest of one was given. Else null.",
      resolve: async (step, _args, context) => {
        const told = step.about?.includes(":") ? await toldOf(step, context) : null;
        return told && step.about ? limitOfCounter(told, step.about) : null;
      },
    }),
    facts: t.field({ type: [ExplanationFact], description: "What it looked at.", resolve: ({ inputs }) => inputs }),
    unrounded: t.expose("unrounded", { type: "Decimal", description: "The exact result, cut after six places." }),
    rounding: t.expose("rounding", { type: Rounding, description: "How whole points were made of it." }),
    points: t.field({ type: "Points", description: "What it gave.", resolve: ({ points }) => BigInt(points) }),
    gave: t.field({
      type: [ExplanationGift],
      description: "What else it gave; bounded by the rule's effects.",
      resolve: ({ gave }) => gave,
    }),
  }),
});

export const Explanation = builder.objectRef<Reasons>("Explanation").implement({
  description: "Why a receipt gave these points: the same receipt and terms give the same explanation again.",
  fields: (t) => ({
    engineVersion: t.exposeString("engineVersion", {
      description: "Changes when the same receipt could give other points.",
    }),
    contractVersion: t.exposeInt("contractVersion", {
      description: "The version of the partner's contract that was applied.",
    }),
    points: t.field({ type: "Points", description: "All steps together.", resolve: ({ points }) => BigInt(points) }),
    steps: t.field({
      type: [ExplanationStep],
      description:
        "Each rule in order; bounded by the partner's campaigns. Members do not hear of clubs they are not in, nor they or tills of control groups.",
      args: {
        applied: t.arg.boolean({
          description: "Only rules that applied, or only those that did not; all when absent.",
        }),
      },
      resolve: ({ steps }, { applied }, context) =>
        tellable(typeof applied === "boolean" ? steps.filter((step) => step.applied === applied) : steps, context),
    }),
  }),
});
