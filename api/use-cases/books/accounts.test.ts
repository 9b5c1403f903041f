import { expect, test } from "vitest";
import { Forbidden } from "#api/kernel/access.ts";
import { type Actor, systemActor } from "#api/kernel/actor.ts";
import type { AccountKind } from "#api/ledger/chart.ts";
import { type World, world } from "#api/test/world.ts";
import { addUpAccounts } from "#api/use-cases/books/add-up-accounts.ts";
import { listAccountBalances, listAccountTotals, readAccount } from "#api/use-cases/books/find-accounts.ts";
import { findEntryProofs } from "#api/use-cases/books/find-entry-proofs.ts";
import { listEntries } from "#api/use-cases/cycles/entries.ts";
import { addIdentifier } from "#api/use-cases/members/add-identifier.ts";
import { recordPurchase } from "#api/use-cases/purchases/record-purchase.ts";

const auditor: Actor = { kind: "operator", id: "usr_auditor", roles: ["AUDITOR"] };
const days = [10, 11, 12, 13].map((day) => new Date(`2026-03-${day}T12:00:00Z`));
const all = { first: 50, after: null };

/** A day at a time: Ana buys at Grocer and pays Fuel with 20 points. */
async function fourDays(): Promise<World> {
  const w = await world({ ana: { points: 1_000n } });
  const phone = { kind: "PHONE", value: "+375291000001" } as const;
  await addIdentifier(w.deps, w.grocer.till, { memberId: w.ana.id, ...phone });
  for (const [nth, day] of days.entries()) {
    w.clock.set(day);
    const bought = { member: { memberId: w.ana.id }, totalE6: 10_000_000n };
    const of = (what: string) => ({ receiptNumber: `${what} ${nth}`, idempotencyKey: `${what} of the day ${nth}` });
    await recordPurchase(w.deps, w.grocer.till, { ...bought, ...of("bread") });
    const card = { member: phone, totalE6: 10_000_000n, redeem: { points: 20n } };
    await recordPurchase(w.deps, w.fuel.till, { ...card, ...of("petrol") });
  }
  return w;
}

const totalsAt = async (w: World, at: Date) =>
  Object.fromEntries(
    (await listAccountTotals(w.deps, auditor, { at })).map(({ account, amount, entries }) => [
      account,
      [amount, entries],
    ]),
  );
const balancesAt = async (w: World, account: AccountKind, at: Date) =>
  (await listAccountBalances(w.deps, auditor, { account, at, ...all })).rows.map(({ ownerId, amount, entries }) => [
    ownerId,
    amount,
    entries,
  ]);

test("accounts stand where their lines until then leave them, whatever was added up meanwhile", async () => {
  const w = await fourDays();
  const lines = await w.deps.db.$queryRaw<{ account: string; at: Date; amount: bigint; entries: bigint }[]>`
    SELECT l.account::text, d.at, sum(l.amount)::bigint AS amount, count(DISTINCT e.id) AS entries
    FROM unnest(${days}::timestamptz[]) d(at) JOIN entry e ON e.posted_at <= d.at JOIN line l ON l.entry_id = e.id GROUP BY 1, 2`;
  const byLines = days.map((day) =>
    Object.fromEntries(
      lines
        .filter(({ at }) => at.getTime() === day.getTime())
        .map(({ account, amount, entries }) => [account, [amount, entries]]),
    ),
  );
  const asked = () => Promise.all(days.map((day) => totalsAt(w, day)));
  const positions = () => Promise.all(days.map((day) => balancesAt(w, "POSITION", day)));
  expect(await asked()).toEqual(byLines);
  const before = await positions();

  expect(await addUpAccounts(w.deps, systemActor, 7)).toBeGreaterThan(1);
  expect(await addUpAccounts(w.deps, systemActor, 7)).toBe(0);
  expect(await asked()).toEqual(byLines);
  expect(await positions()).toEqual(before);
});

test("an account is paged by its owners, each with what is its own", async () => {
  const w = await fourDays();
  const page = { account: "AVAIL", first: 1, after: null } as const;
  const first = await listAccountBalances(w.deps, auditor, page);
  const [held] = first.rows;
  const wallet = await w.deps.db.wallet.findUniqueOrThrow({ where: { memberId: held?.ownerId ?? "" } });
  expect(-(held?.amount ?? 0n)).toBe(wallet.available);
  const rest = await listAccountBalances(w.deps, auditor, { ...page, after: held?.ownerId ?? null });
  expect(rest.rows.every(({ ownerId }) => ownerId > (held?.ownerId ?? ""))).toBe(true);
  const margin = await readAccount(w.deps, auditor, { account: "MARGIN", ownerId: "" });
  expect(margin).toMatchObject({ amount: -4n * 20n * 1_500n, entries: 4n });
});

test("the entries of an account are those with a line on it, posted by then", async () => {
  const w = await fourDays();
  const asked = { cycleId: w.cycleId, account: "MARGIN", postedBy: days[1] } as const;
  const { rows } = await listEntries(w.deps, auditor, asked, all);
  expect(rows.map(({ event }) => event)).toEqual(["CAPTURE", "CAPTURE"]);
});

test("a partner that asks for somebody's account is shown its own", async () => {
  const w = await fourDays();
  const asked = { cycleId: w.cycleId, account: "POSITION", ownerId: w.grocer.id } as const;
  const ids = async (actor: Actor, filter: Parameters<typeof listEntries>[2]) =>
    (await listEntries(w.deps, actor, filter, all)).rows.map(({ id }) => id);
  expect(await ids(w.fuel.finance, asked)).toEqual(await ids(auditor, { ...asked, ownerId: w.fuel.id }));
  const lots = { cycleId: w.cycleId, lotIssuerId: w.grocer.id };
  expect(await ids(w.pharmacy.finance, lots)).toEqual([]);
});

test("an entry is proved rule by rule, with a hash that stays", async () => {
  const w = await fourDays();
  const { rows } = await listEntries(w.deps, auditor, { cycleId: w.cycleId, events: ["CAPTURE"] }, all);
  const ids = rows.map(({ id }) => id);
  const proofs = await findEntryProofs(w.deps, auditor, ids);
  expect([...proofs.values()].flatMap(({ checks }) => checks.filter(({ holds }) => !holds))).toEqual([]);
  expect(new Set([...proofs.values()].map(({ hash }) => hash)).size).toBe(4);
  expect(await findEntryProofs(w.deps, auditor, ids)).toEqual(proofs);

  await w.deps.db.$transaction(async (tx) => {
    await tx.$executeRaw`SET LOCAL session_replication_role = replica`;
    await tx.$executeRaw`UPDATE line SET amount = amount + 1 WHERE entry_id = ${ids[0]} AND seq = 0`;
    const forged = (await findEntryProofs({ ...w.deps, db: tx as never }, auditor, ids.slice(0, 1))).get(ids[0] ?? "");
    expect(forged?.checks.find(({ rule }) => rule === "I01")?.holds).toBe(false);
    expect(forged?.hash).not.toBe(proofs.get(ids[0] ?? "")?.hash);
    await tx.$executeRaw`UPDATE line SET amount = amount - 1 WHERE entry_id = ${ids[0]} AND seq = 0`;
  });
});

test("the whole ledger is its readers' alone", async () => {
  const w = await world();
  const clerk: Actor = { kind: "operator", id: "usr_clerk", roles: ["CLERK"] };
  await expect(listAccountTotals(w.deps, clerk, {})).rejects.toThrow(Forbidden);
  await expect(readAccount(w.deps, w.fuel.finance, { account: "MARGIN" })).rejects.toThrow(Forbidden);
  expect(await findEntryProofs(w.deps, clerk, ["ent_any"])).toEqual(new Map());
});
