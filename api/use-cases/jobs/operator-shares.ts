import type { BreakageShares } from "#api/ledger/due.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { findProgramme } from "#api/use-cases/programme/read-programme.ts";

/**
 * The operator's share of breakage: of an issuer's newest contract that has begun, where it names one, else the
 * programme's. A contract that has ended goes on counting for the points it leaves behind.
 */
export async function breakageShares(deps: Deps, at: Date): Promise<BreakageShares> {
  const { breakageOperatorBps: others } = await findProgramme(deps);
  const contracts = await deps.db.contract.findMany({
    where: { validFrom: { lte: at } },
    select: { partnerId: true, breakageOperatorBps: true },
    orderBy: { version: "asc" },
  });
  const newest = new Map(contracts.map((contract) => [contract.partnerId, contract.breakageOperatorBps]));
  return { own: new Map([...newest].flatMap(([id, bps]) => (bps === null ? [] : [[id, bps]]))), others };
}

/** The same by issuer. */
export async function operatorShares(
  deps: Deps,
  at: Date,
): Promise<(issuerIds: readonly string[]) => Map<string, number>> {
  const { own, others } = await breakageShares(deps, at);
  return (issuerIds) => new Map(issuerIds.map((id) => [id, own.get(id) ?? others]));
}
