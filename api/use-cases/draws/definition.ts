import { z } from "zod";
import { countText, moneyText } from "#api/engine/amounts.ts";
import { type Words, words } from "#api/engine/campaign.ts";
import { nameText } from "#api/engine/campaign-effects.ts";
import type { Draw } from "#api/sql/rows.ts";
import { InvalidValue } from "#api/use-cases/partners/refusals.ts";

const RULES_TEXT_MAX = 20_000;
const PRIZES_MAX = 50;
const QUANTITY_MAX = 1_000;
/** More could not be read out, and drawing them one after the other would take long. */
const PIECES_MAX = 5_000;

const text = z.string().trim().min(1).max(300);
const longText = z.string().trim().min(1).max(RULES_TEXT_MAX);

const prize = z.strictObject({
  name: words,
  quantity: z.int().min(1).max(QUANTITY_MAX),
  /** What one is worth, for the protocol; null: not said. */
  worth: moneyText.nullable().default(null),
});

/** Everything a person writes about a draw; stored as it is, JSON of text and numbers. */
export const drawDefinition = z
  .strictObject({
    /** By which campaigns name it. */
    code: nameText,
    name: words,
    /** The rules in full, as they bind everybody. */
    rules: z.strictObject({ en: longText, ru: longText.optional(), be: longText.optional() }),
    organiser: z.strictObject({ name: text, address: text }),
    /** Under which the authority knows it. */
    registrationNumber: text,
    /** First instant whose tickets no longer count. */
    closesAt: z.iso.datetime(),
    /** In the order in which they are drawn. */
    prizes: z.array(prize).min(1).max(PRIZES_MAX),
    /** Points that a ticket costs; null: none is sold. */
    ticketPrice: countText.nullable().default(null),
    /** More than these of one member do not count; null: all do. */
    ticketsPerMember: countText.nullable().default(null),
    onePrizePerHolder: z.boolean().default(true),
    excludesStaff: z.boolean().default(true),
    /** Where a number comes from that nobody can know before closing; null: the seed alone decides. */
    publicSource: words.nullable().default(null),
  })
  .refine(({ prizes }) => prizes.reduce((sum, { quantity }) => sum + quantity, 0) <= PIECES_MAX, {
    message: `A draw has at most ${PIECES_MAX} prizes in all.`,
    path: ["prizes"],
  });

export type DrawDefinition = z.infer<typeof drawDefinition>;
export type DrawPrize = DrawDefinition["prizes"][number];
export type { Words };

/** Refuses what cannot be a draw, and says which field. */
export function checkDrawDefinition(json: unknown, now: Date): DrawDefinition {
  const read = drawDefinition.safeParse(json);
  if (!read.success) {
    const [issue] = read.error.issues;
    throw new InvalidValue(issue?.path.join(".") ?? "", "", issue?.message ?? "a draw's definition");
  }
  if (Date.parse(read.data.closesAt) <= now.getTime()) throw new InvalidValue("closesAt", read.data.closesAt, "ahead");
  return read.data;
}

/** As it lies in the database; it was checked when it was written. */
export const drawTermsOf = ({ definition }: Pick<Draw, "definition">): DrawDefinition =>
  drawDefinition.parse(definition);

/** What counts a member's tickets in a draw. */
export const ticketCounter = (code: string, memberId: string) => `ticket:${code}:${memberId}`;
