import type { Actor } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import { type BrokenRule, errorsOf, readBrokenRules } from "#api/ledger/verify.ts";
import { inSnapshot } from "#api/sql/snapshot.ts";
import { recordAudit } from "#api/use-cases/audit/record-audit.ts";
import { ProofRunning } from "#api/use-cases/audit/refusals.ts";
import { readAuditChain } from "#api/use-cases/audit/verify-audit.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";

const KEPT_MAX = 50;

export type BooksProof = {
  id: string;
  provedAt: Date;
  milliseconds: number;
  errorCount: number;
  warningCount: number;
  broken: BrokenRule[];
};

/** Proves every rule of the books and the audit chain, at one instant, and keeps what it found. */
export async function proveBooks(deps: Deps, actor: Actor, { reason }: { reason: string }): Promise<BooksProof> {
  can(actor, "books:prove");
  const began = performance.now();
  const broken = await inSnapshot(deps.db, async (tx) => {
    const [lock] = await tx.$queryRaw<{ mine: boolean }[]>`
      SELECT pg_try_advisory_xact_lock(hashtextextended('zgoda proof', 0)) AS mine`;
    if (!lock?.mine) throw new ProofRunning();
    const rules = await readBrokenRules(tx);
    const { broken: link } = await readAuditChain(tx, null);
    const chain = link && ({ rule: "A01", severity: "ERROR", key: String(link.seq), detail: link.detail } as const);
    return chain ? [chain, ...rules] : rules;
  });
  const errorCount = errorsOf(broken).length;
  const found = { errorCount, warningCount: broken.length - errorCount, broken: broken.slice(0, KEPT_MAX) };
  const milliseconds = Math.round(performance.now() - began);
  const row = { id: newId("booksProof"), provedAt: deps.clock.now(), milliseconds, ...found };
  return deps.db.$transaction(async (tx) => {
    await tx.booksProof.create({ data: row });
    const object = { object: "booksProof", objectId: row.id, before: null, after: { errorCount } };
    await recordAudit(tx, actor, { action: "proveBooks", at: row.provedAt, reason, ...object });
    return row;
  });
}

/** What the last proof found; null before the first. */
export async function readBooksProof({ db }: Deps, actor: Actor): Promise<BooksProof | null> {
  can(actor, "ledger:read");
  const row = await db.booksProof.findFirst({ orderBy: [{ provedAt: "desc" }, { id: "desc" }] });
  return row && { ...row, broken: row.broken as BrokenRule[] };
}
