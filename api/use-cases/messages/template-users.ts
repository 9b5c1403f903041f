import type { MessageTemplate, Tx } from "#api/sql/rows.ts";
import { partnerIdOf } from "#api/use-cases/campaigns/houses.ts";
import { messagesIn, storedJourney } from "#api/use-cases/journeys/definition.ts";

/** What sends a template, and which variables it was made to fill. */
export type TemplateUser = { name: string; fills: readonly string[] };

type Named = Pick<MessageTemplate, "house" | "name" | "variables">;

/** Journeys that are reviewed, run, or still have members on them, and campaigns that are not over. */
export async function usersOf(tx: Tx, template: Named): Promise<TemplateUser[]> {
  return [...(await journeysWith(tx, template)), ...(await campaignsWith(tx, template))];
}

async function journeysWith(tx: Tx, { house, name }: Named): Promise<TemplateUser[]> {
  const running = { runs: { some: { state: "RUNNING" as const } } };
  const versions = await tx.journeyVersion.findMany({
    where: { journey: { house }, OR: [{ state: { in: ["IN_REVIEW", "LIVE", "PAUSED"] } }, running] },
    include: { journey: { select: { name: true } } },
    orderBy: { id: "asc" },
  });
  return versions.flatMap((version) =>
    messagesIn(storedJourney(version))
      .filter((sent) => sent.template === name)
      .map(({ fills }) => ({ name: version.journey.name, fills })),
  );
}

/** A campaign was agreed on with the template as it was: it fills what that named. */
async function campaignsWith(tx: Tx, { house, name, variables }: Named): Promise<TemplateUser[]> {
  const versions = await tx.campaignVersion.findMany({
    where: { campaign: { partnerId: partnerIdOf(house) }, state: { in: ["IN_REVIEW", "SCHEDULED", "LIVE", "PAUSED"] } },
    select: { definition: true },
    orderBy: { id: "asc" },
  });
  const named = versions.map(
    ({ definition }) =>
      definition as { name: { en: string }; rules: { effects: { kind: string; template?: string }[] }[] },
  );
  return named
    .filter(({ rules }) =>
      rules.some(({ effects }) => effects.some((effect) => effect.kind === "message" && effect.template === name)),
    )
    .map((campaign) => ({ name: campaign.name.en, fills: variables }));
}
