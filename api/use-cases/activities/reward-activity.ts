import { type EarnTerms, evaluate } from "#api/engine/evaluate.ts";
import { localDate } from "#api/engine/lot-dates.ts";
import type { Receipt } from "#api/engine/purchase.ts";
import type { Actor } from "#api/kernel/actor.ts";
import { fingerprint } from "#api/kernel/fingerprint.ts";
import { minorUnitE6 } from "#api/kernel/money.ts";
import type { Deed } from "#api/ledger/movements.ts";
import { findCaused } from "#api/ledger/read/caused.ts";
import type { Activity, ActivityKind } from "#api/sql/rows.ts";
import { campaignsFor } from "#api/use-cases/campaigns/campaigns-for.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { once, type Request } from "#api/use-cases/once.ts";
import { findProgramme } from "#api/use-cases/programme/read-programme.ts";
import { occasionFor } from "#api/use-cases/purchases/campaign-occasion.ts";
import { termsAt } from "#api/use-cases/purchases/context.ts";
import { earns } from "#api/use-cases/purchases/earns.ts";
import { effectCounts } from "#api/use-cases/purchases/effect-counts.ts";
import type { Withheld } from "#api/use-cases/purchases/payable-campaigns.ts";
import { locationCodeOf } from "#api/use-cases/purchases/place.ts";
import { mayIssue } from "#api/use-cases/purchases/standing.ts";
import { withinLimits } from "#api/use-cases/purchases/within-limits.ts";

export type KnownActivity = Activity & { kind: ActivityKind };

/** The key space of what activities give: an activity's id is the key. */
export const ACTIVITIES = "activities";

/** Decides what an activity gives and books it, once; one that was decided stays as it is. */
export async function rewardActivity(deps: Deps, actor: Actor, activity: KnownActivity): Promise<KnownActivity> {
  const { id, points, partnerId } = activity;
  if (points !== null) return activity;
  const key = { owner: ACTIVITIES, key: id, sourceId: id };
  if (!(await findCaused(deps.db, key)))
    await withinLimits(partnerId, (withheld) => book(deps, actor, activity, withheld));
  deps.reach?.("activity: points given");
  const caused = await findCaused(deps.db, key);
  const { kind } = activity;
  const data = { points: caused?.points ?? 0n };
  return { ...(await deps.db.activity.update({ where: { id }, data })), kind };
}

/** Of what gives nothing only the reasons are kept. */
async function book(deps: Deps, actor: Actor, activity: KnownActivity, withheld: Withheld): Promise<void> {
  const { id, kind, memberId, partnerId, locationId, terminalId, occurredAt } = activity;
  const [programme, { partner, contract }, locationCode, running] = await Promise.all([
    findProgramme(deps),
    termsAt(deps, partnerId, occurredAt),
    locationCodeOf(deps, locationId),
    campaignsFor(deps, partnerId, occurredAt),
  ]);
  const asked = { kind: kind.code, amountE6: activity.amountE6 };
  const till = { partner, locationCode, mayIssue: mayIssue(partner), timeZone: programme.timeZone };
  const receipt: Receipt = { partnerId, locationId, occurredAt, lines: [], totalE6: 0n, payments: [], pointsSpent: 0n };
  const { stocks, ...occasion } = await occasionFor(
    deps,
    { receipt, running, activity: asked, memberId, till },
    withheld,
  );
  const terms: EarnTerms = {
    contractId: contract.id,
    contractVersion: contract.version,
    earnBps: contract.earnBps,
    mayIssue: till.mayIssue,
    pointValueE6: programme.pointValueE6,
    minorUnitE6: minorUnitE6(programme.minorDigits),
  };
  const evaluation = evaluate({ receipt, activity: asked, ...occasion, terms, now: deps.clock.now() });
  const explanation = JSON.parse(JSON.stringify(evaluation.explanation));
  await deps.db.activity.update({ where: { id }, data: { explanation } });
  const day = localDate(occurredAt, programme.timeZone);
  const counts = [
    ...evaluation.counts.map(({ counter, by, most }) => ({ counter, by, most })),
    ...effectCounts(evaluation.effects, { memberId, day, bounds: stocks }),
  ];
  const movements = await earns(deps, { memberId, contract, programme, occurredAt, evaluation }, id);
  if (movements.length + counts.length === 0) return;
  const reason = nameOf(kind);
  await post(deps, actor, id, { occurredAt, place: { partnerId, locationId, terminalId }, reason, movements, counts });
}

export const nameOf = ({ name }: Pick<ActivityKind, "name">): string => (name as { en: string }).en;

async function post(deps: Deps, actor: Actor, id: string, deed: Omit<Deed, keyof Request>): Promise<void> {
  const request = { kind: "recordActivity", actor, owner: ACTIVITIES, key: id, fingerprint: fingerprint({ id }) };
  await once(deps, request, async () => deed);
}
