import { expect, test } from "vitest";
import { newId } from "#api/kernel/ids.ts";
import { buy, EUR, newMembers, outcomes } from "#api/test/coupons.ts";
import { type World, world } from "#api/test/world.ts";
import { quotePurchase } from "#api/use-cases/purchases/quote-purchase.ts";

test("codes guessed a thousand times are stopped after ten, with a refusal that says until when, and told to both houses", async () => {
  const w = await world();
  await staff(w);
  const guess = (nth: number) => buy(w, w.grocer, { coupons: [`GUESS${String(nth).padStart(4, "2")}`] });
  const answers = await Promise.allSettled(Array.from({ length: 10 }, (_, nth) => guess(nth)));
  expect(answers.every(({ status }) => status === "fulfilled")).toBe(true);
  for (let nth = 10; nth < 20; nth += 1) {
    await expect(guess(nth)).rejects.toMatchObject({
      code: "TOO_MANY_COUPON_CODES",
      retryAt: new Date("2026-03-10T12:15:00Z"),
    });
  }
  expect(await w.deps.db.notice.count({ where: { kind: "CODE_GUESSING" } })).toBe(2);
  expect((await buy(w, w.grocer, { coupons: [] })).purchase.pointsEarned).toBe(10n);
  const other = quotePurchase(w.deps, w.grocer.till, {
    member: { memberId: w.bohdan.id },
    totalE6: EUR,
    coupons: ["NOSUCH"],
  });
  expect(outcomes(await other)).toEqual(["UNKNOWN"]);
  w.clock.set(new Date("2026-03-10T12:16:00Z"));
  expect(outcomes((await guess(20)).purchase)).toEqual(["UNKNOWN"]);
});

test("a till that guesses for many members is stopped after thirty", async () => {
  const w = await world();
  const members = await newMembers(w, 31);
  const guess = (memberId: string) =>
    quotePurchase(w.deps, w.grocer.till, { member: { memberId }, totalE6: EUR, coupons: ["NOSUCH"] });
  for (const memberId of members.slice(0, 30)) await guess(memberId);
  await expect(guess(members[30] ?? "")).rejects.toMatchObject({ code: "TOO_MANY_COUPON_CODES" });
});

/** Somebody at each house who is told. */
async function staff({ deps, grocer }: World): Promise<void> {
  const people = [
    { partnerId: grocer.id, roles: ["PARTNER_OWNER" as const] },
    { partnerId: null, roles: ["OPERATOR_RISK" as const] },
  ];
  for (const { partnerId, roles } of people) {
    const userId = newId("user");
    const at = deps.clock.now();
    const user = { id: userId, name: "Somebody", email: `${userId}@example.org`, emailVerified: true };
    await deps.db.user.create({ data: { ...user, createdAt: at, updatedAt: at } });
    await deps.db.staff.create({ data: { id: newId("staff"), userId, partnerId, roles } });
  }
}
