import { campaignDefinition } from "./campaign.ts";

/** Something wrong in a definition: where, from which line and column of an expression (from 1), and what. */
export type Problem = {
  /** The way through the definition: `rules.0.conditions.1.expression`; "" for the whole. */
  path: string;
  line: number | null;
  column: number | null;
  code: string;
  message: string;
};

/** Everything that is wrong with what a person wrote about a campaign; empty when it can be run. */
export function checkRules(json: unknown): Problem[] {
  const { success, error } = campaignDefinition.safeParse(json);
  if (success) return [];
  return error.issues.map(({ path, code, message }) => ({
    path: path.join("."),
    line: null,
    column: null,
    code: `SHAPE_${code}`.toUpperCase(),
    message,
  }));
}
