import fc from "fast-check";
import { expect, test } from "vitest";
import { systemActor } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import { type BreakageShares, type DueEvent, postDue } from "#api/ledger/due.ts";
import { createLedger } from "#api/ledger/ledger.ts";
import type { Ledger, Movement } from "#api/ledger/movements.ts";
import { findMaturing } from "#api/ledger/read/due.ts";
import { ExposureLimitExceeded } from "#api/ledger/refusals.ts";
import { errorsOf, findBrokenRules } from "#api/ledger/verify.ts";
import { type Coalition, coalition } from "#api/test/books/coalition.ts";
import { history, type Step } from "#api/test/books/commands.ts";
import { terms } from "#api/test/books/paper.ts";
import { openPlay, play } from "#api/test/books/play.ts";
import { TEST_TIMEOUT_MS } from "#api/test/books/runs.ts";
import { forkDatabase, type TestDatabase } from "#api/test/database.ts";

const HISTORIES = 6;
/** In the middle of what histories give, and when all of it is over. */
const instants = [new Date("2026-01-04T00:00:00Z"), new Date("2026-03-01T00:00:00Z")] as const;
const firstDay = new Date("2026-01-01T00:00:00Z");
const now = new Date("2026-03-01T00:00:00Z");

test("what is due of many members, posted in one call, leaves the books that deeds of each alone leave", {
  timeout: TEST_TIMEOUT_MS,
}, async () => {
  const several = fc.noBias(fc.array(history(30), { minLength: HISTORIES, maxLength: HISTORIES, size: "max" }));
  await fc.assert(fc.asyncProperty(several, leavesTheSameBooks), { numRuns: 1, endOnFailure: true });
});

async function leavesTheSameBooks(histories: readonly Step[][]): Promise<void> {
  const book = await coalition();
  const ended = await Promise.allSettled(histories.map(async (steps) => play(await openPlay(book), steps)));
  for (const one of ended) if (one.status === "rejected") throw one.reason;
  await giveMore(book);
  const shares = await setTerms(book);
  const together = await forkDatabase(book.database);
  try {
    const told = { alone: await postAlone(book.database, shares), together: await postTogether(together, shares) };
    expect(told.together).toEqual(told.alone);
    const events = new Set(told.alone.entries.map(({ event }) => event));
    expect([...events].sort()).toEqual(["DEBT_RECOVERY", "EXPIRE", "MATURE"]);
    expect(errorsOf(await findBrokenRules(together.pool))).toEqual([]);
  } finally {
    await together.close();
    await book.end();
  }
}

/**
 * Every member has points of each kind to wait for; each third owes some, each fifth has none of A's. The first ones are
 * new, so that nothing they have else keeps that from showing.
 */
async function giveMore({ database, partners, addMembers, gateways: [ledger] }: Coalition): Promise<void> {
  const fresh = Array.from({ length: 6 }, () => newId("member"));
  const members = [...fresh, ...(await membersOf(database))];
  await addMembers(fresh);
  const givers = ["A", "B", "C", "D", "OP"] as const;
  await Promise.all(
    members.map(async (memberId, nth) => {
      if (nth % 3 === 0) await owe(ledger, memberId, partners);
      const from = givers.filter((name) => name !== "A" || nth % 5 !== 0);
      const gifts = from.map((name, i) => give(name, partners[name], memberId, BigInt(nth + 10 * i + 1)));
      await post(ledger, firstDay, ...gifts);
    }),
  );
}

const give = (name: keyof typeof terms, issuerId: string, memberId: string, points: bigint) => ({
  kind: "earn" as const,
  memberId,
  points,
  terms: {
    issuerId,
    funding: terms[name].model,
    issueRateE6: BigInt(terms[name].rate),
    fundedRateE6: BigInt(terms[name].funded),
  },
  maturesAt: new Date("2026-01-03T00:00:00Z") as Date | null,
  expiresAt: new Date("2026-02-01T00:00:00Z"),
  purchaseId: null as string | null,
});

/** Goods come back whose points were spent. */
async function owe(ledger: Ledger, memberId: string, { A, B }: Coalition["partners"]): Promise<void> {
  const [burnId, purchaseId, points] = [newId("burn"), newId("purchase"), 50n];
  const about = { burnId, memberId, redeemerId: B, points, expiresAt: instants[0], purchaseId: null };
  const bought = { ...give("A", A, memberId, points), maturesAt: null, purchaseId };
  await post(ledger, firstDay, bought);
  const spent = { kind: "capture", burnId, redeemRateE6: 8_000n, onUsPolicy: "FULL", points } as const;
  await post(ledger, firstDay, { kind: "reserve", ...about }, spent);
  await post(ledger, firstDay, { kind: "clawback", memberId, purchaseId, points });
}

/** A's points mature no more, C has a share of breakage of its own, which does not come out even. */
async function setTerms({ database, partners }: Coalition): Promise<BreakageShares> {
  await database.db.exposure.update({ where: { partnerId: partners.A }, data: { limitE6: -(10n ** 15n) } });
  return { own: new Map([[partners.C, 3_333]]), others: 6_000 };
}

async function postTogether(database: TestDatabase, shares: BreakageShares) {
  return told(database, async (ledger, event, at) => {
    const memberIds = await membersOf(database);
    const chunk = { event, kind: "due", actor: systemActor, at, now, memberIds, shares };
    const { apart } = await postDue(database.db, chunk);
    await matureEach(database, ledger, at, apart);
  });
}

async function postAlone(database: TestDatabase, { own, others }: BreakageShares) {
  const issuers = await database.db.partner.findMany({ select: { id: true } });
  const operatorShareBps = new Map(issuers.map(({ id }) => [id, own.get(id) ?? others]));
  return told(database, async (ledger, event, at) => {
    const memberIds = await membersOf(database);
    if (event === "MATURE") return matureEach(database, ledger, at, memberIds);
    const expire = { kind: "expire", operatorShareBps } as const;
    await Promise.all(memberIds.map((memberId) => post(ledger, at, { ...expire, memberId })));
  });
}

async function matureEach({ db }: TestDatabase, ledger: Ledger, at: Date, memberIds: string[]): Promise<void> {
  const due = await findMaturing(db, { at, memberIds });
  await Promise.all(due.map((lots) => post(ledger, at, { kind: "mature", ...lots })));
}

async function post(ledger: Ledger, occurredAt: Date, ...movements: Movement[]): Promise<void> {
  const deed = { kind: "due", actor: systemActor, owner: "system", key: newId("deed"), fingerprint: "" };
  const posted = ledger.post({ ...deed, occurredAt, place: null, movements });
  await posted.catch((refusal: unknown) => {
    if (!(refusal instanceof ExposureLimitExceeded)) throw refusal;
  });
}

type PostDue = (ledger: Ledger, event: DueEvent, at: Date) => Promise<void>;

/** What the clock brought about, told without the ids it made. */
async function told(database: TestDatabase, postDueAt: PostDue) {
  const { rows } = await database.pool.query<{ ord: string }>("SELECT max(ord) AS ord FROM entry");
  const ledger = createLedger({ pool: database.pool, clock: { now: () => now } });
  for (const at of instants) for (const event of ["MATURE", "EXPIRE"] as const) await postDueAt(ledger, event, at);
  await ledger.close();
  const read = async (sql: string, values: unknown[] = []) => (await database.pool.query(sql, values)).rows;
  return {
    entries: await read(entriesSql, [rows[0]?.ord ?? 0]),
    lots: await read("SELECT * FROM lot ORDER BY id"),
    wallets: await read("SELECT * FROM wallet ORDER BY member_id"),
    debts: await read("SELECT * FROM member_debt ORDER BY id"),
    exposures: await read("SELECT * FROM exposure ORDER BY partner_id"),
  };
}

const membersOf = async ({ db }: TestDatabase) =>
  (await db.wallet.findMany({ orderBy: { memberId: "asc" } })).map(({ memberId }) => memberId);

const entriesSql = `
  SELECT to_jsonb(e) - '{id,ord,deed_id}'::text[] AS entry, e.event, d.owner, d.actor,
    (SELECT jsonb_agg(to_jsonb(l) - 'entry_id' ORDER BY seq) FROM line l WHERE l.entry_id = e.id) AS lines,
    (SELECT jsonb_agg(to_jsonb(w) - 'entry_id') FROM wallet_change w WHERE w.entry_id = e.id) AS changes
  FROM entry e JOIN deed d ON d.id = e.deed_id WHERE e.ord > $1
  ORDER BY e.member_id, (SELECT min(version) FROM wallet_change w WHERE w.entry_id = e.id)`;
