import type { Needs } from "#api/engine/campaign-set.ts";
import type { MemberFacts } from "#api/engine/member-facts.ts";
import type { Place, Receipt } from "#api/engine/purchase.ts";
import type { Deps } from "#api/use-cases/deps.ts";

export type FactsAsked = { memberId: string; receipt: Receipt; place: Place; needs: Needs };

/** What was known about each buyer when the receipt was printed, in the order of the receipts. */
export async function findPastFacts(_deps: Deps, asked: readonly FactsAsked[]): Promise<MemberFacts[]> {
  return asked.map(({ memberId }) => ({ memberId }));
}
