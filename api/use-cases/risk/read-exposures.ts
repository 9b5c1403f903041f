import type { Actor } from "#api/kernel/actor.ts";
import type { MoneyE6 } from "#api/kernel/money.ts";
import { findExposures } from "#api/ledger/exposures.ts";
import type { LimitOverride } from "#api/sql/rows.ts";
import { can, may } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { gathered, insideOf } from "#api/use-cases/partners/find-inside.ts";
import { contractAt } from "#api/use-cases/partners/find-terms.ts";
import { isInForce } from "#api/use-cases/risk/override-limit.ts";

/** What the coalition could lose if the partner failed now, what secures it, and how near the limit is. */
export type ExposureView = {
  partnerId: string;
  exposureE6: MoneyE6;
  /** Not yet netted; negative: the partner is owed. */
  positionE6: MoneyE6;
  /** Netted and not yet paid; negative: the partner is owed. */
  dueE6: MoneyE6;
  outstandingE6: MoneyE6;
  collateralE6: MoneyE6;
  /** What the contract asks for and is not there. */
  collateralMissingE6: MoneyE6;
  lossPoolE6: MoneyE6;
  /** In force now: the override's, else the contract's; null: none. */
  limitE6: MoneyE6 | null;
  /** Null where there is no limit. */
  usedBps: number | null;
  alarmBps: number | null;
  isAlarmed: boolean;
  override: LimitOverride | null;
};

/** By partner; a partner's people see their own, the operator all. */
export async function readExposures(
  deps: Deps,
  actor: Actor,
  partnerIds: readonly string[],
): Promise<Map<string, ExposureView>> {
  const shown = insideOf(actor, "exposure:read", partnerIds);
  if (shown.length === 0) return new Map();
  const at = deps.clock.now();
  const where = { partnerId: { in: shown } };
  const [rows, contracts, overrides] = await Promise.all([
    findExposures(deps.db, shown, at),
    deps.db.contract.findMany({ where }),
    deps.db.limitOverride.findMany({ where: { ...where, revokedAt: null, expiresAt: { gt: at } } }),
  ]);
  return new Map(
    rows.map((row) => {
      const { contractLimitE6: _, ...counted } = row;
      const { partnerId, limitE6, usedBps } = row;
      const override = overrides.find((one) => one.partnerId === partnerId && isInForce(one, at)) ?? null;
      const contract = contractAt(
        contracts.filter((one) => one.partnerId === partnerId),
        at,
      );
      const alarmBps = limitE6 === null ? null : (contract?.exposureAlarmBps ?? null);
      const missingE6 = (contract?.collateralRequiredE6 ?? 0n) - row.collateralE6;
      const view: ExposureView = {
        ...counted,
        collateralMissingE6: missingE6 > 0n ? missingE6 : 0n,
        alarmBps,
        isAlarmed: usedBps !== null && alarmBps !== null && usedBps >= alarmBps,
        override,
      };
      return [partnerId, view];
    }),
  );
}

/** Every partner's exposure, the most used limit first; the operator's to see. */
export async function listExposures(deps: Deps, actor: Actor): Promise<ExposureView[]> {
  can(actor, "stress:read");
  const partners = await deps.db.partner.findMany({
    where: { isOperator: false, status: { notIn: ["ONBOARDING", "CLOSED"] } },
    select: { id: true },
    orderBy: { code: "asc" },
  });
  const views = await readExposures(
    deps,
    actor,
    partners.map(({ id }) => id),
  );
  return [...views.values()].sort((a, b) => (b.usedBps ?? -1) - (a.usedBps ?? -1) || byExposure(a, b));
}

const byExposure = (a: ExposureView, b: ExposureView) =>
  a.exposureE6 === b.exposureE6 ? (a.partnerId < b.partnerId ? -1 : 1) : a.exposureE6 > b.exposureE6 ? -1 : 1;

/** Partners' overrides, newest first; those that lapsed or were revoked too. The operator's to see, and the partner's own. */
export async function findOverrides(
  deps: Deps,
  actor: Actor,
  partnerIds: readonly string[],
): Promise<Map<string, LimitOverride[]>> {
  if (!may(actor, "exposure:read")) return new Map();
  const shown = insideOf(actor, "exposure:read", partnerIds);
  const rows = await deps.db.limitOverride.findMany({
    where: { partnerId: { in: shown } },
    orderBy: { createdAt: "desc" },
  });
  return gathered(shown, rows, ({ partnerId }) => partnerId);
}
