import type { Actor } from "#api/kernel/actor.ts";
import type { MoneyE6 } from "#api/kernel/money.ts";
import { type ExposureRow, findExposures } from "#api/ledger/exposures.ts";
import { findOutstanding } from "#api/ledger/read/figures.ts";
import type { Programme } from "#api/sql/rows.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { PartnerNotFound } from "#api/use-cases/partners/refusals.ts";
import { findProgramme } from "#api/use-cases/programme/read-programme.ts";
import { layersOf } from "#api/use-cases/risk/waterfall.ts";

export type SurvivorLoss = { partnerId: string; amountE6: MoneyE6 };

/** What would be lost if a partner failed now and never paid, and by whom. The parts add up to the loss. */
export type LossIfFailed = {
  partnerId: string;
  /** What it owes and has not paid. */
  owedE6: MoneyE6;
  /** Its unspent, unpaid points, all of them spent in the end. */
  pointsE6: MoneyE6;
  lossE6: MoneyE6;
  ownCollateralE6: MoneyE6;
  ownPoolE6: MoneyE6;
  operatorFirstLossE6: MoneyE6;
  survivorsE6: MoneyE6;
  survivors: SurvivorLoss[];
  /** What no layer bounds: the operator's too. */
  restE6: MoneyE6;
};

export type StressTest = {
  /** Every partner, the largest loss first. */
  losses: LossIfFailed[];
  /** Whoever issued most of the unspent points, by value; null while there are none. */
  topIssuerId: string | null;
  topIssuerBps: number;
  /** Whoever owes most, points left aside; null while nobody owes. */
  largestDebtorId: string | null;
  largestDebtE6: MoneyE6;
  /** What of it nothing secures: settlement can be completed exactly when this is nothing. */
  largestDebtUnsecuredE6: MoneyE6;
};

/** Each partner failing alone, and whether settlement could be completed when the one that owes most does. */
export async function readStress(deps: Deps, actor: Actor): Promise<StressTest> {
  can(actor, "stress:read");
  const { programme, parts } = await standing(deps);
  const losses = [...parts.keys()].map((id) => lossOf(id, parts, programme)).sort(byLoss);
  const outstanding = await findOutstanding(deps.db, null);
  const value = outstanding.reduce((sum, { valueE6 }) => sum + valueE6, 0n);
  const [top] = outstanding.toSorted((a, b) => (a.valueE6 === b.valueE6 ? 0 : a.valueE6 > b.valueE6 ? -1 : 1));
  const [debtor] = losses.filter(({ owedE6 }) => owedE6 > 0n).toSorted((a, b) => (a.owedE6 > b.owedE6 ? -1 : 1));
  return {
    losses,
    topIssuerId: top?.issuerId ?? null,
    topIssuerBps: top && value > 0n ? Number((top.valueE6 * 10_000n) / value) : 0,
    largestDebtorId: debtor?.partnerId ?? null,
    largestDebtE6: debtor?.owedE6 ?? 0n,
    largestDebtUnsecuredE6: debtor ? unsecured(debtor, parts, programme) : 0n,
  };
}

/** One partner failing. */
export async function ifPartnerFailed(deps: Deps, actor: Actor, partnerId: string): Promise<LossIfFailed> {
  can(actor, "stress:read");
  const { programme, parts } = await standing(deps);
  if (!parts.has(partnerId)) throw new PartnerNotFound(partnerId);
  return lossOf(partnerId, parts, programme);
}

type ExposureParts = Pick<ExposureRow, "positionE6" | "dueE6" | "outstandingE6" | "collateralE6" | "lossPoolE6">;
type Standing = { programme: Programme; parts: ReadonlyMap<string, ExposureParts> };

async function standing(deps: Deps): Promise<Standing> {
  const partners = await deps.db.partner.findMany({ where: { isOperator: false }, select: { id: true } });
  const ids = partners.map(({ id }) => id);
  const [programme, exposures] = await Promise.all([
    findProgramme(deps),
    findExposures(deps.db, ids, deps.clock.now()),
  ]);
  return { programme, parts: new Map(exposures.map((row) => [row.partnerId, row])) };
}

/** The waterfall, as it would run now over everything the partner leaves unpaid. */
export function lossOf(
  partnerId: string,
  parts: ReadonlyMap<string, ExposureParts>,
  { operatorFirstLossE6 }: Pick<Programme, "operatorFirstLossE6">,
): LossIfFailed {
  const own = parts.get(partnerId);
  if (!own) throw new PartnerNotFound(partnerId);
  const owedE6 = atLeastZero(own.positionE6 + own.dueE6);
  const lossE6 = owedE6 + own.outstandingE6;
  const layers = layersOf({ ...failing(partnerId, parts), amountE6: lossE6, operatorFirstLossE6 });
  const [collateral, pool, operator] = layers;
  const survivors = layers.slice(3, -1).map(({ ownerId, amountE6 }) => ({ partnerId: ownerId, amountE6 }));
  return {
    partnerId,
    owedE6,
    pointsE6: own.outstandingE6,
    lossE6,
    ownCollateralE6: collateral?.amountE6 ?? 0n,
    ownPoolE6: pool?.amountE6 ?? 0n,
    operatorFirstLossE6: operator?.amountE6 ?? 0n,
    survivorsE6: survivors.reduce((sum, { amountE6 }) => sum + amountE6, 0n),
    survivors: survivors.filter(({ amountE6 }) => amountE6 > 0n),
    restE6: layers.at(-1)?.amountE6 ?? 0n,
  };
}

/** What would be missing to pay the creditors at once, after everything that was put up is used. */
function unsecured(
  { partnerId, owedE6: amountE6 }: LossIfFailed,
  parts: Standing["parts"],
  { operatorFirstLossE6 }: Programme,
): MoneyE6 {
  return layersOf({ ...failing(partnerId, parts), amountE6, operatorFirstLossE6 }).at(-1)?.amountE6 ?? 0n;
}

function failing(partnerId: string, parts: Standing["parts"]) {
  const own = parts.get(partnerId);
  const survivors = [...parts]
    .filter(([id]) => id !== partnerId)
    .map(([id, { lossPoolE6 }]) => ({ partnerId: id, lossPoolE6 }));
  return { partnerId, collateralE6: own?.collateralE6 ?? 0n, lossPoolE6: own?.lossPoolE6 ?? 0n, survivors };
}

const byLoss = (a: LossIfFailed, b: LossIfFailed) =>
  a.lossE6 === b.lossE6 ? (a.partnerId < b.partnerId ? -1 : 1) : a.lossE6 > b.lossE6 ? -1 : 1;

const atLeastZero = (amount: bigint) => (amount > 0n ? amount : 0n);
