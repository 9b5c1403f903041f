import type { Actor } from "#api/kernel/actor.ts";
import type { Tx } from "#api/sql/rows.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { notifyStaff } from "#api/use-cases/notices/notify.ts";
import { partnersWhoMay } from "#api/use-cases/notices/who-may.ts";
import { type PrepaidView, readPrepaid } from "#api/use-cases/prepaid/read-prepaid.ts";
import { recordStep } from "#api/use-cases/transitions.ts";

const PREPAID = "prepaid points";

/**
 * Tells a partner when the points it bought in advance run out, once each time they do: the step that says so is what is
 * remembered. Answers how many it told.
 */
export async function warnPrepaid(deps: Deps, actor: Actor): Promise<number> {
  can(actor, "job:run");
  const contracts = await deps.db.contract.findMany({
    where: { funding: "PREPAID" },
    distinct: ["partnerId"],
    select: { partnerId: true },
  });
  const partnerIds = contracts.map(({ partnerId }) => partnerId);
  const views = await readPrepaid(deps, actor, partnerIds);
  const steps = await deps.db.transition.findMany({
    where: { object: PREPAID, objectId: { in: partnerIds } },
    orderBy: [{ objectId: "asc" }, { at: "desc" }, { id: "desc" }],
    distinct: ["objectId"],
  });
  const low = new Set(steps.filter(({ to }) => to === "LOW").map(({ objectId }) => objectId));
  const changed = [...views.values()].filter(({ partnerId, isLow }) => isLow !== low.has(partnerId));
  for (const view of changed) await deps.db.$transaction((tx) => tell(tx, actor, view, deps.clock.now()));
  return changed.filter(({ isLow }) => isLow).length;
}

async function tell(tx: Tx, actor: Actor, { partnerId, isLow, pointsLeft }: PrepaidView, at: Date): Promise<void> {
  const [from, to] = isLow ? ["ENOUGH", "LOW"] : ["LOW", "ENOUGH"];
  await recordStep(tx, actor, { object: PREPAID, objectId: partnerId, partnerId, from, to, at });
  if (!isLow) return;
  const audience = { partnerId, roles: partnersWhoMay("prepaid:buy") };
  const facts = { points: String(pointsLeft) };
  await notifyStaff(tx, audience, { kind: "PREPAID_LOW", facts, href: "/partner/settlement", at });
}
