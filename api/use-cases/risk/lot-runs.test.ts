import { expect, test } from "vitest";
import { systemActor } from "#api/kernel/actor.ts";
import type { Failpoint } from "#api/kernel/failpoints.ts";
import type { Ledger, Movement } from "#api/ledger/movements.ts";
import type { LotRunKind, PartnerStatus } from "#api/sql/rows.ts";
import { earn, reserve, teller } from "#api/test/teller.ts";
import { world } from "#api/test/world.ts";
import { continueLotRuns } from "#api/use-cases/jobs/continue-lot-runs.ts";
import { startLotRun } from "#api/use-cases/risk/lot-runs.ts";

const status: Record<LotRunKind, PartnerStatus> = {
  HONOUR: "DEFAULTED",
  HAIRCUT: "DEFAULTED",
  BLOCK_LOTS: "DEFAULTED",
  UNBLOCK_LOTS: "ACTIVE",
  RUN_OFF: "ACTIVE",
};

/**
 * A run over Grocer's lots: two members have 400 points each, the first of whom comes first. The run takes a lot at a
 * time and can be stopped at any of its points, the n-th time it comes by.
 */
async function running(kind: LotRunKind, before: (w: Held) => Promise<unknown> = async () => {}) {
  const w = await held();
  const { deps, grocer } = w;
  await before(w);
  await deps.db.partner.update({ where: { id: grocer.id }, data: { status: status[kind] } });
  const haircutBps = kind === "HAIRCUT" ? 2_500 : null;
  const wanted = { partnerId: grocer.id, kind, haircutBps, reason: "By the rules", approvalId: null };
  const { id } = await deps.db.$transaction((tx) => startLotRun(tx, systemActor, { ...wanted, at: deps.clock.now() }));
  const go = () => continueLotRuns(deps, systemActor, 1);
  const stopAt = async (point: Failpoint, nth: number) => {
    let left = nth;
    const reach = (reached: Failpoint) => {
      if (reached === point && --left === 0) throw new Error("the power went");
    };
    await expect(continueLotRuns({ ...deps, reach }, systemActor, 1)).rejects.toThrow("the power went");
  };
  const run = () => deps.db.lotRun.findUniqueOrThrow({ where: { id } });
  return { ...w, go, stopAt, run };
}

type Held = Awaited<ReturnType<typeof held>>;

async function held() {
  const w = await world({ ana: { points: 400n }, bohdan: { points: 400n } });
  const [first = "", second = ""] = [w.ana.id, w.bohdan.id].sort();
  const tell = teller(w);
  const post = (movement: Movement) => tell({}, movement);
  const give = (fromMemberId: string, toMemberId: string, points: bigint) =>
    post({ kind: "transfer", fromMemberId, toMemberId, points });
  const has = async (memberId: string) => {
    const { available, pending } = await w.deps.db.wallet.findUniqueOrThrow({ where: { memberId } });
    return { available, pending };
  };
  return { ...w, first, second, post, give, has };
}

test("a haircut reaches points that were given to somebody whose turn has passed", async () => {
  const w = await running("HAIRCUT");
  await w.stopAt("lots: chunk claimed", 2);
  expect(await w.has(w.first)).toMatchObject({ available: 300n });
  await w.give(w.second, w.first, 100n);
  await w.go();
  expect(await w.has(w.first)).toMatchObject({ available: 375n });
  expect(await w.has(w.second)).toMatchObject({ available: 225n });
  expect(await w.run()).toMatchObject({ state: "DONE", lotsFound: 2, lotsDone: 3, membersDone: 2 });
});

test("a run sweeps again until at one instant nothing is left", async () => {
  const w = await running("HAIRCUT");
  let posted = 0;
  const post: Ledger["post"] = async (deed) => {
    if (deed.kind === "handleLots" && ++posted === 2) await w.give(w.second, w.first, 100n);
    return w.deps.ledger.post(deed);
  };
  await continueLotRuns({ ...w.deps, ledger: { ...w.deps.ledger, post } }, systemActor, 1);
  expect(await w.has(w.first)).toMatchObject({ available: 375n });
  expect(await w.run()).toMatchObject({ state: "DONE", lotsDone: 3 });
});

test("points that have had their haircut are not cut again, however often they are passed on", async () => {
  const w = await running("HAIRCUT");
  await w.stopAt("lots: chunk claimed", 2);
  await w.give(w.first, w.second, 100n);
  await w.give(w.second, w.first, 500n);
  await w.go();
  // 200 of its own, the same 100 back, and 400 that were still to be cut.
  expect(await w.has(w.first)).toMatchObject({ available: 600n });
  expect(await w.has(w.second)).toMatchObject({ available: 0n });
  expect(await w.run()).toMatchObject({ state: "DONE", lotsFound: 2, lotsDone: 3 });
});

test("a lot whose owner was merged away before its deed came is cut under its new one", async () => {
  const w = await running("HAIRCUT");
  await w.stopAt("lots: chunk claimed", 2);
  await w.post({ kind: "merge", fromMemberId: w.second, intoMemberId: w.first });
  await w.go();
  expect(await w.has(w.first)).toMatchObject({ available: 600n });
  expect(await w.run()).toMatchObject({ state: "DONE", lotsFound: 2, lotsDone: 2 });
});

test("what was posted before the power went is neither cut nor counted again", async () => {
  const w = await running("HAIRCUT");
  await w.stopAt("lots: chunk posted", 1);
  await w.stopAt("lots: chunk posted", 2);
  await w.go();
  expect([await w.has(w.first), await w.has(w.second)]).toMatchObject([{ available: 300n }, { available: 300n }]);
  expect(await w.run()).toMatchObject({ state: "DONE", lotsDone: 2, membersDone: 2 });
});

test("points that become spendable meanwhile are cut once", async () => {
  const maturesAt = new Date("2026-03-20T12:00:00Z");
  const w = await running("HAIRCUT", (it) => it.post({ ...earn(it.grocer, it.second, 40n), maturesAt }));
  await w.stopAt("lots: chunk claimed", 2);
  w.clock.set(maturesAt);
  await w.post({ kind: "mature", memberId: w.second });
  await w.go();
  expect(await w.has(w.second)).toEqual({ available: 330n, pending: 0n });
  expect(await w.run()).toMatchObject({ lotsFound: 3, lotsDone: 3 });
});

test("a purchase that was on its way when its issuer failed gives points like the others", async () => {
  const w = await running("HAIRCUT");
  await w.stopAt("lots: chunk claimed", 2);
  await w.post(earn(w.grocer, w.first, 40n));
  await w.go();
  expect(await w.has(w.first)).toMatchObject({ available: 330n });
  expect(await w.run()).toMatchObject({ lotsFound: 2, lotsDone: 3 });
});

test("no point escapes a block by changing hands", async () => {
  const w = await running("BLOCK_LOTS");
  await w.stopAt("lots: chunk claimed", 2);
  await w.give(w.second, w.first, 150n);
  await w.go();
  expect(await w.has(w.first)).toEqual({ available: 0n, pending: 550n });
  expect(await w.has(w.second)).toEqual({ available: 0n, pending: 250n });
  expect(await w.run()).toMatchObject({ state: "DONE", lotsFound: 2, lotsDone: 3 });
});

test("an issuer that is back gives points that nothing holds, while its old ones are let out", async () => {
  const blocked = async ({ deps, post }: Held) => {
    for (const { id, memberId } of await deps.db.lot.findMany())
      await post({ kind: "blockLots", memberId, lotIds: [id] });
  };
  const w = await running("UNBLOCK_LOTS", blocked);
  await w.stopAt("lots: chunk claimed", 2);
  await w.post(earn(w.grocer, w.first, 40n));
  await w.go();
  expect([await w.has(w.first), await w.has(w.second)]).toMatchObject([{ available: 440n }, { available: 400n }]);
  expect(await w.run()).toMatchObject({ state: "DONE", lotsFound: 2, lotsDone: 2 });
});

test("points that come back to a lapsed lot while the run-off's end is carried out lapse too", async () => {
  const burnIds: string[] = [];
  const w = await running("RUN_OFF", async (it) => {
    const aside = reserve(it.pharmacy, it.first, 100n);
    burnIds.push(aside.burnId);
    await it.post(aside);
  });
  await w.stopAt("lots: chunk claimed", 2);
  for (const burnId of burnIds) await w.post({ kind: "release", burnId, graceExpiresAt: null, timedOut: false });
  expect(await w.has(w.first)).toMatchObject({ available: 100n });
  await w.go();
  expect([await w.has(w.first), await w.has(w.second)]).toMatchObject([{ available: 0n }, { available: 0n }]);
  expect(await w.run()).toMatchObject({ state: "DONE", lotsFound: 2, lotsDone: 2 });
});
