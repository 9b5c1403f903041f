import type {
  CampaignDefinition,
  Condition as ConditionRow,
  Limit,
  limitPeriods,
  limitScopes,
  limitUnits,
  Rule,
  Stacking,
  Words,
} from "#api/engine/campaign.ts";
import type { CampaignEffect as EffectRow, Funding, Giving, Taking } from "#api/engine/campaign-effects.ts";
import { builder } from "#api/graph/builder.ts";
import { Partner, partners } from "#api/graph/partner.ts";

/** Names with what each means, as GraphQL wants an enum's values. */
export const described = <Name extends string>(says: Readonly<Record<Name, string>>) =>
  Object.fromEntries(Object.entries(says).map(([name, description]) => [name, { description }])) as Record<
    Name,
    { description: string }
  >;

/** Lists that authors keep short weigh as long as they usually are. */
export const usually = (multiplier: number) => ({ complexity: { field: 1, multiplier } });

export const CampaignWords = builder.objectRef<Words>("CampaignWords").implement({
  description: "Something an author says to people, in the languages they wrote.",
  fields: (t) => ({
    en: t.exposeString("en", { description: "In English." }),
    ru: t.string({ nullable: true, description: "In Russian. Null: not written.", resolve: ({ ru }) => ru ?? null }),
    be: t.string({ nullable: true, description: "In Belarusian. Null: not written.", resolve: ({ be }) => be ?? null }),
  }),
});

export const FunderKind = builder.enumType("CampaignFunderKind", {
  description: "Who pays a share of what a campaign gives.",
  values: described({
    ISSUER: "The partner whose till it is.",
    OPERATOR: "The operator.",
    PARTNER: "A partner by name.",
  }),
});

const kindOf = (funder: string) => (funder === "ISSUER" || funder === "OPERATOR" ? funder : "PARTNER");

type Share = Funding[number];
const CampaignShare = builder.objectRef<Share>("CampaignShare").implement({
  description: "A share of what a campaign gives, and who pays it.",
  fields: (t) => ({
    kind: t.field({
      type: FunderKind,
      description: "Who pays.",
      resolve: ({ funder }) => kindOf(funder),
    }),
    partner: t.field({
      type: Partner,
      nullable: true,
      description: "Which partner. Null unless one is named.",
      resolve: ({ funder }, _args, context) => partners.find(context, kindOf(funder) === "PARTNER" ? funder : null),
    }),
    bps: t.exposeInt("bps", { description: "Basis points; the shares of one thing sum to 10,000." }),
  }),
});

const Condition = builder.objectRef<ConditionRow>("CampaignCondition").implement({
  description: "One thing that has to hold.",
  fields: (t) => ({
    label: t.expose("label", { type: CampaignWords, description: "In words, for members and support." }),
    expression: t.exposeString("expression", { description: "The same as the engine reads it: CEL over facts." }),
  }),
});

export const GivingBy = builder.enumType("CampaignGivingBy", {
  description: "How much an effect gives is found.",
  values: described({
    FIXED: "So many.",
    PER_AMOUNT: "So many for every full amount.",
    PERCENT: "A share of the money, in points at their value.",
  }),
});
const CampaignGiving = builder.objectRef<Giving>("CampaignGiving").implement({
  description: "How much an effect gives.",
  fields: (t) => ({
    by: t.field({ type: GivingBy, description: "How it is found.", resolve: ({ by }) => by }),
    number: t.field({
      type: "Points",
      nullable: true,
      description: "FIXED and PER_AMOUNT: how many. Else null.",
      resolve: (give) => (give.by === "PERCENT" ? null : BigInt(give.number)),
    }),
    per: t.field({
      type: "Decimal",
      nullable: true,
      description: "PER_AMOUNT: for every so much in the programme's currency. Else null.",
      resolve: (give) => (give.by === "PER_AMOUNT" ? give.per : null),
    }),
    bps: t.int({
      nullable: true,
      description: "PERCENT: in basis points. Else null.",
      resolve: (give) => (give.by === "PERCENT" ? give.bps : null),
    }),
  }),
});

export const TakingBy = builder.enumType("CampaignTakingBy", {
  description: "How much a discount takes off is found.",
  values: described({
    PERCENT: "A share.",
    AMOUNT: "An amount.",
    PRICE: "Everything above a price.",
  }),
});
const CampaignTaking = builder.objectRef<Taking>("CampaignTaking").implement({
  description: "How much a discount takes off.",
  fields: (t) => ({
    by: t.field({ type: TakingBy, description: "How it is found.", resolve: ({ by }) => by }),
    bps: t.int({
      nullable: true,
      description: "PERCENT: in basis points. Else null.",
      resolve: (take) => (take.by === "PERCENT" ? take.bps : null),
    }),
    amount: t.field({
      type: "Decimal",
      nullable: true,
      description: "AMOUNT: in the programme's currency. Else null.",
      resolve: (take) => (take.by === "AMOUNT" ? take.amount : null),
    }),
    price: t.field({
      type: "Decimal",
      nullable: true,
      description: "PRICE: in the programme's currency. Else null.",
      resolve: (take) => (take.by === "PRICE" ? take.price : null),
    }),
  }),
});

export const EffectKind = builder.enumType("CampaignEffectKind", {
  description: "What a campaign's rule does.",
  values: {
    POINTS: { value: "points", description: "Gives points." },
    MULTIPLY: { value: "multiply", description: "Gives the contract's points so many times over." },
    DISCOUNT: { value: "discount", description: "Takes money off the receipt or its lines." },
    CHEAPEST: { value: "cheapest", description: "Takes money off the cheapest pieces." },
    GIFT: { value: "gift", description: "Hands something out at the till." },
    STAMP: { value: "stamp", description: "Stamps a card; full cards are taken off." },
    TICKET: { value: "ticket", description: "Gives tickets of a draw." },
    TIER_POINTS: { value: "tierPoints", description: "Counts towards the member's tier." },
    COUPON: { value: "coupon", description: "Gives coupons of a pool." },
    BENEFIT: { value: "benefit", description: "Opens a benefit." },
    MESSAGE: { value: "message", description: "Sends a message." },
    START_JOURNEY: { value: "startJourney", description: "Starts a journey." },
  } as const,
});
export const EffectOn = builder.enumType("CampaignEffectOn", {
  description: "What an effect is counted on.",
  values: described({ RECEIPT: "The whole receipt.", LINES: "Each line on its own; fixed amounts for each piece." }),
});

/** A field that some kinds of effect have. */
const of = <Value>(effect: EffectRow, field: string): Value | null =>
  ((effect as unknown as Record<string, unknown>)[field] as Value | null | undefined) ?? null;

export const CampaignEffect = builder.objectRef<EffectRow>("CampaignEffect").implement({
  description:
    "One thing that happens when all conditions of a rule hold. Fields that its kind does not have are null.",
  fields: (t) => ({
    kind: t.field({ type: EffectKind, description: "What happens.", resolve: ({ kind }) => kind }),
    on: t.field({
      type: EffectOn,
      nullable: true,
      description: "Points, discounts, stamps, tickets and tier points: counted on what.",
      resolve: (effect) => of<"RECEIPT" | "LINES">(effect, "on"),
    }),
    where: t.string({
      nullable: true,
      description: "Which lines, by an expression over `line`. Null: all.",
      resolve: (effect) => of<string>(effect, "where"),
    }),
    give: t.field({
      type: CampaignGiving,
      nullable: true,
      description: "Points, stamps, tickets and tier points: how many.",
      resolve: (effect) => of<Giving>(effect, "give"),
    }),
    times: t.field({
      type: "Decimal",
      nullable: true,
      description: "MULTIPLY: how many times over.",
      resolve: (effect) => of<string>(effect, "times"),
    }),
    take: t.field({
      type: CampaignTaking,
      nullable: true,
      description: "DISCOUNT and CHEAPEST: how much.",
      resolve: (effect) => of<Taking>(effect, "take"),
    }),
    count: t.string({
      nullable: true,
      description: "CHEAPEST: an expression for how many pieces. GIFT and COUPON: how many.",
      resolve: (effect) => of<string>(effect, "count"),
    }),
    gift: t.string({ nullable: true, description: "GIFT: which.", resolve: (effect) => of<string>(effect, "gift") }),
    worth: t.field({
      type: "Decimal",
      nullable: true,
      description: "GIFT: what one costs whoever funds it. Null: nothing is booked for it.",
      resolve: (effect) => of<string>(effect, "worth"),
    }),
    card: t.string({
      nullable: true,
      description: "STAMP: which card.",
      resolve: (effect) => of<string>(effect, "card"),
    }),
    size: t.int({
      nullable: true,
      description: "STAMP: how many stamps make a full card.",
      resolve: (effect) => of<number>(effect, "size"),
    }),
    draw: t.string({
      nullable: true,
      description: "TICKET: which draw.",
      resolve: (effect) => of<string>(effect, "draw"),
    }),
    pool: t.string({
      nullable: true,
      description: "COUPON: which pool.",
      resolve: (effect) => of<string>(effect, "pool"),
    }),
    benefit: t.string({
      nullable: true,
      description: "BENEFIT: which.",
      resolve: (effect) => of<string>(effect, "benefit"),
    }),
    template: t.string({
      nullable: true,
      description: "MESSAGE: its template.",
      resolve: (effect) => of<string>(effect, "template"),
    }),
    journey: t.string({
      nullable: true,
      description: "START_JOURNEY: which.",
      resolve: (effect) => of<string>(effect, "journey"),
    }),
    fundedBy: t.field({
      ...usually(2),
      type: [CampaignShare],
      nullable: true,
      description: "Who pays for this effect, where that is not who pays for the campaign.",
      resolve: (effect) => of<Funding>(effect, "fundedBy"),
    }),
  }),
});

export const CampaignRule = builder.objectRef<Rule>("CampaignRule").implement({
  description: "All conditions must hold; then all effects happen.",
  fields: (t) => ({
    label: t.expose("label", { type: CampaignWords, description: "What it is about, in words." }),
    coupon: t.exposeString("coupon", {
      nullable: true,
      description: "The pool of a coupon that it needs and uses up. Null: none.",
    }),
    conditions: t.field({
      ...usually(3),
      type: [Condition],
      description: "In the author's order; at most 20.",
      resolve: (one) => one.conditions,
    }),
    effects: t.field({
      ...usually(2),
      type: [CampaignEffect],
      description: "In the author's order; at most 10.",
      resolve: (one) => one.effects,
    }),
  }),
});

export const LimitUnit = builder.enumType("CampaignLimitUnit", {
  description: "What a campaign's limit counts.",
  values: described<(typeof limitUnits)[number]>({
    POINTS: "Points.",
    MONEY: "Discounts, gifts and the worth of points together: what the campaign costs.",
    TIMES: "Receipts that got something.",
  }),
});
export const LimitScope = builder.enumType("CampaignLimitScope", {
  description: "For whom a campaign's limit counts.",
  values: described<(typeof limitScopes)[number]>({ CAMPAIGN: "Everybody together.", MEMBER: "Each member." }),
});
export const LimitPeriod = builder.enumType("CampaignLimitPeriod", {
  description: "In how long a campaign's limit counts.",
  values: described<(typeof limitPeriods)[number]>({
    EVER: "From beginning to end, through all versions.",
    DAY: "A local day.",
    WEEK: "A local week, from Monday.",
    MONTH: "A local month.",
  }),
});
export const LimitOver = builder.enumType("CampaignLimitOver", {
  description: "What a receipt gets that would go over a campaign's limit.",
  values: described({ NOTHING: "Nothing of the campaign.", REST: "What is left." }),
});

export const CampaignLimit = builder.objectRef<Limit>("CampaignLimit").implement({
  description: "The most that a campaign gives.",
  fields: (t) => ({
    unit: t.field({ type: LimitUnit, description: "Of what.", resolve: ({ unit }) => unit }),
    most: t.expose("most", { type: "Decimal", description: "How much: whole points or times, or money." }),
    scope: t.field({ type: LimitScope, description: "For whom.", resolve: ({ scope }) => scope }),
    period: t.field({ type: LimitPeriod, description: "In how long.", resolve: ({ period }) => period }),
    rule: t.exposeInt("rule", { nullable: true, description: "Of this rule alone, from 0. Null: of all together." }),
    over: t.field({ type: LimitOver, description: "What happens at it.", resolve: ({ over }) => over }),
  }),
});

export const StackingMode = builder.enumType("CampaignStackingMode", {
  description: "How campaigns of one group get along on a receipt.",
  values: described({ ALL: "Each applies.", BEST: "Of the best ones, the one worth most." }),
});
const CampaignStacking = builder.objectRef<Stacking>("CampaignStacking").implement({
  description: "How a campaign gets along with others on one receipt.",
  fields: (t) => ({
    group: t.exposeString("group", { description: "With which others it is compared." }),
    mode: t.field({ type: StackingMode, description: "How.", resolve: ({ mode }) => mode }),
    priority: t.exposeInt("priority", { description: "Higher comes first, 0 to 1,000." }),
    exclusive: t.exposeBoolean("exclusive", { description: "Does it apply alone, or not at all?" }),
  }),
});

const CampaignAudience = builder.objectRef<CampaignDefinition["audience"]>("CampaignAudience").implement({
  description: "Whom alone a campaign is for; its rules ask for it, and nobody else is shown it.",
  fields: (t) => ({
    club: t.exposeString("club", { nullable: true, description: "Code of the club. Null: also for who is in none." }),
    plan: t.exposeString("plan", { nullable: true, description: "Code of the plan that gives it. Null: none." }),
  }),
});

export const CampaignOccasion = builder.enumType("CampaignOccasion", {
  description: "What a campaign looks at.",
  values: described({ PURCHASE: "Receipts.", ACTIVITY: "Activities other than purchases." }),
});

export const CampaignDefinitionType = builder.objectRef<CampaignDefinition>("CampaignDefinition").implement({
  description: "Everything an author wrote about a campaign.",
  fields: (t) => ({
    name: t.expose("name", { type: CampaignWords, description: "What it is called." }),
    startsAt: t.field({
      type: "DateTime",
      description: "First instant it may give anything.",
      resolve: ({ startsAt }) => new Date(startsAt),
    }),
    endsAt: t.field({
      type: "DateTime",
      nullable: true,
      description: "First instant it no longer does. Null: until somebody ends it.",
      resolve: ({ endsAt }) => (endsAt === null ? null : new Date(endsAt)),
    }),
    occasion: t.field({ type: CampaignOccasion, description: "What it looks at.", resolve: (one) => one.occasion }),
    audience: t.expose("audience", { type: CampaignAudience, description: "Whom alone it is for." }),
    stacking: t.expose("stacking", { type: CampaignStacking, description: "Beside other campaigns." }),
    funding: t.field({
      ...usually(2),
      type: [CampaignShare],
      description: "Who pays.",
      resolve: ({ funding }) => funding,
    }),
    rules: t.field({
      ...usually(2),
      type: [CampaignRule],
      description: "What it does; at most 20.",
      resolve: ({ rules }) => rules,
    }),
    limits: t.field({
      ...usually(2),
      type: [CampaignLimit],
      description: "The most it gives; at most 10.",
      resolve: (one) => one.limits,
    }),
  }),
});
