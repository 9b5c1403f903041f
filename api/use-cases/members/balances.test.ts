import { expect, test } from "vitest";
import { Forbidden } from "#api/kernel/access.ts";
import { systemActor } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import type { Page } from "#api/kernel/page.ts";
import type { Movement } from "#api/ledger/movements.ts";
import type { HistoryRow } from "#api/ledger/read/history.ts";
import { type World, world } from "#api/test/world.ts";
import { findMembers } from "#api/use-cases/members/find-members.ts";
import {
  findHistoryEntries,
  historyKey,
  listFilteredHistory,
  listHistories,
} from "#api/use-cases/members/list-history.ts";
import { listMembers } from "#api/use-cases/members/list-members.ts";
import { readBalances } from "#api/use-cases/members/read-balances.ts";
import { readPointsByExpiry, readPointsByMaturity } from "#api/use-cases/members/read-points-by-expiry.ts";
import { recordPurchase } from "#api/use-cases/purchases/record-purchase.ts";

const page = { first: 10, after: null };
const may = new Date("2026-05-01T00:00:00Z");
const june = new Date("2026-06-01T00:00:00Z");

async function post({ deps, clock, fuel }: World, movements: Movement[]): Promise<void> {
  const place = { partnerId: fuel.id, locationId: fuel.locationId, terminalId: fuel.terminalId };
  const deed = { kind: "test", actor: systemActor, owner: "system", key: newId("deed"), fingerprint: "" };
  await deps.ledger.post({ ...deed, occurredAt: clock.now(), place, movements });
}

function earning(hub: World, points: bigint, dates: { maturesAt: Date | null; expiresAt: Date | null }): Movement {
  const terms = { issuerId: hub.grocer.id, funding: "ON_BURN", issueRateE6: 10_000n, fundedRateE6: 0n } as const;
  return { kind: "earn", memberId: hub.ana.id, points, terms, purchaseId: null, ...dates };
}

/** Fuel sets points aside for Ana; from then on it has met her. */
function reserving({ clock, fuel, ana }: World, points: bigint): Movement {
  const expiresAt = new Date(clock.now().getTime() + 900_000);
  const burn = { burnId: newId("burn"), redeemerId: fuel.id, purchaseId: null };
  return { kind: "reserve", memberId: ana.id, points, expiresAt, ...burn };
}

test("a member has what is available, pending and reserved, and what it pays for", async () => {
  const hub = await world({ ana: { points: 100n } });
  await post(hub, [earning(hub, 50n, { maturesAt: may, expiresAt: june }), reserving(hub, 30n)]);
  const balance = (await readBalances(hub.deps, hub.ana.actor, [hub.ana.id])).get(hub.ana.id);
  expect(balance).toMatchObject({ available: 70n, pending: 50n, reserved: 30n, debt: 0n, valueE6: 700_000n });
});

test("points lapse soonest first, and those that never do come last", async () => {
  const hub = await world({ ana: { points: 5n } });
  const lapsing = [june, may, june].map((expiresAt) => earning(hub, 10n, { maturesAt: null, expiresAt }));
  await post(hub, [...lapsing, earning(hub, 7n, { maturesAt: may, expiresAt: null })]);
  const expiring = (await readPointsByExpiry(hub.deps, hub.ana.actor, [hub.ana.id])).get(hub.ana.id);
  expect(expiring).toEqual([
    { expiresAt: may, points: 10n },
    { expiresAt: june, points: 20n },
    { expiresAt: null, points: 5n },
  ]);
  const maturing = (await readPointsByMaturity(hub.deps, hub.ana.actor, [hub.ana.id])).get(hub.ana.id);
  expect(maturing).toEqual([{ maturesAt: may, points: 7n }]);
});

test("history is read newest first, page by page, each entry with the balance after it", async () => {
  const hub = await world({ ana: { points: 100n } });
  await post(hub, [reserving(hub, 30n)]);
  const histories = (after: string | null) => listHistories(hub.deps, hub.ana.actor, [hub.ana.id], { first: 1, after });
  const newest = (await histories(null)).get(hub.ana.id);
  expect(newest).toMatchObject({
    rows: [{ event: "RESERVE", partnerId: hub.fuel.id, available: -30n, reserved: 30n, availableAfter: 70n }],
    hasNextPage: true,
  });
  const older = (await histories(String(newest?.rows[0]?.version))).get(hub.ana.id);
  expect(older).toMatchObject({ rows: [{ event: "EARN", available: 100n, availableAfter: 100n }], hasNextPage: false });
});

test("a receipt that comes late stands where it was written down: pages neither repeat nor lose an entry", async () => {
  const hub = await world({ ana: { points: 100n } });
  const { deps, ana, clock, grocer } = hub;
  const buys = (receiptNumber: string, occurredAt: Date) =>
    recordPurchase(deps, grocer.till, {
      ...{ member: { memberId: ana.id }, totalE6: 10_000_000n, receiptNumber, occurredAt },
      idempotencyKey: `late-receipts-${receiptNumber}-000`,
    });
  const days = (count: number) => new Date(clock.now().getTime() - count * 86_400_000);
  await buys("A", days(0));
  await buys("B", days(2));
  const seen: { entryId: string; postedAt: Date }[] = [];
  let after: string | null = null;
  for (;;) {
    const found: Page<HistoryRow> | undefined = (
      await listHistories(deps, ana.actor, [ana.id], { first: 1, after })
    ).get(ana.id);
    seen.push(...(found?.rows ?? []));
    if (!found?.hasNextPage) break;
    after = String(found.rows[0]?.version);
    if (seen.length === 1) {
      clock.set(new Date(clock.now().getTime() + 60_000));
      await buys("C", days(1));
    }
  }
  expect(seen).toHaveLength(3);
  expect(new Set(seen.map(({ entryId }) => entryId)).size).toBe(3);
  const posted = seen.map(({ postedAt }) => postedAt.getTime());
  expect(posted).toEqual(posted.toSorted((one, other) => other - one));
  const all = (await listHistories(deps, ana.actor, [ana.id], page)).get(ana.id);
  expect(all?.rows).toHaveLength(4);
  expect(all?.rows[0]?.postedAt).toEqual(clock.now());
  const idsOf = async (span: { from?: Date; until?: Date }) =>
    (await listFilteredHistory(deps, ana.actor, ana.id, span, page)).rows.map(({ entryId }) => entryId);
  const [newest, ...others] = all?.rows.map(({ entryId }) => entryId) ?? [];
  expect(await idsOf({ from: clock.now() })).toEqual([newest]);
  expect(await idsOf({ until: clock.now() })).toEqual(others);
});

test("balance and history are the member's own", async () => {
  const hub = await world({ ana: { points: 100n } });
  const { deps, grocer, ana, bohdan, operator } = hub;
  expect(await readBalances(deps, bohdan.actor, [ana.id])).toEqual(new Map());
  expect(await listHistories(deps, bohdan.actor, [ana.id], page)).toEqual(new Map());
  expect(await listHistories(deps, grocer.finance, [ana.id], page)).toEqual(new Map());
  const [entry] = (await listHistories(deps, operator, [ana.id], page)).get(ana.id)?.rows ?? [];
  const key = historyKey({ memberId: ana.id, entryId: entry?.entryId ?? "" });
  expect((await findHistoryEntries(deps, ana.actor, [key])).size).toBe(1);
  expect((await findHistoryEntries(deps, bohdan.actor, [key])).size).toBe(0);
});

test("a partner sees a member from the first visit on, and not before", async () => {
  const hub = await world({ ana: { points: 100n } });
  const { deps, fuel, ana } = hub;
  const seen = async () => (await findMembers(deps, fuel.finance, [ana.id])).has(ana.id);
  expect(await seen()).toBe(false);
  await post(hub, [reserving(hub, 30n)]);
  expect(await seen()).toBe(true);
});

test("a partner lists the members it enrolled, the operator all and by name", async () => {
  const { deps, operator, grocer, fuel, ana, bohdan } = await world();
  const ids = async (actor: typeof operator, filter: object = {}) =>
    (await listMembers(deps, actor, { ...page, ...filter })).rows.map(({ id }) => id);
  expect(await ids(grocer.finance)).toEqual([bohdan.id, ana.id]);
  expect(await ids(fuel.finance)).toEqual([]);
  expect(await ids(operator)).toEqual([bohdan.id, ana.id]);
  expect(await ids(operator, { search: "boh" })).toEqual([bohdan.id]);
  expect(await ids(operator, { after: bohdan.id })).toEqual([ana.id]);
  await expect(ids(ana.actor)).rejects.toThrow(Forbidden);
});
