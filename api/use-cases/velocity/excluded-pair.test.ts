import { expect, test } from "vitest";
import { type Actor, systemActor } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import { type TestPartner, type World, world } from "#api/test/world.ts";
import { decideApproval } from "#api/use-cases/approvals/decide-approval.ts";
import { MemberBlocked } from "#api/use-cases/members/refusals.ts";
import { unblockMember } from "#api/use-cases/members/unblock-member.ts";
import { InvalidValue } from "#api/use-cases/partners/refusals.ts";
import { redeemPoints } from "#api/use-cases/points/redeem-points.ts";
import { recordPurchase } from "#api/use-cases/purchases/record-purchase.ts";
import { listCountedEntries } from "#api/use-cases/velocity/find-velocity.ts";
import { type ProposeVelocityRule, proposeVelocityRule } from "#api/use-cases/velocity/propose-rule.ts";
import { watchVelocity } from "#api/use-cases/velocity/watch-velocity.ts";
import { dismissVelocityCase, takeVelocityCase } from "#api/use-cases/velocity/work-case.ts";

const as = (...roles: (Actor & { kind: "operator" })["roles"]): Actor => ({
  kind: "operator",
  id: `usr_${roles[0]}`,
  roles,
});
const [risk, finance] = [as("RISK"), as("FINANCE")];

let keys = 0;
const nextKey = () => `pair-${String(++keys).padStart(12, "0")}`;

const propose = ({ deps }: World, wish: Partial<ProposeVelocityRule>) =>
  proposeVelocityRule(deps, risk, {
    kind: "EXCLUDED_PAIR",
    subject: "MEMBER",
    limit: 0n,
    action: "OPEN_CASE_AND_BLOCK_MEMBER",
    reason: "The fuel station and the grocer are one family's",
    idempotencyKey: nextKey(),
    ...wish,
  });

async function exclude(w: World, earnedAt: TestPartner, redeemedAt: TestPartner) {
  const { id: approvalId } = await propose(w, { earnedAtId: earnedAt.id, redeemedAtId: redeemedAt.id });
  await decideApproval(w.deps, finance, { approvalId, decision: "APPROVE" });
}

/** Known everywhere by the phone, for a till knows nobody else's members by their ids. */
const phones = { ana: "+375291234567", bohdan: "+375297654321" } as const;
type Who = keyof typeof phones;

async function known() {
  const w = await world({ ana: { points: 500n }, bohdan: { points: 500n } });
  for (const who of ["ana", "bohdan"] as const) {
    const phone = { kind: "PHONE" as const, value: phones[who] };
    await w.deps.db.identifier.create({ data: { id: newId("identifier"), memberId: w[who].id, ...phone } });
  }
  return w;
}

const on = (w: World, time: string) => w.clock.set(new Date(`2026-03-${time}Z`));
const earns = (w: World, at: TestPartner, who: Who, occurredAt?: Date) =>
  recordPurchase(w.deps, at.till, {
    member: { kind: "PHONE", value: phones[who] },
    totalE6: 50_000_000n,
    receiptNumber: nextKey(),
    idempotencyKey: nextKey(),
    occurredAt,
  });
const burns = (w: World, at: TestPartner, who: Who, points: bigint) =>
  redeemPoints(w.deps, at.till, { member: { kind: "PHONE", value: phones[who] }, points, idempotencyKey: nextKey() });
const watch = ({ deps }: World) => watchVelocity(deps, systemActor);

test("M22 whoever earns at A and burns at A's sister the same day is held for review, and nobody else is", async () => {
  const w = await known();
  on(w, "11T09:00:00");
  await exclude(w, w.grocer, w.fuel);
  // Bohdan burns at the sister first, and on another day: neither is the pair.
  await burns(w, w.fuel, "bohdan", 10n);
  on(w, "11T10:00:00");
  await earns(w, w.grocer, "bohdan");
  await earns(w, w.grocer, "ana");
  await burns(w, w.pharmacy, "ana", 10n);
  expect(await watch(w)).toBe(0);
  on(w, "11T15:00:00");
  await burns(w, w.fuel, "ana", 40n);
  on(w, "12T09:00:00");
  await burns(w, w.fuel, "bohdan", 10n);
  expect(await watch(w)).toBe(1);

  const [held] = await w.deps.db.velocityCase.findMany();
  if (!held) throw new Error("no case was opened");
  expect(held).toMatchObject({ subjectId: w.ana.id, state: "OPEN", value: 40n });
  const { rows } = await listCountedEntries(w.deps, risk, held, { first: 10, after: null });
  expect(rows.map(({ event }) => event)).toEqual(["CAPTURE", "EARN"]);
  await expect(burns(w, w.pharmacy, "ana", 10n)).rejects.toThrow(MemberBlocked);

  const word = { velocityCaseId: held.id, note: "They shared a car" };
  await takeVelocityCase(w.deps, risk, word);
  await dismissVelocityCase(w.deps, risk, word);
  await unblockMember(w.deps, as("ADMIN"), { memberId: w.ana.id, reason: "Reviewed" });
  await burns(w, w.pharmacy, "ana", 10n);
});

test("what a till sends late is held too, on the day it happened", async () => {
  const w = await known();
  on(w, "11T07:00:00");
  await exclude(w, w.grocer, w.fuel);
  on(w, "11T09:00:00");
  await burns(w, w.fuel, "ana", 40n);
  expect(await watch(w)).toBe(0);
  on(w, "12T09:00:00");
  await earns(w, w.grocer, "ana", new Date("2026-03-11T08:00:00Z"));
  expect(await watch(w)).toBe(1);
});

test("a pair is two different partners, by the business day, and only of its own kind", async () => {
  const w = await world();
  const pair = { earnedAtId: w.grocer.id, redeemedAtId: w.fuel.id };
  for (const wrong of [
    { ...pair, redeemedAtId: w.grocer.id },
    { ...pair, redeemedAtId: null },
    { ...pair, earnedAtId: "prt_nobody" },
    { ...pair, windowHours: 5 },
    { ...pair, kind: "POINTS_EARNED" as const, windowHours: 5 },
    { redeemedAtId: w.fuel.id, kind: "POINTS_EARNED" as const, windowHours: 5 },
  ]) {
    await expect(propose(w, wrong)).rejects.toThrow(InvalidValue);
  }
});
