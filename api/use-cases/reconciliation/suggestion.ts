import type { MoneyE6 } from "#api/kernel/money.ts";

/** Why something might explain a bank line. */
export const suggestionReasons = {
  SAME_AMOUNT: "Exactly what is open",
  PART_OF_AMOUNT: "Less than what is open",
  MORE_THAN_OPEN: "More than what is open",
  SAME_PAYER: "From or to an account of this partner",
  SIMILAR_NAME: "The name is like this partner's",
  REFERENCE_IN_TEXT: "Our reference stands in the free text",
  SUM_OF_OBLIGATIONS: "Several open amounts of this partner come to it",
  SUM_OF_RECEIPTS: "Together with other receipts it comes to what is open",
} as const;

export type SuggestionReason = keyof typeof suggestionReasons;

/** What of a line one payment would take. */
export type SuggestedPart = { paymentId: string; obligationId: string; partnerId: string; amountE6: MoneyE6 };

/** One way in which the hub would explain a bank line, for somebody to confirm or refuse. */
export type Suggestion = {
  /** 0–100. */
  score: number;
  reasons: SuggestionReason[];
  parts: SuggestedPart[];
  /** Items of the other receipts it takes together with this one. */
  withItemIds: string[];
};

type Kept = Omit<Suggestion, "parts"> & { parts: (Omit<SuggestedPart, "amountE6"> & { amountE6: string })[] };

/** As JSON in the item's row: amounts as decimal text. */
export const keepSuggestions = (suggestions: readonly Suggestion[]): Kept[] =>
  suggestions.map((one) => ({
    ...one,
    parts: one.parts.map((part) => ({ ...part, amountE6: String(part.amountE6) })),
  }));

export const suggestionsOf = ({ suggestions }: { suggestions: unknown }): Suggestion[] =>
  (suggestions as Kept[]).map((one) => ({
    ...one,
    parts: one.parts.map((part) => ({ ...part, amountE6: BigInt(part.amountE6) })),
  }));
