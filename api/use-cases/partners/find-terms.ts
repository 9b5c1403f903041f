import type { Contract, Partner } from "#api/sql/rows.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { kept } from "#api/use-cases/kept.ts";

/** Under what a partner trades at an instant. */
export type Terms = {
  partner: Partner;
  /** The version in force; null: none, so nothing can be issued or redeemed. */
  contract: Contract | null;
};

/** Terms of partners at an instant, one query for all requests in flight. For deeds: no viewer is asked. */
export async function findTerms(deps: Deps, partnerIds: readonly string[], at: Date): Promise<Map<string, Terms>> {
  const found = await partnersWithContracts(deps, partnerIds);
  return new Map(
    found
      .filter((partner) => partner !== null)
      .map(({ contracts, ...partner }) => [partner.id, { partner, contract: contractAt(contracts, at) }]),
  );
}

/** The version of a contract in force at an instant: `[validFrom, validUntil)`. */
export function contractAt(contracts: readonly Contract[], at: Date): Contract | null {
  return contracts.find(({ validFrom, validUntil }) => validFrom <= at && (!validUntil || at < validUntil)) ?? null;
}

const partnersWithContracts = kept("partner", async (deps, ids) => {
  const rows = await deps.db.partner.findMany({ where: { id: { in: [...ids] } }, include: { contracts: true } });
  return new Map(rows.map((row) => [row.id, row]));
});
