import type { Actor } from "#api/kernel/actor.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { findPartners } from "#api/use-cases/partners/find-partners.ts";
import type { PartnerView } from "#api/use-cases/partners/partner-view.ts";

/** Partners whose inside the viewer may see: itself, or all for the operator. */
export async function findOwnPartners(
  deps: Deps,
  actor: Actor,
  ids: readonly string[],
): Promise<Map<string, PartnerView>> {
  const partners = await findPartners(deps, actor, ids);
  return new Map([...partners].filter(([, { inside }]) => inside !== null));
}
