import { builder, type GraphTypes } from "#api/graph/builder.ts";
import { WordsInput } from "#api/graph/campaign-input.ts";
import { Partner, partners } from "#api/graph/partner.ts";
import { refusal } from "#api/graph/refusals.ts";
import { CampaignWords, described } from "#api/graph/words.ts";
import { offeringSymbols, storedWords } from "#api/use-cases/offers/authored.ts";
import {
  OfferCampaignNotReady,
  OfferingNotFound,
  OfferNotAsked,
  PersonalOfferNotFound,
} from "#api/use-cases/offers/refusals.ts";
import { offeringStates } from "#api/use-cases/offers/states.ts";

export const OfferingState = builder.enumType("OfferingState", {
  description: "Where a pool of coupons, a stamp card, a gift or an offer stands.",
  values: described(offeringStates),
});

export const OfferingSymbol = builder.enumType("OfferingSymbol", {
  description: "The picture that stands for what is offered.",
  values: described(offeringSymbols),
});

type Row = {
  code: string;
  partnerId: string | null;
  state: keyof typeof offeringStates;
  terms: unknown;
  symbol: string;
  createdAt: Date;
};

type Fields<Shape> = PothosSchemaTypes.ObjectFieldBuilder<GraphTypes, Shape>;

/** What every offering shows of itself, to members too. */
export const offeringFields = <Shape extends Row>(t: Fields<Shape>) => ({
  code: t.string({ description: "As rules name it.", resolve: ({ code }) => code }),
  partner: t.field({
    type: Partner,
    nullable: true,
    description: "Whose it is. Null: the coalition's.",
    resolve: ({ partnerId }, _args, context) => partners.find(context, partnerId),
  }),
  state: t.field({ type: OfferingState, description: "Where it stands.", resolve: ({ state }) => state }),
  terms: t.field({
    type: CampaignWords,
    description: "What holds for it, in few words.",
    resolve: ({ terms }) => storedWords(terms),
  }),
  symbol: t.field({
    type: OfferingSymbol,
    description: "Its picture.",
    resolve: ({ symbol }) => symbol as keyof typeof offeringSymbols,
  }),
  createdAt: t.field({ type: "DateTime", description: "When it was drafted.", resolve: ({ createdAt }) => createdAt }),
});

type InputFields = PothosSchemaTypes.InputFieldBuilder<GraphTypes, "InputObject">;

/** What every offering is written with. */
export const authoredFields = (t: InputFields) => ({
  name: t.field({ type: WordsInput, required: true, description: "What it is called." }),
  terms: t.field({ type: WordsInput, required: true, description: "What holds for it, in few words." }),
  symbol: t.field({ type: OfferingSymbol, required: true, description: "Its picture." }),
});

export const codeField = (t: InputFields) =>
  t.string({ required: true, description: "As rules name it; stays for ever." });

export const offeringIdField = (t: InputFields, description: string) => t.id({ required: true, description });

type Said = { en: string; ru?: string | null | undefined; be?: string | null | undefined };

/** Languages that were left out are absent. */
export const saidWords = ({ en, ru, be }: Said) => ({ en, ...(ru ? { ru } : {}), ...(be ? { be } : {}) });

export const authored = <Input extends { name: Said; terms: Said }>({ name, terms, ...rest }: Input) => ({
  ...rest,
  name: saidWords(name),
  terms: saidWords(terms),
});

refusal(
  OfferingNotFound,
  "OFFERING_NOT_FOUND",
  "No pool, stamp card, gift or offer has this id, or none that the viewer may do that with.",
  (t) => ({ offeringId: t.exposeID("offeringId", { description: "The id that was sent." }) }),
);
refusal(OfferNotAsked, "OFFER_NOT_ASKED", "The campaign behind the offer would give the same to everybody.", (t) => ({
  expression: t.exposeString("expression", { description: "The condition that each of its rules needs." }),
}));
refusal(
  OfferCampaignNotReady,
  "OFFER_CAMPAIGN_NOT_READY",
  "The campaign behind the offer is neither scheduled nor live.",
  (t) => ({ campaignId: t.exposeID("campaignId", { description: "Which." }) }),
);
refusal(
  PersonalOfferNotFound,
  "PERSONAL_OFFER_NOT_FOUND",
  "The member has no such offer, or its time is over.",
  (t) => ({ personalOfferId: t.exposeID("personalOfferId", { description: "The id that was sent." }) }),
);
