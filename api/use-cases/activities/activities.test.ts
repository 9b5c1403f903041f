import { expect, test } from "vitest";
import { type Actor, systemActor } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import { findCounters } from "#api/ledger/counters.ts";
import { ruleOf, runCampaign } from "#api/test/live-campaign.ts";
import { type World, world } from "#api/test/world.ts";
import { draftCampaign } from "#api/use-cases/campaigns/draft-campaign.ts";
import { listHistories } from "#api/use-cases/members/list-history.ts";
import { redeemPoints } from "#api/use-cases/points/redeem-points.ts";
import { findActivities, findTallies, listActivityKinds } from "./find-activities.ts";
import { findRewarding } from "./find-rewarding.ts";
import { createActivityKind, renameActivityKind, retireActivityKind } from "./kinds.ts";
import { type RecordActivity, recordActivity } from "./record-activity.ts";
import { recordByHub } from "./record-by-hub.ts";
import { reverseActivity } from "./reverse-activity.ts";

const EUR = 1_000_000n;
let keys = 0;
const idempotencyKey = () => `activity-test-key-${++keys}`;
const bankPayment = { code: "bank_payment", name: { en: "Payment by bank", ru: "Платёж", be: "Плацёж" } };

/** Fuel rewards payments through the bank, and the operator pays half. */
async function rewarded(w: World, ...conditions: string[]): Promise<void> {
  await createActivityKind(w.deps, w.operator, { ...bankPayment, idempotencyKey: idempotencyKey() });
  const phone = { kind: "PHONE" as const, value: "+375291111111" };
  await w.deps.db.identifier.create({ data: { id: newId("identifier"), memberId: w.ana.id, ...phone } });
  const wanted = ['activity.kind == "bank_payment"', "activity.amount >= 50", ...conditions];
  await runCampaign(w, w.fuel, {
    occasion: "ACTIVITY",
    rules: [ruleOf({ kind: "points", give: { by: "FIXED", number: "25" } }, ...wanted)],
    funding: [
      { funder: "ISSUER", bps: 6_000 },
      { funder: "OPERATOR", bps: 4_000 },
    ],
    limits: [{ unit: "TIMES", most: "4", scope: "MEMBER", period: "MONTH" }],
  });
}

const pay = ({ deps, fuel }: World, differs: Partial<RecordActivity> = {}) => {
  const key = idempotencyKey();
  const payment = { kind: "bank_payment", amountE6: 50n * EUR, reference: key, idempotencyKey: key };
  return recordActivity(deps, fuel.till, { member: { kind: "PHONE", value: "+375291111111" }, ...payment, ...differs });
};
const available = async ({ deps, ana }: World) =>
  (await deps.db.wallet.findUniqueOrThrow({ where: { memberId: ana.id } })).available;

test("M9 a payment of 50.00 through the bank gives 25 points, at most 4 a month", async () => {
  const w = await world();
  await rewarded(w);
  expect(await pay(w)).toMatchObject({ points: 25n });
  expect(await pay(w, { amountE6: 49n * EUR })).toMatchObject({ points: 0n });
  const rest = await Promise.all(Array.from({ length: 6 }, () => pay(w)));
  expect(rest.map(({ points }) => points).filter((points) => points === 25n)).toHaveLength(3);
  expect(await available(w)).toBe(100n);
  const lots = await w.deps.db.lot.findMany({ select: { issuerId: true, original: true } });
  const ofFuel = lots.filter(({ issuerId }) => issuerId === w.fuel.id);
  expect(ofFuel.map(({ original }) => original)).toEqual([15n, 15n, 15n, 15n]);
  w.clock.set(new Date("2026-04-01T12:00:00Z"));
  expect(await pay(w)).toMatchObject({ points: 25n });
  const history = (await listHistories(w.deps, w.ana.actor, [w.ana.id], { first: 1, after: null })).get(w.ana.id);
  expect(history?.rows).toMatchObject([{ event: "EARN", reason: "Payment by bank", partnerId: w.fuel.id }]);
  const said = (await findActivities(w.deps, w.ana.actor, [history?.rows[0]?.purchaseId ?? ""])).values().toArray();
  expect(said).toMatchObject([{ points: 25n, kind: { name: bankPayment.name } }]);
});

test("an activity is recorded once for its key and its reference, and made up for after a death", async () => {
  const w = await world();
  await rewarded(w);
  const same = { reference: "P-1", idempotencyKey: idempotencyKey() };
  const first = await pay(w, same);
  expect(await pay(w, same)).toEqual(first);
  const twin = pay(w, { reference: "P-1" });
  await expect(twin).rejects.toMatchObject({ code: "ACTIVITY_RECORDED_ALREADY", activityId: first.id });
  for (const point of ["activity: recorded", "activity: points given"]) {
    const reach = (reached: string) => {
      if (reached === point) throw new Error("died");
    };
    await expect(pay({ ...w, deps: { ...w.deps, reach } })).rejects.toThrow("died");
  }
  w.clock.set(new Date("2026-03-10T12:02:00Z"));
  expect(await recordByHub(w.deps, systemActor)).toBe(2);
  expect(await available(w)).toBe(75n);
  expect(await w.deps.db.activity.count({ where: { points: 25n } })).toBe(3);
});

test("a reversed activity gives back what it gave, also to its limit; points spent since are owed", async () => {
  const w = await world();
  await rewarded(w);
  const { id: activityId } = await pay(w);
  const spent = { member: { memberId: w.ana.id }, points: 20n, idempotencyKey: idempotencyKey() };
  await redeemPoints(w.deps, w.grocer.till, spent);
  const asked = { activityId, reason: "The payment bounced" };
  const reversed = await reverseActivity(w.deps, w.fuel.till, asked);
  expect(reversed).toMatchObject({ pointsClawed: 25n, reversedAt: w.clock.now() });
  expect(await reverseActivity(w.deps, w.fuel.till, asked)).toEqual(reversed);
  expect(await w.deps.db.wallet.findUniqueOrThrow({ where: { memberId: w.ana.id } })).toMatchObject({
    available: 0n,
    debt: 20n,
  });
  const [counter] = await w.deps.db.counter.findMany();
  expect((await findCounters(w.deps.db, [counter?.id ?? ""])).get(counter?.id ?? "")).toBe(0n);
  await expect(reverseActivity(w.deps, w.grocer.till, asked)).rejects.toMatchObject({ code: "ACTIVITY_NOT_FOUND" });
});

test("the hub knows birthdays and completed profiles by itself, each once", async () => {
  const w = await world({ at: new Date("2027-02-28T09:00:00Z") });
  for (const code of ["birthday", "profile_completed"]) {
    await createActivityKind(w.deps, w.operator, { code, name: { en: code }, idempotencyKey: idempotencyKey() });
  }
  await runCampaign(w, null, {
    occasion: "ACTIVITY",
    rules: [
      ruleOf({ kind: "points", give: { by: "FIXED", number: "100" } }, 'activity.kind == "birthday"'),
      ruleOf({ kind: "points", give: { by: "FIXED", number: "7" } }, 'activity.kind == "profile_completed"'),
    ],
    funding: [{ funder: "OPERATOR", bps: 10_000 }],
  });
  const { db } = w.deps;
  await db.memberProfile.update({ where: { memberId: w.ana.id }, data: { birthDate: new Date("2000-02-29") } });
  await db.memberProfile.update({ where: { memberId: w.bohdan.id }, data: { birthDate: new Date("2000-03-01") } });
  for (const [kind, value] of [
    ["PHONE", "+375291111111"],
    ["EMAIL", "ana@example.org"],
  ] as const) {
    await db.identifier.create({ data: { id: newId("identifier"), memberId: w.ana.id, kind, value } });
  }
  expect(await recordByHub(w.deps, systemActor)).toBe(2);
  expect(await recordByHub(w.deps, systemActor)).toBe(0);
  expect(await available(w)).toBe(107n);
  const pretends = pay(w, { kind: "birthday" });
  await expect(pretends).rejects.toMatchObject({ code: "ACTIVITY_KIND_NOT_FOUND" });
  w.clock.set(new Date("2028-02-28T09:00:00Z"));
  expect(await recordByHub(w.deps, systemActor)).toBe(0);
  w.clock.set(new Date("2028-02-29T09:00:00Z"));
  expect(await recordByHub(w.deps, systemActor)).toBe(1);
});

test("an unknown, retired or foreign kind, a negative amount and what no activity gives are refused", async () => {
  const w = await world();
  await rewarded(w);
  await expect(pay(w, { kind: "yoga" })).rejects.toMatchObject({ code: "ACTIVITY_KIND_NOT_FOUND", kind: "yoga" });
  await expect(pay(w, { amountE6: -1n })).rejects.toMatchObject({ code: "INVALID_VALUE", field: "amount" });
  const again = createActivityKind(w.deps, w.operator, { ...bankPayment, idempotencyKey: idempotencyKey() });
  await expect(again).rejects.toMatchObject({ code: "ACTIVITY_KIND_TAKEN" });
  const own = { code: "visit", name: { en: "Visit" }, partnerId: w.grocer.id, idempotencyKey: idempotencyKey() };
  await createActivityKind(w.deps, w.operator, own);
  await expect(pay(w, { kind: "visit" })).rejects.toMatchObject({ code: "ACTIVITY_KIND_NOT_FOUND" });
  await retireActivityKind(w.deps, w.operator, { code: "bank_payment" });
  await expect(pay(w)).rejects.toMatchObject({ code: "ACTIVITY_KIND_NOT_FOUND" });
  const manager: Actor = { kind: "partnerStaff", id: newId("user"), partnerId: w.fuel.id, roles: ["MANAGER"] };
  const definition = {
    name: { en: "Letters" },
    startsAt: "2026-03-01T00:00:00Z",
    occasion: "ACTIVITY",
    rules: [ruleOf({ kind: "message", template: "thanks" })],
  };
  const drafted = draftCampaign(w.deps, manager, { definition, idempotencyKey: idempotencyKey() });
  await expect(drafted).rejects.toMatchObject({
    problems: [{ path: "rules.0.effects.0.kind", code: "NOT_FOR_ACTIVITIES" }],
  });
});

test("a partner keeps its own kinds: it adds, renames and retires them, and no others", async () => {
  const w = await world();
  const manager = (of: string): Actor => ({
    kind: "partnerStaff",
    id: newId("user"),
    partnerId: of,
    roles: ["MANAGER"],
  });
  const [fuel, grocer] = [manager(w.fuel.id), manager(w.grocer.id)];
  await createActivityKind(w.deps, w.operator, { ...bankPayment, idempotencyKey: idempotencyKey() });
  const wash = { code: "car_wash", name: { en: "Car wash" }, partnerId: w.grocer.id };
  const made = await createActivityKind(w.deps, fuel, { ...wash, idempotencyKey: idempotencyKey() });
  expect(made).toMatchObject({ partnerId: w.fuel.id, byHub: false });
  const name = { en: "A wash of the car" };
  expect(await renameActivityKind(w.deps, fuel, { code: "car_wash", name })).toMatchObject({ name, code: "car_wash" });
  for (const [who, code] of [
    [fuel, "bank_payment"],
    [grocer, "car_wash"],
  ] as const) {
    const unknown = { code: "ACTIVITY_KIND_NOT_FOUND" };
    await expect(renameActivityKind(w.deps, who, { code, name })).rejects.toMatchObject(unknown);
    await expect(retireActivityKind(w.deps, who, { code })).rejects.toMatchObject(unknown);
  }
  const birthday = { code: "birthday", name: { en: "Birthday" }, idempotencyKey: idempotencyKey() };
  await expect(createActivityKind(w.deps, fuel, birthday)).rejects.toMatchObject({ code: "ACTIVITY_KIND_TAKEN" });
  const nameless = renameActivityKind(w.deps, fuel, { code: "car_wash", name: { en: "" } });
  await expect(nameless).rejects.toMatchObject({ code: "INVALID_VALUE", field: "name" });
  await expect(createActivityKind(w.deps, w.fuel.till, birthday)).rejects.toMatchObject({ code: "FORBIDDEN" });
  expect((await listActivityKinds(w.deps, grocer)).map(({ code }) => code)).toEqual(["bank_payment"]);
  expect(await retireActivityKind(w.deps, fuel, { code: "car_wash" })).toMatchObject({ retiredAt: w.clock.now() });
});

test("a house has fifty kinds of its own and no more, also when two are added at the same moment", async () => {
  const w = await world();
  const { db } = w.deps;
  const made = { name: { en: "Kind" }, byHub: false, createdBy: "system", createdAt: w.clock.now() };
  const kinds = Array.from({ length: 49 }, (_none, nth) => ({
    id: newId("activityKind"),
    code: `kind_${nth}`,
    ...made,
  }));
  await db.activityKind.createMany({ data: kinds.map((kind) => ({ ...kind, partnerId: w.fuel.id })) });
  const owner: Actor = { kind: "partnerStaff", id: newId("user"), partnerId: w.fuel.id, roles: ["OWNER"] };
  const add = (code: string, actor: Actor = owner) =>
    createActivityKind(w.deps, actor, { code, name: { en: code }, idempotencyKey: idempotencyKey() });
  const both = await Promise.allSettled([add("wash"), add("tyres")]);
  expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  await expect(add("oil")).rejects.toMatchObject({ code: "TOO_MANY_ACTIVITY_KINDS", most: 50 });
  expect(await add("oil", w.operator)).toMatchObject({ partnerId: null });
});

test("of a kind everybody sees what was recorded at their house, what it gave, and which campaigns are about it", async () => {
  const w = await world();
  await rewarded(w);
  const other = { code: "review", name: { en: "Review" }, idempotencyKey: idempotencyKey() };
  const review = await createActivityKind(w.deps, w.operator, other);
  await pay(w);
  const { id } = await pay(w);
  await reverseActivity(w.deps, w.fuel.till, { activityId: id, reason: "It bounced" });
  const [bank] = await listActivityKinds(w.deps, w.operator);
  const ids = [bank?.id ?? "", review.id];
  const owner = (of: string): Actor => ({ kind: "partnerStaff", id: newId("user"), partnerId: of, roles: ["OWNER"] });
  const all = new Map([[bank?.id, { count: 2, points: 25n }]]);
  expect(await findTallies(w.deps, w.operator, ids)).toEqual(all);
  expect(await findTallies(w.deps, owner(w.fuel.id), ids)).toEqual(all);
  expect(await findTallies(w.deps, owner(w.grocer.id), ids)).toEqual(new Map());
  const about = async (actor: Actor) =>
    [...(await findRewarding(w.deps, actor, ids))].map(([kindId, found]) => [kindId === bank?.id, found.length]);
  expect(await about(w.operator)).toEqual([
    [true, 1],
    [false, 0],
  ]);
  expect(await about(owner(w.grocer.id))).toEqual([
    [true, 0],
    [false, 0],
  ]);
  expect(await findRewarding(w.deps, w.ana.actor, ids)).toEqual(new Map());
  w.clock.set(new Date("2026-04-20T12:00:00Z"));
  expect(await findTallies(w.deps, w.operator, ids)).toEqual(new Map());
});

test("a campaign is about the kinds that its conditions leave it, and told of from when it is agreed on", async () => {
  const w = await world();
  const kinds = ["review", "visit", "survey"];
  const ids: string[] = [];
  for (const code of kinds) {
    const made = { code, name: { en: code }, idempotencyKey: idempotencyKey() };
    ids.push((await createActivityKind(w.deps, w.operator, made)).id);
  }
  const about = async (...conditions: string[]) => {
    const points = { kind: "points" as const, give: { by: "FIXED" as const, number: "5" } };
    const campaignId = await runCampaign(w, w.fuel, { occasion: "ACTIVITY", rules: [ruleOf(points, ...conditions)] });
    const found = async () => {
      const rewarding = await findRewarding(w.deps, w.operator, ids);
      return kinds.filter((_code, nth) =>
        rewarding.get(ids[nth] ?? "")?.some((version) => version.campaignId === campaignId),
      );
    };
    const told = await found();
    await w.deps.db.campaignVersion.updateMany({ where: { campaignId }, data: { state: "DRAFT" } });
    expect(await found()).toEqual([]);
    return told;
  };
  expect(await about('activity.kind == "review" || activity.kind == "visit"')).toEqual(["review", "visit"]);
  expect(await about('activity.kind in ["visit", "survey"] && activity.amount >= 5')).toEqual(["visit", "survey"]);
  // What is left out is not named: the engine asks such a rule at every kind.
  expect(await about('activity.kind != "review"')).toEqual(kinds);
  expect(await about('activity.kind == "review" || activity.amount >= 5')).toEqual(kinds);
  expect(await about("activity.amount >= 5")).toEqual(kinds);
});

test("a partner that is suspended records nothing, and an activity of another's is not taken back", async () => {
  const w = await world();
  await rewarded(w);
  const { id: activityId } = await pay(w);
  const theirs = reverseActivity(w.deps, w.grocer.till, { activityId, reason: "Not mine" });
  await expect(theirs).rejects.toMatchObject({ code: "ACTIVITY_NOT_FOUND", activityId });
  await w.deps.db.partner.update({ where: { id: w.fuel.id }, data: { status: "SUSPENDED" } });
  await expect(pay(w)).rejects.toMatchObject({ code: "PARTNER_NOT_ACTIVE" });
});
