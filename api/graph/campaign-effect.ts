import type { CampaignEffect as EffectRow, Funding, Giving, Taking } from "#api/engine/campaign-effects.ts";
import { builder } from "#api/graph/builder.ts";
import { Partner, partners } from "#api/graph/partner.ts";
import { described, usually } from "#api/graph/words.ts";

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
export const CampaignShare = builder.objectRef<Share>("CampaignShare").implement({
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
