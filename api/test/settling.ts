import { type Actor, systemActor } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import { openAccounts } from "#api/test/bank.ts";
import { type World, world } from "#api/test/world.ts";
import { approveCycle } from "#api/use-cases/cycles/approve-cycle.ts";
import { closeDueCycle } from "#api/use-cases/jobs/close-due-cycle.ts";
import { redeemPoints } from "#api/use-cases/points/redeem-points.ts";

export const euro = 1_000_000n;
export const cent = 10_000n;

export const clerk: Actor = { kind: "operator", id: "usr_clerk", roles: ["CLERK"] };
export const finance: Actor = { kind: "operator", id: "usr_finance", roles: ["FINANCE"] };
export const secondFinance: Actor = { kind: "operator", id: "usr_second", roles: ["FINANCE"] };
export const admin: Actor = { kind: "operator", id: "usr_admin", roles: ["ADMIN"] };

export type Settling = World & {
  /** Grocer's pay-in of 10.00 and Pharmacy's pay-out of 8.50, by id. */
  payIn: string;
  payOut: string;
  /** How things stand. */
  payment(id: string): Promise<string>;
  obligation(partnerId: string): Promise<[state: string, paidE6: bigint]>;
  balances(): Promise<Record<string, bigint>>;
};

/**
 * March is approved: Grocer owes 10.00 for points that Ana spent at Pharmacy, Pharmacy is owed 8.50. Everybody has a
 * bank account. It is 1 April.
 */
export async function settlingMarch(wishes: { points?: bigint } = {}): Promise<Settling> {
  const points = wishes.points ?? 1_000n;
  const w = await world({ ana: { points } });
  await openAccounts(w.deps);
  const spent = { member: { memberId: w.ana.id }, points, partnerId: w.pharmacy.id };
  await redeemPoints(w.deps, systemActor, { ...spent, idempotencyKey: newId("deed") });
  w.clock.set(new Date("2026-04-01T00:00:00Z"));
  await closeDueCycle(w.deps, systemActor);
  await approveCycle(w.deps, w.operator, { cycleId: w.cycleId });
  const { db } = w.deps;
  const idOf = async (kind: "PAY_IN" | "PAY_OUT") =>
    (await db.paymentInstruction.findFirstOrThrow({ where: { kind, cycleId: w.cycleId } })).id;
  return {
    ...w,
    payIn: await idOf("PAY_IN"),
    payOut: await idOf("PAY_OUT"),
    payment: async (id) => (await db.paymentInstruction.findUniqueOrThrow({ where: { id } })).state,
    obligation: async (partnerId) => {
      const { state, paidE6 } = await db.obligation.findFirstOrThrow({ where: { cycleId: w.cycleId, partnerId } });
      return [state, paidE6];
    },
    balances: async () => {
      const { rows } = await w.database.pool.query(
        "select account::text, sum(amount)::text as sum from line where unit = 'EUR' group by 1 having sum(amount) <> 0",
      );
      return Object.fromEntries(rows.map(({ account, sum }) => [account, BigInt(sum)]));
    },
  };
}

/** The item of the bank line with this reference. */
export const itemOf = ({ deps }: World, bankRef: string) =>
  deps.db.reconItem.findFirstOrThrow({ where: { otherRef: bankRef, source: "BANK" } });
