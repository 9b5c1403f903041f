import { type CampaignDefinition, campaignDefinition } from "#api/engine/campaign.ts";
import { checkRules } from "#api/engine/check-rules.ts";
import { canonical } from "#api/kernel/fingerprint.ts";
import type { CampaignVersion } from "#api/sql/rows.ts";
import { withAudience } from "#api/use-cases/campaigns/audience.ts";
import { OPERATOR } from "#api/use-cases/campaigns/houses.ts";
import { CampaignInvalid, type CampaignProblem } from "#api/use-cases/campaigns/refusals.ts";
import type { Deps } from "#api/use-cases/deps.ts";

/** Whoever's till it is, in a funding share. */
const ISSUER = "ISSUER";

/** A definition that is right in itself, and what the tables say of it beside it. */
export type CheckedDefinition = {
  definition: CampaignDefinition;
  startsAt: Date;
  endsAt: Date | null;
  funderIds: string[];
  needsJoining: boolean;
};

/** Refuses what the engine would not run, and whoever cannot pay; says where each of it is. */
export async function checkDefinition(deps: Deps, owner: string, json: unknown): Promise<CheckedDefinition> {
  const problems = findProblems(json);
  if (problems.length > 0) throw new CampaignInvalid(problems);
  const definition = withAudience(campaignDefinition.parse(json));
  const strangers = await unknownFunders(deps, definition);
  if (strangers.length > 0) throw new CampaignInvalid(strangers);
  const named = new Set(fundersOf(definition));
  const startsAt = new Date(definition.startsAt);
  const endsAt = definition.endsAt === null ? null : new Date(definition.endsAt);
  const needsJoining = owner === OPERATOR && named.has(ISSUER);
  const funderIds = [...named].filter((funder) => funder !== ISSUER && funder !== owner).sort();
  return { definition, startsAt, endsAt, funderIds, needsJoining };
}

/** Everything that is wrong with it, of its shape first; empty when the engine would run it. */
export function findProblems(json: unknown): CampaignProblem[] {
  const found = checkRules(json).map(({ path, line, column, code, message }) => ({
    path,
    line,
    column,
    code,
    message,
  }));
  return found.length > 0 ? found : notForActivities(campaignDefinition.parse(json));
}

/** What an activity can give is booked with it; the rest happens because of receipts. */
const forActivities: readonly string[] = ["points", "stamp", "ticket", "tierPoints"];

function notForActivities({ occasion, rules }: CampaignDefinition): CampaignProblem[] {
  if (occasion === "PURCHASE") return [];
  return rules.flatMap(({ effects }, nth) =>
    effects.flatMap(({ kind }, at) => {
      const where = { path: `rules.${nth}.effects.${at}.kind`, line: null, column: null };
      const message = "An activity gives points, stamps, tickets or points for a tier.";
      return forActivities.includes(kind) ? [] : [{ ...where, code: "NOT_FOR_ACTIVITIES", message }];
    }),
  );
}

/** As it lies in the database; it was checked when it was written. */
export function storedDefinition({ definition }: Pick<CampaignVersion, "definition">): CampaignDefinition {
  return campaignDefinition.parse(definition);
}

/** Do both say the same? */
export function isSameDefinition(one: unknown, other: unknown): boolean {
  return canonical(one) === canonical(other);
}

type Share = { path: string; funder: string };

function sharesOf({ funding, rules }: CampaignDefinition): Share[] {
  const effects = rules.flatMap((rule, nth) =>
    rule.effects.map((effect, at) => ({ path: `rules.${nth}.effects.${at}.fundedBy`, effect })),
  );
  const own = effects.flatMap(({ path, effect }) =>
    "fundedBy" in effect && effect.fundedBy ? [{ path, shares: effect.fundedBy }] : [],
  );
  return [{ path: "funding", shares: funding }, ...own].flatMap(({ path, shares }) =>
    shares.map(({ funder }, nth) => ({ path: `${path}.${nth}.funder`, funder })),
  );
}

const fundersOf = (definition: CampaignDefinition): string[] => sharesOf(definition).map(({ funder }) => funder);

async function unknownFunders({ db }: Deps, definition: CampaignDefinition): Promise<CampaignProblem[]> {
  const shares = sharesOf(definition).filter(({ funder }) => funder !== ISSUER && funder !== OPERATOR);
  if (shares.length === 0) return [];
  const ids = shares.map(({ funder }) => funder);
  const active = await db.partner.findMany({
    where: { id: { in: ids }, isOperator: false, status: "ACTIVE" },
    select: { id: true },
  });
  const known = new Set(active.map(({ id }) => id));
  return shares
    .filter(({ funder }) => !known.has(funder))
    .map(({ path }) => ({
      path,
      line: null,
      column: null,
      code: "UNKNOWN_FUNDER",
      message: "A funder is ISSUER, OPERATOR or the id of an active partner.",
    }));
}

/** Does another than whose campaign it is pay, by name or at its own till? */
export function sharesOthersPay({ funderIds, needsJoining }: Pick<CheckedDefinition, "funderIds" | "needsJoining">) {
  return needsJoining || funderIds.length > 0;
}

const priced = ["discount", "cheapest", "gift"];

/** Is there a most that it may cost for ever? Points bind only what gives nothing but points. */
export function hasBudget({ limits, rules }: CampaignDefinition): boolean {
  const isPriced = rules.some(({ effects }) => effects.some(({ kind }) => priced.includes(kind)));
  return limits.some(
    ({ unit, scope, period, rule }) =>
      scope === "CAMPAIGN" &&
      period === "EVER" &&
      rule === null &&
      (unit === "MONEY" || (unit === "POINTS" && !isPriced)),
  );
}
