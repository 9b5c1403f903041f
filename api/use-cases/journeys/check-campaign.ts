import type { CampaignDefinition } from "#api/engine/campaign.ts";
import type { Tx } from "#api/sql/rows.ts";
import type { CampaignProblem } from "#api/use-cases/campaigns/refusals.ts";
import { receiptVariables } from "#api/use-cases/messages/variables.ts";

/** What a campaign of a house sends and begins that is not there, or that its receipts cannot fill. */
export async function findMessageProblems(
  tx: Tx,
  house: string,
  { rules }: Pick<CampaignDefinition, "rules">,
): Promise<CampaignProblem[]> {
  const effects = rules.flatMap((rule, nth) =>
    rule.effects.map((effect, at) => ({ effect, path: `rules.${nth}.effects.${at}` })),
  );
  const found = await Promise.all(
    effects.map(async ({ effect, path }): Promise<CampaignProblem[]> => {
      if (effect.kind === "message") return templateProblems(tx, { house, name: effect.template, path });
      if (effect.kind !== "startJourney") return [];
      const live = await tx.journeyVersion.count({
        where: { journey: { house, name: effect.journey }, state: { in: ["LIVE", "PAUSED"] } },
      });
      const message = `The house has no journey ${effect.journey} that is live.`;
      return live > 0 ? [] : [problem(`${path}.journey`, "UNKNOWN_JOURNEY", message)];
    }),
  );
  return found.flat();
}

type Sent = { house: string; name: string; path: string };

async function templateProblems(tx: Tx, { house, name, path }: Sent): Promise<CampaignProblem[]> {
  const found = await tx.messageTemplate.findUnique({ where: { house_name: { house, name } } });
  if (found?.state !== "IN_USE") {
    return [problem(`${path}.template`, "UNKNOWN_TEMPLATE", `There is no template ${name} in use.`)];
  }
  const told: readonly string[] = receiptVariables;
  return found.variables
    .filter((variable) => !told.includes(variable))
    .map((variable) => problem(`${path}.template`, "VARIABLE_UNFILLED", `No receipt fills {${variable}} of ${name}.`));
}

const problem = (path: string, code: string, message: string): CampaignProblem => ({
  path,
  line: null,
  column: null,
  code,
  message,
});
