import { z } from "zod";
import type { AskedScope } from "#api/use-cases/reports/scope.ts";

/** What a file is made by: whose side and what of it, in which language, and whether somebody waits for it. */
export type ExportParams = { scope: AskedScope; language: "en" | "ru" | "be"; atOnce: boolean };

const text = z.string().nullable();
const instant = z.iso
  .datetime()
  .transform((iso) => new Date(iso))
  .nullable();
const stored = z.object({
  scope: z.object({
    partnerId: text,
    cycleId: text,
    statementId: text,
    fileId: text,
    memberId: text,
    locationId: text,
    event: text,
    place: text,
    section: text,
    originCycleId: text,
    issuerId: text,
    redeemerId: text,
    state: text,
    search: text,
    actor: text,
    object: text,
    objectId: text,
    // Files that were asked for before these were there.
    account: text.default(null),
    ownerId: text.default(null),
    action: text,
    from: instant,
    until: instant,
    of: z.object({ partner: text, cycle: text, version: z.number() }),
  }),
  language: z.enum(["en", "ru", "be"]),
  atOnce: z.boolean(),
});

/** As it is kept with the export. */
export const paramsToKeep = (params: ExportParams) => JSON.parse(JSON.stringify(params)) as z.input<typeof stored>;

export const keptParams = (params: unknown): ExportParams => stored.parse(params);
