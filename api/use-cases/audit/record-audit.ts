import { type Actor, actorRef, partnerOf, personOf } from "#api/kernel/actor.ts";
import type { Tx } from "#api/sql/rows.ts";

/** What somebody did, as the log keeps it. */
export type AuditFacts = {
  at: Date;
  /** The use case's name. */
  action: string;
  /** What kind of thing it was done to: partner, contract, staff. */
  object: string;
  objectId: string;
  /** Whose house it concerns; the actor's own when absent, and else the coalition's. */
  partnerId?: string | null;
  /** The thing as it was and as it is; null: it was not there, or is no more. Only what differs is kept. */
  before: object | null;
  after: object | null;
  reason?: string | null;
  approvalId?: string | null;
};

/** Leaves what a person did in the audit log, in the transaction that does it. Machines and jobs leave none. */
export async function recordAudit(tx: Tx, actor: Actor, facts: AuditFacts): Promise<void> {
  await recordAudits(tx, actor, [facts]);
}

/** The same for several things that change together. */
export async function recordAudits(tx: Tx, actor: Actor, all: readonly AuditFacts[]): Promise<void> {
  const person = personOf(actor);
  if (!person || all.length === 0) return;
  const by = { actor: actorRef(actor), requestId: person.via?.requestId ?? null, ip: person.via?.ip ?? null };
  const data = all.map(({ before, after, partnerId = partnerOf(actor), ...facts }) => ({
    ...facts,
    ...by,
    partnerId,
    ...changed(before, after),
  }));
  await tx.auditEvent.createMany({ data });
}

type Snapshot = { [field: string]: Snapshot | Snapshot[] | string | number | boolean | null };

/** What differs, on both sides; all of it where there is only one side. Absent sides stay null in the table. */
function changed(before: object | null, after: object | null): { before?: Snapshot; after?: Snapshot } {
  const [from, to] = [before && snapshot(before), after && snapshot(after)];
  if (!from || !to) return { ...(from ? { before: from } : {}), ...(to ? { after: to } : {}) };
  const fields = [...new Set([...Object.keys(from), ...Object.keys(to)])];
  const differing = fields.filter((field) => JSON.stringify(from[field]) !== JSON.stringify(to[field]));
  const of = (side: Snapshot) => Object.fromEntries(differing.map((field) => [field, side[field] ?? null]));
  return { before: of(from), after: of(to) };
}

/** Never in the log: secrets, and what Prisma keeps for itself. */
const untold = new Set(["secretHmac", "updatedAt", "content"]);

/** A row as JSON: bigints as decimals, instants as ISO, fields in one order. */
function snapshot(row: object): Snapshot {
  const told = Object.entries(row).filter(([field, value]) => value !== undefined && !untold.has(field));
  const text = JSON.stringify(
    Object.fromEntries(told.sort(([a], [b]) => (a < b ? -1 : 1))),
    (_field, value: unknown) => (typeof value === "bigint" ? String(value) : value),
  );
  return JSON.parse(text) as Snapshot;
}
