import type { MoneyE6 } from "#api/kernel/money.ts";
import { findExposures } from "#api/ledger/exposures.ts";
import { findOutstanding } from "#api/ledger/read/figures.ts";
import type { PartnerExit, Tx } from "#api/sql/rows.ts";
import type { ExitObstacle } from "#api/use-cases/partners/refusals.ts";
import { finalStates } from "#api/use-cases/settlement/obligation-states.ts";

/** What still stands between a leaving partner and what it put up; nothing: it can have it. */
export async function findExitObstacles(
  tx: Tx,
  { partnerId, state, runOffUntil }: PartnerExit,
  { at, unitE6 }: { at: Date; unitE6: MoneyE6 },
): Promise<ExitObstacle[]> {
  const [outstanding, [exposure], obligations, disputes, uncovered] = await Promise.all([
    findOutstanding(tx, [partnerId]),
    findExposures(tx, [partnerId], at),
    tx.obligation.count({ where: { partnerId, state: { notIn: [...finalStates] } } }),
    tx.dispute.count({
      where: {
        OR: [{ claimantId: partnerId }, { respondentId: partnerId }],
        state: { notIn: ["RESOLVED", "WITHDRAWN"] },
      },
    }),
    tx.obligation.count({ where: { partnerId: { not: partnerId }, state: "DEFAULTED" } }),
  ]);
  const positionE6 = exposure?.positionE6 ?? 0n;
  const isPayable = positionE6 >= unitE6 || -positionE6 >= unitE6 || (exposure?.dueE6 ?? 0n) !== 0n;
  const found: [ExitObstacle, boolean][] = [
    ["RUN_OFF_NOT_OVER", state !== "RUN_OFF" || at < runOffUntil],
    ["POINTS_OUTSTANDING", outstanding.length > 0],
    ["POSITION_OPEN", isPayable],
    ["OBLIGATIONS_OPEN", obligations > 0],
    ["DISPUTES_OPEN", disputes > 0],
    ["OTHERS_IN_DEFAULT", uncovered > 0],
  ];
  return found.filter(([, stands]) => stands).map(([obstacle]) => obstacle);
}
