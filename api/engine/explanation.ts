/** Raised when the same receipt and terms may give another answer than before. */
export const ENGINE_VERSION = "1";

/**
 * Why a receipt gave these points, line by line of reasoning. Stored with the purchase as it is, hence only text
 * and truth values: amounts and points are decimal strings.
 */
export type Explanation = {
  engineVersion: string;
  /** The contract whose terms were applied. */
  contractId: string;
  contractVersion: number;
  /** Total of all steps. */
  points: string;
  steps: ExplanationStep[];
};

/** One rule, applied or not. */
export type ExplanationStep = {
  /** BASE, or the id and version of a campaign's rule. */
  rule: string;
  applied: boolean;
  /** Why it was not applied; null when it was. */
  because: string | null;
  inputs: ExplanationInput[];
  /** The exact result before rounding, cut after six places. */
  unrounded: string;
  /** Once per receipt, down to whole points. */
  rounding: "DOWN";
  points: string;
};

export type ExplanationInput = { name: string; value: string };
