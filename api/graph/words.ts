import type { Words } from "#api/engine/campaign.ts";
import { builder } from "#api/graph/builder.ts";

/** Names with what each means, as GraphQL wants an enum's values. */
export const described = <Name extends string>(says: Readonly<Record<Name, string>>) =>
  Object.fromEntries(Object.entries(says).map(([name, description]) => [name, { description }])) as Record<
    Name,
    { description: string }
  >;

/** Lists that authors keep short weigh as long as they usually are. */
export const usually = (multiplier: number) => ({ complexity: { field: 1, multiplier } });

export const CampaignWords = builder.objectRef<Words>("CampaignWords").implement({
  description: "Something an author says to people, in the languages they wrote.",
  fields: (t) => ({
    en: t.exposeString("en", { description: "In English." }),
    ru: t.string({ nullable: true, description: "In Russian. Null: not written.", resolve: ({ ru }) => ru ?? null }),
    be: t.string({ nullable: true, description: "In Belarusian. Null: not written.", resolve: ({ be }) => be ?? null }),
  }),
});
