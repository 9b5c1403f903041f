import type { Actor } from "#api/kernel/actor.ts";
import { formatMoney } from "#api/kernel/money.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { notifyStaff } from "#api/use-cases/notices/notify.ts";
import { listExposures } from "#api/use-cases/risk/read-exposures.ts";
import { recordStep } from "#api/use-cases/transitions.ts";

/**
 * Tells risk, finance and the partner when its exposure comes to the alarm share of its limit, once each time it does:
 * the step that says so is also what is remembered. No limit is ever moved by it. Answers how many it warned of.
 */
export async function warnExposures(deps: Deps, actor: Actor): Promise<number> {
  can(actor, "job:run");
  const views = await listExposures(deps, actor);
  const steps = await deps.db.transition.findMany({
    where: { object: "exposure", objectId: { in: views.map(({ partnerId }) => partnerId) } },
    orderBy: [{ objectId: "asc" }, { at: "desc" }, { id: "desc" }],
    distinct: ["objectId"],
  });
  const raised = new Set(steps.filter(({ to }) => to === "ALARM").map(({ objectId }) => objectId));
  const changed = views.filter(({ partnerId, isAlarmed }) => isAlarmed !== raised.has(partnerId));
  const at = deps.clock.now();
  for (const { partnerId, isAlarmed, usedBps, exposureE6 } of changed) {
    await deps.db.$transaction(async (tx) => {
      const [from, to] = isAlarmed ? ["CALM", "ALARM"] : ["ALARM", "CALM"];
      await recordStep(tx, actor, { object: "exposure", objectId: partnerId, partnerId, from, to, at });
      if (!isAlarmed) return;
      const { name: partner } = await tx.partner.findUniqueOrThrow({ where: { id: partnerId } });
      const facts = { partner, percent: String(Math.floor((usedBps ?? 0) / 100)), exposure: formatMoney(exposureE6) };
      const news = { kind: "EXPOSURE_ALARM", facts, at } as const;
      const office = { partnerId: null, roles: ["OPERATOR_RISK", "OPERATOR_FINANCE"] } as const;
      await notifyStaff(tx, office, { ...news, href: `/operator/partners/${partnerId}` });
      const house = { partnerId, roles: ["PARTNER_OWNER", "PARTNER_FINANCE"] } as const;
      await notifyStaff(tx, house, { ...news, href: "/partner/position" });
    });
  }
  return changed.filter(({ isAlarmed }) => isAlarmed).length;
}
