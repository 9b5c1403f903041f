import { type CampaignDefinition, campaignDefinition, type Rule } from "./campaign.ts";
import type { CampaignEffect } from "./campaign-effects.ts";
import { isProblem, readExpression, type Wanted } from "./expressions/expression.ts";
import type { Scope } from "./expressions/language.ts";

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
  const { data, error } = campaignDefinition.safeParse(json);
  if (data) return expressionsOf(data).flatMap(problemIn);
  return error.issues.map(({ path, code, message }) => ({
    path: path.join("."),
    line: null,
    column: null,
    code: `SHAPE_${code}`.toUpperCase(),
    message,
  }));
}

/** One expression of a definition, with what it has to come to. */
export type Written = { path: string; text: string; wanted: Wanted; scope: Scope };

/** Every expression of a definition, in the order in which a reader meets them. */
export function expressionsOf({ rules }: Pick<CampaignDefinition, "rules">): Written[] {
  return rules.flatMap((rule, nth) => [...conditionsOf(rule, `rules.${nth}`), ...effectsOf(rule, `rules.${nth}`)]);
}

function conditionsOf({ conditions }: Rule, path: string): Written[] {
  return conditions.map(({ expression }, nth) => ({
    path: `${path}.conditions.${nth}.expression`,
    text: expression,
    wanted: "bool",
    scope: "RECEIPT",
  }));
}

function effectsOf({ effects }: Rule, path: string): Written[] {
  return effects.flatMap((effect, nth) => inEffect(effect, `${path}.effects.${nth}`));
}

function inEffect(effect: CampaignEffect, path: string): Written[] {
  const found: Written[] = [];
  if ("where" in effect && effect.where !== null) {
    found.push({ path: `${path}.where`, text: effect.where, wanted: "bool", scope: "LINE" });
  }
  if (effect.kind === "cheapest") {
    found.push({ path: `${path}.count`, text: effect.count, wanted: "int", scope: "RECEIPT" });
  }
  return found;
}

function problemIn({ path, text, wanted, scope }: Written): Problem[] {
  const read = readExpression(text, { wanted, scope });
  return isProblem(read) ? [{ path, ...read }] : [];
}
