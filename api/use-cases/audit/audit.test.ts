import { expect, test } from "vitest";
import { Forbidden } from "#api/kernel/access.ts";
import type { Actor } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import { findBrokenRules } from "#api/ledger/verify.ts";
import { type World, world } from "#api/test/world.ts";
import { changesOf } from "#api/use-cases/audit/changes.ts";
import { findRootsBefore, listBooksProofs, readBooksProof } from "#api/use-cases/audit/find-proofs.ts";
import { proveBooks, rootOf } from "#api/use-cases/audit/prove-books.ts";
import { type AuditFilter, readAuditLog } from "#api/use-cases/audit/read-audit-log.ts";
import { recordAudit } from "#api/use-cases/audit/record-audit.ts";
import { ProofRunning } from "#api/use-cases/audit/refusals.ts";
import { readAuditChain, verifyAudit } from "#api/use-cases/audit/verify-audit.ts";
import { addLocation } from "#api/use-cases/partners/add-location.ts";
import { blockTerminal } from "#api/use-cases/partners/block-terminal.ts";
import { PartnerNotFound } from "#api/use-cases/partners/refusals.ts";
import { suspendPartner } from "#api/use-cases/partners/suspend-partner.ts";

const page = { first: 20, after: null };
const auditor: Actor = { kind: "operator", id: "usr_auditor", roles: ["AUDITOR"] };
const logOf = async (w: World, filter: AuditFilter = {}, actor: Actor = auditor) =>
  (await readAuditLog(w.deps, actor, filter, page)).rows;

/** Three deeds of two people, as their requests brought them. */
async function busy(): Promise<World> {
  const w = await world();
  const via = { requestId: "req-1", ip: "192.0.2.7" };
  const owner = { ...w.grocer.finance, via } as Actor;
  const main = {
    partnerId: w.grocer.id,
    code: "2",
    name: "Grocer on Side Street",
    idempotencyKey: "a-second-location",
  };
  await addLocation(w.deps, owner, main);
  await blockTerminal(w.deps, owner, { terminalId: w.grocer.terminalId, reason: "It is stolen" });
  await suspendPartner(w.deps, { ...w.operator, via } as Actor, { partnerId: w.fuel.id, reason: "It did not pay" });
  return w;
}

test("the log says who did what to which thing, why, from where, with before and after", async () => {
  const w = await busy();
  const [suspended, blocked, added] = await logOf(w);
  expect(suspended).toMatchObject({ action: "partner.SUSPENDED", partnerId: w.fuel.id, reason: "It did not pay" });
  expect(blocked).toMatchObject({
    action: "terminal.BLOCKED",
    partnerId: w.grocer.id,
    requestId: "req-1",
    ip: "192.0.2.7",
  });
  expect(blocked && changesOf(blocked)).toEqual([{ field: "state", before: "ACTIVE", after: "BLOCKED" }]);
  expect(added).toMatchObject({ action: "addLocation", object: "location", before: null });
  expect(added && changesOf(added)).toContainEqual({ field: "name", before: null, after: "Grocer on Side Street" });
});

test("only what differs is kept, bigints as decimals, and never a secret", async () => {
  const w = await world();
  const before = { limitE6: 5n, name: "Grocer", secretHmac: "old" };
  const after = { limitE6: 6n, name: "Grocer", secretHmac: "new" };
  const about = { action: "signContract", object: "contract", objectId: newId("contract"), at: w.clock.now() };
  await w.deps.db.$transaction((tx) => recordAudit(tx, w.operator, { ...about, before, after }));
  const [event] = await logOf(w);
  expect([event?.before, event?.after]).toEqual([{ limitE6: "5" }, { limitE6: "6" }]);
});

test("machines and jobs leave none: what they do is in the books", async () => {
  const w = await world();
  const about = { action: "x", object: "card", objectId: "crd_x", before: null, after: null, at: w.clock.now() };
  await w.deps.db.$transaction((tx) => recordAudit(tx, w.grocer.till, about));
  expect(await logOf(w)).toEqual([]);
});

test("the log is filtered by actor, thing, deed and time, page after page", async () => {
  const w = await busy();
  const grocers = `partnerStaff:${"id" in w.grocer.finance ? w.grocer.finance.id : ""}`;
  expect((await logOf(w, { actor: grocers })).map(({ action }) => action)).toEqual(["terminal.BLOCKED", "addLocation"]);
  expect(await logOf(w, { objectId: w.grocer.terminalId })).toHaveLength(1);
  expect(await logOf(w, { object: "location", action: "addLocation" })).toHaveLength(1);
  expect(await logOf(w, { from: new Date("2027-01-01T00:00:00Z") })).toEqual([]);
  const first = await readAuditLog(w.deps, auditor, {}, { first: 2, after: null });
  const rest = await readAuditLog(w.deps, auditor, {}, { first: 2, after: String(first.rows.at(-1)?.seq) });
  expect([first.hasNextPage, rest.rows.length]).toEqual([true, 1]);
});

test("a partner's owner sees its own house, and nobody else sees anything", async () => {
  const w = await busy();
  const seen = await logOf(w, {}, w.fuel.finance);
  expect(seen).toMatchObject([{ action: "partner.SUSPENDED", ip: null, requestId: null }]);
  await expect(logOf(w, { partnerId: w.grocer.id }, w.fuel.finance)).rejects.toThrow(PartnerNotFound);
  await expect(logOf(w, { partnerId: newId("partner") })).rejects.toThrow(PartnerNotFound);
  await expect(logOf(w, {}, { ...w.operator, roles: ["CLERK"] } as Actor)).rejects.toThrow(Forbidden);
  await expect(logOf(w, {}, w.ana.actor)).rejects.toThrow(Forbidden);
});

test("deeds of many people at once stand in one unbroken chain", async () => {
  const w = await world();
  const one = (nth: number) =>
    w.deps.db.$transaction((tx) =>
      recordAudit(tx, w.operator, {
        action: "a",
        object: "card",
        objectId: `crd_${nth}`,
        before: null,
        after: { nth },
        at: w.clock.now(),
      }),
    );
  await Promise.all(Array.from({ length: 40 }, (_none, nth) => one(nth)));
  expect(await verifyAudit(w.deps, auditor, {})).toMatchObject({ length: 40n, broken: null });
});

test("what is rolled back is in neither log nor chain", async () => {
  const w = await busy();
  const undone = w.deps.db.$transaction(async (tx) => {
    await recordAudit(tx, w.operator, {
      action: "a",
      object: "card",
      objectId: "crd_x",
      before: null,
      after: null,
      at: w.clock.now(),
    });
    throw new Error("undone");
  });
  await expect(undone).rejects.toThrow("undone");
  expect(await verifyAudit(w.deps, auditor, {})).toMatchObject({ length: 3n, broken: null });
});

/** What only somebody with the database's own powers could do. */
async function tamper(w: World, sql: string): Promise<void> {
  const client = await w.database.pool.connect();
  await client.query("BEGIN; SET LOCAL session_replication_role = replica");
  await client.query(sql);
  await client.query("COMMIT");
  client.release();
}

test.each([
  [
    "a changed word",
    "UPDATE audit_event SET reason = 'It was lost' WHERE action = 'terminal.BLOCKED'",
    "not what was hashed",
    1,
  ],
  [
    "a changed before",
    `UPDATE audit_event SET before = '{"state": "BLOCKED"}' WHERE action = 'terminal.BLOCKED'`,
    "not what was hashed",
    1,
  ],
  ["a changed link", "UPDATE audit_link SET hash = repeat('0', 64) WHERE position = 2", "not what was hashed", 1],
  ["an event taken out", "DELETE FROM audit_event WHERE action = 'terminal.BLOCKED'", "the event is gone", 1],
  [
    "a link and its event taken out",
    "DELETE FROM audit_event WHERE action = 'terminal.BLOCKED'; DELETE FROM audit_link WHERE position = 2",
    "a link before it is gone",
    2,
  ],
  [
    "an event slipped in",
    "INSERT INTO audit_event (at, actor, action, object, object_id) VALUES (now(), 'operator:x', 'a', 'card', 'c')",
    "the event has no link",
    3,
  ],
] as const)("%s is found and named", async (_what, sql, detail, nth) => {
  const w = await busy();
  const events = await w.deps.db.auditEvent.findMany({ orderBy: { seq: "asc" } });
  await tamper(w, sql);
  const { broken } = await readAuditChain(w.deps.db, null);
  expect(broken?.detail).toContain(detail);
  if (nth < 3) expect(broken?.seq).toBe(events[nth]?.seq);
});

test("what was cut off the end is missed by whoever kept a later hash", async () => {
  const w = await busy();
  const { headHash } = await verifyAudit(w.deps, auditor, {});
  expect(await verifyAudit(w.deps, auditor, { keptHash: headHash })).toMatchObject({ keptPosition: 3n });
  await tamper(
    w,
    "DELETE FROM audit_event WHERE action = 'partner.SUSPENDED'; DELETE FROM audit_link WHERE position = 3",
  );
  const cut = await verifyAudit(w.deps, auditor, { keptHash: headHash });
  expect(cut).toMatchObject({ broken: null, keptPosition: null });
});

test("the database itself lets nobody change what was written", async () => {
  const w = await busy();
  for (const sql of ["UPDATE audit_event SET actor = 'x'", "DELETE FROM audit_link", "TRUNCATE audit_event"])
    await expect(w.database.pool.query(sql)).rejects.toThrow(/append-only/);
});

test("proving the books keeps what was found, the audit chain's break among it", async () => {
  const w = await busy();
  const reason = "before the audit";
  expect(await proveBooks(w.deps, w.operator, { reason })).toMatchObject({ errorCount: 0 });
  await tamper(w, "UPDATE audit_event SET actor = 'operator:nobody' WHERE action = 'addLocation'");
  expect((await proveBooks(w.deps, w.operator, { reason })).broken).toMatchObject([{ rule: "A01", severity: "ERROR" }]);
  expect(await readBooksProof(w.deps, w.operator)).toMatchObject({ errorCount: 1 });
  expect((await findBrokenRules(w.database.pool)).length).toBe(0);
});

test("each proof's root covers what stood on the accounts and the root before, day by day", async () => {
  const w = await world({ ana: { points: 1_000n } });
  const prove = (day: number) => {
    w.clock.set(new Date(`2026-03-${day}T12:00:00Z`));
    return proveBooks(w.deps, w.operator, { reason: "the day's" });
  };
  const first = await prove(10);
  await prove(11);
  const last = await prove(11);
  expect(first.totals).toContainEqual({ account: "AVAIL", amount: "-1000", entries: "1" });
  const days = await listBooksProofs(w.deps, auditor, { ...page, lastOfDay: true });
  expect(days.rows.map(({ id }) => id)).toEqual([last.id, first.id]);
  expect((await listBooksProofs(w.deps, auditor, { ...page, first: 1, after: last.id })).hasNextPage).toBe(true);

  const before = await findRootsBefore(w.deps, auditor, [first.id, last.id]);
  expect(rootOf(last, before.get(last.id) ?? "")).toBe(last.root);
  expect(rootOf({ ...last, totals: [] }, before.get(last.id) ?? "")).not.toBe(last.root);
  expect(rootOf(first, "")).toBe(first.root);
});

test("books are proved one at a time", async () => {
  const w = await world();
  await w.deps.db.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('zgoda proof', 0))`;
    await expect(proveBooks(w.deps, w.operator, { reason: "twice" })).rejects.toThrow(ProofRunning);
  });
});
