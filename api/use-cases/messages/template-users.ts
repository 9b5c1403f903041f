import type { MessageTemplate, Tx } from "#api/sql/rows.ts";
import { OPERATOR, partnerIdOf } from "#api/use-cases/campaigns/houses.ts";
import { messagesIn, storedJourney } from "#api/use-cases/journeys/definition.ts";

/** What sends a template, and which variables it was made to fill. */
export type TemplateUser = { name: string; fills: readonly string[] };

type Named = Pick<MessageTemplate, "id" | "house" | "name" | "variables">;

/** Journeys that are reviewed, run, or still have members on them, and campaigns that are not over; by template. */
export async function usersOf(tx: Tx, templates: readonly Named[]): Promise<Map<string, TemplateUser[]>> {
  const houses = [...new Set(templates.map(({ house }) => house))];
  const [journeys, campaigns] = await Promise.all([sentByJourneys(tx, houses), sentByCampaigns(tx, houses)]);
  return new Map(
    templates.map(({ id, house, name, variables }) => {
      const isMeant = (sent: Sent) => sent.house === house && sent.template === name;
      const users = [...journeys, ...campaigns].filter(isMeant);
      // A campaign was agreed on with the template as it was: it fills what that named.
      return [id, users.map(({ by, fills }) => ({ name: by, fills: fills ?? variables }))];
    }),
  );
}

/** One message that something sends; `fills` null: whatever the template names. */
type Sent = { house: string; template: string; by: string; fills: readonly string[] | null };

async function sentByJourneys(tx: Tx, houses: readonly string[]): Promise<Sent[]> {
  const running = { runs: { some: { state: "RUNNING" as const } } };
  const versions = await tx.journeyVersion.findMany({
    where: {
      journey: { house: { in: [...houses] } },
      OR: [{ state: { in: ["IN_REVIEW", "LIVE", "PAUSED"] } }, running],
    },
    include: { journey: { select: { house: true, name: true } } },
    orderBy: { id: "asc" },
  });
  return versions.flatMap((version) =>
    messagesIn(storedJourney(version)).map(({ template, fills }) => ({
      house: version.journey.house,
      template,
      by: version.journey.name,
      fills,
    })),
  );
}

/** As far as it is read here. */
type Definition = { name: { en: string }; rules: { effects: { kind: string; template?: string }[] }[] };

async function sentByCampaigns(tx: Tx, houses: readonly string[]): Promise<Sent[]> {
  const partnerIds = houses.flatMap((house) => partnerIdOf(house) ?? []);
  const coalitions = houses.includes(OPERATOR) ? [{ campaign: { partnerId: null } }] : [];
  const versions = await tx.campaignVersion.findMany({
    where: {
      state: { in: ["IN_REVIEW", "SCHEDULED", "LIVE", "PAUSED"] },
      OR: [{ campaign: { partnerId: { in: partnerIds } } }, ...coalitions],
    },
    select: { definition: true, campaign: { select: { partnerId: true } } },
    orderBy: { id: "asc" },
  });
  return versions.flatMap(({ definition, campaign }) => {
    const { name, rules } = definition as Definition;
    const effects = rules.flatMap((rule) => rule.effects);
    const house = campaign.partnerId ?? OPERATOR;
    return effects.flatMap(({ kind, template }) =>
      kind === "message" && template ? [{ house, template, by: name.en, fills: null }] : [],
    );
  });
}
