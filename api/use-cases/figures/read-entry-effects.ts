import type { Actor } from "#api/kernel/actor.ts";
import { type EntryEffect, findEffects } from "#api/ledger/read/figures.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { insideOf } from "#api/use-cases/partners/find-inside.ts";

/** An entry, a partner and, where only one is meant, a section: the key of an effect. */
export const effectKey = (entryId: string, partnerId: string, section: string | null) =>
  `${entryId} ${partnerId} ${section ?? ""}`;

/** What entries did to partners, by `effectKey`; nothing where the viewer may not look inside the partner. */
export async function readEntryEffects(
  deps: Deps,
  actor: Actor,
  keys: readonly string[],
): Promise<Map<string, EntryEffect>> {
  const asked = keys
    .map((key) => key.split(" "))
    .map(([entryId = "", partnerId = "", section = ""]) => ({ entryId, partnerId, section }));
  const seen = new Set(insideOf(actor, "position:read", [...new Set(asked.map(({ partnerId }) => partnerId))]));
  const effects = new Map<string, EntryEffect>();
  for (const [section, group] of Map.groupBy(asked, (key) => key.section)) {
    const own = group.filter(({ partnerId }) => seen.has(partnerId));
    const entryIds = [...new Set(own.map(({ entryId }) => entryId))];
    for (const effect of await findEffects(deps.db, entryIds, [...seen], section || null)) {
      effects.set(effectKey(effect.entryId, effect.partnerId, section || null), effect);
    }
  }
  return effects;
}
