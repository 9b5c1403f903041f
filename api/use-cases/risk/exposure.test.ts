import { expect, test } from "vitest";
import { systemActor } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import { findLimitAlarms } from "#api/ledger/read/alarms.ts";
import { reportRows } from "#api/test/report-rows.ts";
import { agree } from "#api/test/second-person.ts";
import { type World, world } from "#api/test/world.ts";
import { warnExposures } from "#api/use-cases/jobs/warn-exposures.ts";
import { redeemPoints } from "#api/use-cases/points/redeem-points.ts";
import { recordPurchase } from "#api/use-cases/purchases/record-purchase.ts";
import { overrideLimit, revokeLimitOverride } from "#api/use-cases/risk/override-limit.ts";
import { readExposureHistory } from "#api/use-cases/risk/read-exposure-history.ts";
import { findOverrides, listExposures, readExposures } from "#api/use-cases/risk/read-exposures.ts";
import { backfillExposureDays, recordExposureDays } from "#api/use-cases/risk/record-exposure-days.ts";
import { ifPartnerFailed, readStress } from "#api/use-cases/risk/stress.ts";
import { recordCollateral, recordLossPool } from "#api/use-cases/settlement/record-secured.ts";

const euro = 1_000_000n;
const HOUR_MS = 3_600_000;
let keys = 0;
const key = () => `exposure-${String(++keys).padStart(12, "0")}`;

/** Grocer gives one per cent: 100 points, worth 1.00, for each 100.00. */
const buy = (w: World, hundreds: bigint) => {
  const amountE6 = hundreds * 100n * euro;
  return recordPurchase(w.deps, w.grocer.till, {
    member: { memberId: w.ana.id },
    totalE6: amountE6,
    lines: [{ amountE6 }],
    receiptNumber: key(),
    idempotencyKey: key(),
  });
};

const limited = async (limitE6: bigint, at?: Date) => {
  const w = await world(at ? { at } : {});
  await w.deps.db.exposure.update({ where: { partnerId: w.grocer.id }, data: { limitE6 } });
  await w.deps.db.contract.updateMany({ where: { partnerId: w.grocer.id }, data: { exposureLimitE6: limitE6 } });
  const view = async () => (await readExposures(w.deps, w.operator, [w.grocer.id])).get(w.grocer.id);
  const later = (hours: number) => new Date(w.deps.clock.now().getTime() + hours * HOUR_MS);
  const order = { partnerId: w.grocer.id, limitE6: 5n * euro, reason: "Christmas", idempotencyKey: key() };
  return { ...w, view, later, order };
};

test("an override agreed by two lets a partner issue past its limit, until it lapses by itself", async () => {
  const w = await limited(2n * euro);
  await buy(w, 2n);
  await expect(buy(w, 1n)).rejects.toMatchObject({ code: "EXPOSURE_LIMIT_EXCEEDED" });
  const approval = await overrideLimit(w.deps, w.operator, { ...w.order, expiresAt: w.later(2) });
  await expect(buy(w, 1n)).rejects.toMatchObject({ code: "EXPOSURE_LIMIT_EXCEEDED" });
  await agree(w.deps, approval);
  await buy(w, 1n);
  expect(await w.view()).toMatchObject({ exposureE6: 3n * euro, limitE6: 5n * euro, usedBps: 6_000, isAlarmed: false });
  w.clock.set(w.later(2));
  await expect(buy(w, 1n)).rejects.toMatchObject({ code: "EXPOSURE_LIMIT_EXCEEDED" });
  expect(await w.view()).toMatchObject({ limitE6: 2n * euro, usedBps: 15_000, isAlarmed: true, override: null });
});

test("an override can be revoked, once; a newer one takes its place; each is kept", async () => {
  const w = await limited(euro);
  const first = { ...w.order, expiresAt: w.later(48) };
  await agree(w.deps, await overrideLimit(w.deps, w.operator, first));
  await agree(w.deps, await overrideLimit(w.deps, w.operator, { ...first, limitE6: 3n * euro, idempotencyKey: key() }));
  const kept = async () => (await findOverrides(w.deps, w.grocer.finance, [w.grocer.id])).get(w.grocer.id) ?? [];
  const inForce = (await kept()).filter(({ revokedAt }) => revokedAt === null);
  expect(inForce.map(({ limitE6 }) => limitE6)).toEqual([3n * euro]);
  await buy(w, 3n);
  const named = { limitOverrideId: inForce[0]?.id ?? "", reason: "Over" };
  const once = await revokeLimitOverride(w.deps, w.operator, named);
  w.clock.set(w.later(1));
  expect(await revokeLimitOverride(w.deps, w.operator, named)).toEqual(once);
  await expect(buy(w, 1n)).rejects.toMatchObject({ code: "EXPOSURE_LIMIT_EXCEEDED" });
  expect(await kept()).toHaveLength(2);
});

test("an override is more than the limit, ends later than it begins, and there is a limit to begin with", async () => {
  const w = await limited(5n * euro);
  const order = { ...w.order, expiresAt: w.later(1) };
  await expect(overrideLimit(w.deps, w.operator, order)).rejects.toMatchObject({ code: "INVALID_VALUE" });
  const more = { ...order, limitE6: 6n * euro };
  const late = overrideLimit(w.deps, w.operator, { ...more, expiresAt: w.later(0) });
  await expect(late).rejects.toMatchObject({ code: "OVERRIDE_EXPIRED" });
  const boundless = overrideLimit(w.deps, w.operator, { ...more, partnerId: w.fuel.id });
  await expect(boundless).rejects.toMatchObject({ code: "INVALID_VALUE" });
  const nobody = overrideLimit(w.deps, w.operator, { ...more, partnerId: "ptn_none" });
  await expect(nobody).rejects.toMatchObject({ code: "PARTNER_NOT_FOUND" });
  await expect(overrideLimit(w.deps, w.grocer.finance, more)).rejects.toMatchObject({ code: "FORBIDDEN" });
  const waiting = await overrideLimit(w.deps, w.operator, more);
  w.clock.set(w.later(1));
  await expect(agree(w.deps, waiting)).rejects.toMatchObject({ code: "OVERRIDE_EXPIRED" });
  const none = revokeLimitOverride(w.deps, w.operator, { limitOverrideId: "lim_none", reason: "Over" });
  await expect(none).rejects.toMatchObject({ code: "LIMIT_OVERRIDE_NOT_FOUND" });
});

test("a member's points are spent whatever their issuer owes", async () => {
  const w = await limited(2n * euro);
  await buy(w, 2n);
  await w.deps.db.exposure.update({ where: { partnerId: w.grocer.id }, data: { limitE6: 0n } });
  const spent = { member: { memberId: w.ana.id }, points: 200n, partnerId: w.pharmacy.id };
  await redeemPoints(w.deps, systemActor, { ...spent, idempotencyKey: key() });
  expect(await w.view()).toMatchObject({ positionE6: 2n * euro, outstandingE6: 0n, limitE6: 0n, usedBps: 10_000 });
});

test("who comes near the limit is told of once, and again only after it was calm", async () => {
  const w = await limited(10n * euro);
  const risk = newId("user");
  await w.deps.db.user.create({ data: { id: risk, name: "Rita", email: "rita@operator.example" } });
  await w.deps.db.staff.create({ data: { id: newId("staff"), userId: risk, roles: ["OPERATOR_RISK"] } });
  const told = () => w.deps.db.notice.count({ where: { userId: risk, kind: "EXPOSURE_ALARM" } });
  await buy(w, 7n);
  expect(await warnExposures(w.deps, systemActor)).toBe(0);
  await buy(w, 1n);
  expect(await warnExposures(w.deps, systemActor)).toBe(1);
  expect(await warnExposures(w.deps, systemActor)).toBe(0);
  expect(await told()).toBe(1);
  await recordCollateral(w.deps, w.operator, {
    parts: [{ partnerId: w.grocer.id, amountE6: euro }],
    idempotencyKey: key(),
  });
  w.clock.set(w.later(1));
  await warnExposures(w.deps, systemActor);
  await buy(w, 1n);
  w.clock.set(w.later(1));
  expect(await warnExposures(w.deps, systemActor)).toBe(1);
  expect(await told()).toBe(2);
  expect((await w.deps.db.exposure.findUniqueOrThrow({ where: { partnerId: w.grocer.id } })).limitE6).toBe(10n * euro);
});

test("the curve over time is told from the ledger: day by day, or all of it afterwards, the same", async () => {
  const w = await limited(9n * euro, new Date("2026-03-01T12:00:00Z"));
  const day = async (date: string) => {
    w.clock.set(new Date(`${date}T12:00:00Z`));
    await recordExposureDays(w.deps, systemActor);
  };
  await buy(w, 3n);
  await day("2026-03-02");
  const spent = { member: { memberId: w.ana.id }, points: 300n, partnerId: w.pharmacy.id };
  await redeemPoints(w.deps, systemActor, { ...spent, idempotencyKey: key() });
  await buy(w, 1n);
  await recordCollateral(w.deps, w.operator, {
    parts: [{ partnerId: w.grocer.id, amountE6: 2n * euro }],
    idempotencyKey: key(),
  });
  await day("2026-03-04");
  const span = { partnerId: w.grocer.id, from: "2026-03-01", to: "2026-03-31" };
  const told = await readExposureHistory(w.deps, w.grocer.finance, span);
  const row = ({ day: at, ...parts }: (typeof told)["days"][number]) => [
    at.toISOString().slice(8, 10),
    parts.exposureE6,
    parts.positionE6,
    parts.outstandingE6,
    parts.collateralE6,
    parts.limitE6,
  ];
  expect(told.days.map(row)).toEqual([
    ["01", 3n * euro, 0n, 3n * euro, 0n, 9n * euro],
    ["02", 2n * euro, 3n * euro, euro, 2n * euro, 9n * euro],
    ["03", 2n * euro, 3n * euro, euro, 2n * euro, 9n * euro],
  ]);
  expect(told.peak?.exposureE6).toBe(3n * euro);
  const before = await w.deps.db.exposureDay.findMany({ orderBy: [{ partnerId: "asc" }, { day: "asc" }] });
  await w.deps.db.exposureDay.deleteMany();
  await backfillExposureDays(w.deps, systemActor, { from: "2026-03-01", to: "2026-03-03" });
  expect(await w.deps.db.exposureDay.findMany({ orderBy: [{ partnerId: "asc" }, { day: "asc" }] })).toEqual(before);
  expect(await backfillExposureDays(w.deps, systemActor, { from: "2026-03-01", to: "2026-03-03" })).toBe(0);
  const counter = await w.deps.db.exposure.findUniqueOrThrow({ where: { partnerId: w.grocer.id } });
  expect(before.findLast(({ partnerId }) => partnerId === w.grocer.id)).toMatchObject({
    positionE6: counter.positionE6,
    outstandingE6: counter.outstandingE6,
    collateralE6: counter.collateralE6,
  });
});

test("a curve has an order and an end, and is nobody else's to see", async () => {
  const w = await limited(euro);
  const span = { partnerId: w.grocer.id, from: "2026-03-01", to: "2026-02-01" };
  await expect(readExposureHistory(w.deps, w.operator, span)).rejects.toMatchObject({ code: "INVALID_VALUE" });
  const foreign = readExposureHistory(w.deps, w.fuel.finance, { ...span, to: "2026-03-02" });
  await expect(foreign).rejects.toMatchObject({ code: "PARTNER_NOT_FOUND" });
  const nobody = readExposureHistory(w.deps, w.operator, { ...span, partnerId: "ptn_none", to: "2026-03-02" });
  await expect(nobody).rejects.toMatchObject({ code: "PARTNER_NOT_FOUND" });
});

test("if a partner failed: its own money first, then the operator's first loss, the others', and the rest", async () => {
  const w = await limited(100n * euro);
  const { deps, operator, grocer, fuel, pharmacy } = w;
  await deps.db.programme.updateMany({ data: { operatorFirstLossE6: euro } });
  await recordCollateral(deps, operator, {
    parts: [{ partnerId: grocer.id, amountE6: 4n * euro }],
    idempotencyKey: key(),
  });
  const pool = [grocer, fuel, pharmacy].map(({ id }) => ({ partnerId: id, amountE6: euro }));
  await recordLossPool(deps, operator, { parts: pool, idempotencyKey: key() });
  await buy(w, 10n);
  const spent = { member: { memberId: w.ana.id }, points: 600n, partnerId: pharmacy.id };
  await redeemPoints(deps, systemActor, { ...spent, idempotencyKey: key() });
  const loss = await ifPartnerFailed(deps, operator, grocer.id);
  expect(loss).toMatchObject({
    owedE6: 6n * euro,
    pointsE6: 4n * euro,
    lossE6: 10n * euro,
    ownCollateralE6: 4n * euro,
    ownPoolE6: euro,
    operatorFirstLossE6: euro,
    survivorsE6: 2n * euro,
    restE6: 2n * euro,
  });
  expect(loss.survivors.map(({ amountE6 }) => amountE6)).toEqual([euro, euro]);
  const stress = await readStress(deps, operator);
  expect(stress.losses).toHaveLength(3);
  expect(stress).toMatchObject({
    topIssuerId: grocer.id,
    topIssuerBps: 10_000,
    largestDebtorId: grocer.id,
    largestDebtE6: 6n * euro,
    largestDebtUnsecuredE6: 0n,
  });
  await buy(w, 20n);
  await redeemPoints(deps, systemActor, { ...spent, points: 2_000n, idempotencyKey: key() });
  expect((await readStress(deps, operator)).largestDebtUnsecuredE6).toBe(18n * euro);
  expect((await listExposures(deps, operator))[0]?.partnerId).toBe(grocer.id);
  await expect(readStress(deps, grocer.finance)).rejects.toMatchObject({ code: "FORBIDDEN" });
  await expect(ifPartnerFailed(deps, operator, "ptn_none")).rejects.toMatchObject({ code: "PARTNER_NOT_FOUND" });
});

test("reports and alarms count exposure as the limit's check and the page do", async () => {
  const w = await limited(2n * euro);
  await buy(w, 1n);
  await w.deps.db.programme.updateMany({ data: { expectedRedemptionBps: 6_001 } });
  const told = async () => {
    const narrowed = { partnerId: w.grocer.id };
    const [now] = await reportRows(w.deps, w.operator, "exposure", narrowed);
    const [next] = await reportRows(w.deps, w.operator, "next_cycle_forecast", narrowed);
    const { exposureE6, limitE6, usedBps } = (await w.view()) ?? {};
    expect([now?.["exposure"], now?.["exposure_limit"], now?.["use_bps"]]).toEqual([
      exposureE6,
      limitE6,
      BigInt(usedBps ?? -1),
    ]);
    expect([next?.["exposure"], next?.["exposure_limit"], next?.["limit_use_bps"]]).toEqual([
      exposureE6,
      limitE6,
      BigInt(usedBps ?? -1),
    ]);
    return [exposureE6, limitE6, usedBps];
  };
  expect(await told()).toEqual([600_100n, 2n * euro, 3_000]);
  await agree(w.deps, await overrideLimit(w.deps, w.operator, { ...w.order, expiresAt: w.later(2) }));
  expect(await told()).toEqual([600_100n, 5n * euro, 1_200]);
  w.clock.set(w.later(2));
  expect(await told()).toEqual([600_100n, 2n * euro, 3_000]);
  await w.deps.db.contract.updateMany({ where: { partnerId: w.grocer.id }, data: { exposureAlarmBps: 3_000 } });
  expect(await findLimitAlarms(w.deps.db, w.clock.now())).toEqual({ count: 1, firstId: w.grocer.id });
  await w.deps.db.programme.updateMany({ data: { expectedRedemptionBps: 5_000 } });
  expect(await findLimitAlarms(w.deps.db, w.clock.now())).toEqual({ count: 0, firstId: null });
});
