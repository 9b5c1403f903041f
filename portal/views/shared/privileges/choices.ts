import "server-only";
import { cache } from "react";
import { ifAllowed } from "#portal/lib/allowed.ts";
import type { Choice } from "#portal/lib/choices.ts";
import { read } from "#portal/lib/read.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { said, type Written } from "#portal/views/shared/campaigns/words.ts";
import { invitationChoices, segmentChoices } from "#schema/documents.ts";

export const invitedBy = ["tiers", "clubs", "plans", "segments", "benefits"] as const;
export type InvitedBy = (typeof invitedBy)[number];

type Named = { code: string; name: Written };

/** By what a house may let members in, by code with its name; without what the viewer's role does not see. Read once a page. */
export const entryChoices = cache(async (): Promise<Record<InvitedBy, Choice[]>> => {
  const [{ tierLadder, clubs, plans }, segments, { locale }] = await Promise.all([
    read(invitationChoices, {}),
    ifAllowed(read(segmentChoices, {})),
    getTexts(),
  ]);
  const choices = (all: readonly Named[]): Choice[] => {
    const byCode = new Map(all.map(({ code, name }) => [code, said(name, locale)]));
    return [...byCode].map(([value, name]) => ({ value, name }));
  };
  const tiers = tierLadder?.tiers ?? [];
  return {
    tiers: choices(tiers),
    clubs: choices(clubs.edges.map(({ node }) => node)),
    plans: choices(plans.edges.map(({ node }) => node)),
    segments: choices(segments?.segments.edges.map(({ node: { nameInRules: code, name } }) => ({ code, name })) ?? []),
    benefits: choices(tiers.flatMap(({ benefits }) => benefits)),
  };
});

/** What a code is called; the code itself where nothing the viewer sees is called so. */
export const namesOf = (choices: readonly Choice[], codes: readonly string[]): string[] =>
  codes.map((code) => choices.find(({ value }) => value === code)?.name ?? code);
