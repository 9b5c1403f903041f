import type { Actor } from "#api/kernel/actor.ts";
import type { Offer } from "#api/sql/rows.ts";
import { houseOf, OPERATOR } from "#api/use-cases/campaigns/houses.ts";
import type { Deps } from "#api/use-cases/deps.ts";

/** Of these offers, those to a segment that the actor's house may address without knowing who is in it. */
export async function findUnknownAudiences(
  { db }: Deps,
  actor: Actor,
  offers: readonly Pick<Offer, "id" | "audience" | "audienceRef">[],
): Promise<ReadonlySet<string>> {
  const house = houseOf(actor);
  const addressed = offers.filter(({ audience }) => audience === "SEGMENT");
  if (house === OPERATOR || addressed.length === 0) return new Set();
  const refs = addressed.map(({ audienceRef }) => audienceRef ?? "");
  const own = await db.segment.findMany({ where: { id: { in: refs }, house }, select: { id: true } });
  const known = new Set(own.map(({ id }) => id));
  return new Set(addressed.filter(({ audienceRef }) => !known.has(audienceRef ?? "")).map(({ id }) => id));
}
