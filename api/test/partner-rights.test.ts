import { expect, test } from "vitest";
import { newId } from "#api/kernel/ids.ts";
import { wearHat } from "#api/server/identity/hats.ts";
import type { PartnerStatus } from "#api/sql/rows.ts";
import { type World, world } from "#api/test/world.ts";
import { partnerRights, type Right } from "#api/use-cases/partners/standing.ts";
import { redeemPoints } from "#api/use-cases/points/redeem-points.ts";
import { reservePoints } from "#api/use-cases/points/reserve-points.ts";
import { recordPurchase } from "#api/use-cases/purchases/record-purchase.ts";
import { returnPurchase } from "#api/use-cases/purchases/return-purchase.ts";
import { holdPayOuts } from "#api/use-cases/risk/hold-pay-outs.ts";

const at = new Date("2026-03-10T12:00:00Z");
const line = { amountE6: 100_000_000n };

/** Did the deed go through? A refusal must be the one that names the status, or says that nothing is issued there. */
async function allowed(deed: Promise<unknown>): Promise<boolean> {
  return deed.then(
    () => true,
    (refusal: { code?: string }) => {
      expect(["PARTNER_NOT_ACTIVE", "PARTNER_MAY_NOT_ISSUE"]).toContain(refusal.code);
      return false;
    },
  );
}

const member = (w: World) => ({ memberId: w.ana.id });

/** One attempt per right, through the deed that it is about. */
const attempts: Record<Right, (w: World) => Promise<boolean>> = {
  issue: (w) =>
    allowed(
      recordPurchase(w.deps, w.grocer.till, {
        member: member(w),
        totalE6: line.amountE6,
        lines: [line],
        receiptNumber: "R2",
        idempotencyKey: "a-purchase-here-02",
      }),
    ),
  redeem: async (w) => {
    const wanted = { member: member(w), points: 10n };
    const set = await allowed(
      reservePoints(w.deps, w.grocer.till, { ...wanted, idempotencyKey: "points-set-aside-1" }),
    );
    const taken = await allowed(
      redeemPoints(w.deps, w.grocer.till, { ...wanted, idempotencyKey: "points-taken-here" }),
    );
    expect(taken).toBe(set);
    return taken;
  },
  return: (w) =>
    allowed(
      returnPurchase(w.deps, w.grocer.till, {
        purchase: { receiptNumber: "R1" },
        receiptNumber: "R1-back",
        idempotencyKey: "goods-come-back-01",
      }),
    ),
  bePaid: async (w) => {
    const held = await w.deps.db.$transaction((tx) =>
      holdPayOuts(tx, { actor: w.operator, at }, { cycleId: w.cycleId }),
    );
    return held === 0;
  },
  logIn: async (w) => {
    const userId = newId("user");
    await w.deps.db.user.create({ data: { id: userId, name: "Greta", email: "greta@grocer.example" } });
    const post = { id: newId("staff"), userId, partnerId: w.grocer.id, roles: ["PARTNER_OWNER" as const] };
    await w.deps.db.staff.create({ data: post });
    return (await wearHat(w.deps.db, userId, null, true)).kind === "partnerStaff";
  },
};

/** Grocer, which sold something and is owed something, in a status. */
async function grocerThatIs(status: PartnerStatus): Promise<World> {
  const w = await world({ ana: { points: 1_000n } });
  await recordPurchase(w.deps, w.grocer.till, {
    member: member(w),
    totalE6: line.amountE6,
    lines: [line],
    receiptNumber: "R1",
    idempotencyKey: "a-purchase-here-01",
  });
  const nothing = { openingE6: 0n, grossDebitE6: 0n, carriedE6: 0n, version: 1 };
  const owed = { grossCreditE6: 10_000_000n, netE6: -10_000_000n, amountMinor: -1_000n };
  const facts = { ...nothing, ...owed, direction: "PAY_OUT", state: "CONFIRMED" } as const;
  await w.deps.db.obligation.create({
    data: { id: newId("obligation"), cycleId: w.cycleId, partnerId: w.grocer.id, ...facts },
  });
  await w.deps.db.partner.update({ where: { id: w.grocer.id }, data: { status } });
  return w;
}

const statuses = Object.keys(partnerRights) as PartnerStatus[];
const rights = Object.keys(attempts) as Right[];

test.each(statuses)("a partner that is %s does exactly what the table says", async (status) => {
  const w = await grocerThatIs(status);
  const done = new Map<Right, boolean>();
  for (const right of rights) done.set(right, await attempts[right](w));
  expect(Object.fromEntries(done)).toEqual(partnerRights[status]);
  await w.deps.db.obligation.deleteMany();
});

test("the table, in full", () => {
  const told = statuses.map((status) => [status, rights.filter((right) => partnerRights[status][right]).join(" ")]);
  expect(Object.fromEntries(told)).toEqual({
    ONBOARDING: "logIn",
    ACTIVE: "issue redeem return bePaid logIn",
    ISSUE_BLOCKED: "redeem return bePaid logIn",
    SUSPENDED: "return logIn",
    DEFAULTED: "return logIn",
    CLOSED: "",
  });
});
