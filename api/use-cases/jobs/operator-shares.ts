import type { Deps } from "#api/use-cases/deps.ts";
import { findProgramme } from "#api/use-cases/programme/read-programme.ts";

/**
 * The operator's share of breakage by issuer: of the newest contract that has begun, where it names one, else the
 * programme's. A contract that has ended goes on counting for the points it leaves behind.
 */
export async function operatorShares(
  deps: Deps,
  at: Date,
): Promise<(issuerIds: readonly string[]) => Map<string, number>> {
  const { breakageOperatorBps } = await findProgramme(deps);
  const contracts = await deps.db.contract.findMany({
    where: { validFrom: { lte: at } },
    select: { partnerId: true, breakageOperatorBps: true },
    orderBy: { version: "asc" },
  });
  const own = new Map(contracts.map((contract) => [contract.partnerId, contract.breakageOperatorBps]));
  return (issuerIds) => new Map(issuerIds.map((id) => [id, own.get(id) ?? breakageOperatorBps]));
}
