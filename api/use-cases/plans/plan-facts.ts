import type { Tx } from "#api/sql/rows.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { together } from "#api/use-cases/together.ts";

/** A plan that is paid for, and by which subscription. */
export type PaidPlan = { code: string; subscriptionId: string };

/** The plan that each member has paid for at an instant; absent: none. What is paused gives nothing meanwhile. */
export async function findPaidPlans(tx: Tx, memberIds: readonly string[], at: Date): Promise<Map<string, PaidPlan>> {
  const rows = await tx.subscription.findMany({
    where: { memberId: { in: [...memberIds] }, state: { in: ["ACTIVE", "ENDING"] }, paidUntil: { gt: at } },
    select: { id: true, memberId: true, plan: { select: { code: true } } },
  });
  return new Map(rows.map(({ id, memberId, plan }) => [memberId, { code: plan.code, subscriptionId: id }]));
}

/** The same by `<ISO instant> <member id>`, for all receipts in flight at once. */
const paidPlans = together<PaidPlan>(async ({ db }, keys) => {
  const asked = Map.groupBy(keys, (key) => key.slice(0, INSTANT_LENGTH));
  const found = await Promise.all(
    [...asked].map(async ([instant, of]) => {
      const memberIds = of.map((key) => key.slice(INSTANT_LENGTH + 1));
      const plans = await findPaidPlans(db, memberIds, new Date(instant));
      return [...plans].map(([memberId, plan]): [string, PaidPlan] => [`${instant} ${memberId}`, plan]);
    }),
  );
  return new Map(found.flat());
});

/** The plan a member has paid for at an instant; null: none. */
export async function paidPlanOf(deps: Deps, memberId: string, at: Date): Promise<PaidPlan | null> {
  const [plan] = await paidPlans(deps, [`${at.toISOString()} ${memberId}`]);
  return plan ?? null;
}

const INSTANT_LENGTH = 24;
