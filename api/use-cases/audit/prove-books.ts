import type { Actor } from "#api/kernel/actor.ts";
import { fingerprint } from "#api/kernel/fingerprint.ts";
import { newId } from "#api/kernel/ids.ts";
import type { AccountKind } from "#api/ledger/chart.ts";
import { readAccountTotals } from "#api/ledger/read/accounts.ts";
import { findLastRecorded } from "#api/ledger/read/velocity.ts";
import { type BrokenRule, errorsOf, readBrokenRules } from "#api/ledger/verify.ts";
import type { Tx } from "#api/sql/rows.ts";
import { inSnapshot } from "#api/sql/snapshot.ts";
import { newestProofs } from "#api/use-cases/audit/find-proofs.ts";
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
  /** The order of the last entry that was looked at. */
  upTo: bigint;
  /** The audit chain's last link then. */
  auditLength: bigint;
  auditHash: string;
  /** What stood on all accounts of each kind; none in proofs that were made before totals were kept. */
  totals: ProvedTotal[];
  /** SHA-256 over all of this and the root of the proof before; empty in proofs made before there were roots. */
  root: string;
};

/** In decimals, as it is kept: points, or millionths; debit positive. */
export type ProvedTotal = { account: AccountKind; amount: string; entries: string };

/** Proves every rule of the books and the audit chain, at one instant, and keeps what it found. */
export async function proveBooks(deps: Deps, actor: Actor, { reason }: { reason: string }): Promise<BooksProof> {
  can(actor, "books:prove");
  const began = performance.now();
  const at = deps.clock.now();
  const { broken, ...looked } = await inSnapshot(deps.db, async (tx) => {
    const [lock] = await tx.$queryRaw<{ mine: boolean }[]>`
      SELECT pg_try_advisory_xact_lock(hashtextextended('zgoda proof', 0)) AS mine`;
    if (!lock?.mine) throw new ProofRunning();
    const rules = await readBrokenRules(tx);
    const { broken: link, length: auditLength, headHash: auditHash } = await readAuditChain(tx, null);
    const chain = link && ({ rule: "A01", severity: "ERROR", key: String(link.seq), detail: link.detail } as const);
    const standing = {
      upTo: (await findLastRecorded(tx)).entryOrd,
      auditLength,
      auditHash,
      totals: await totalsAt(tx, at),
    };
    return { broken: chain ? [chain, ...rules] : rules, ...standing };
  });
  const errorCount = errorsOf(broken).length;
  const counts = { errorCount, warningCount: broken.length - errorCount };
  const found = { ...counts, broken: broken.slice(0, KEPT_MAX), ...looked };
  const milliseconds = Math.round(performance.now() - began);
  const proved = { id: newId("booksProof"), provedAt: at, milliseconds, ...found };
  return deps.db.$transaction(async (tx) => {
    // Roots follow each other one by one.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('zgoda proof', 0))`;
    const [before] = await newestProofs(tx, 1);
    const row = { ...proved, root: rootOf(proved, before?.root ?? "") };
    await tx.booksProof.create({ data: row });
    const object = { object: "booksProof", objectId: row.id, before: null, after: { errorCount, root: row.root } };
    await recordAudit(tx, actor, { action: "proveBooks", at: row.provedAt, reason, ...object });
    return row;
  });
}

async function totalsAt(tx: Tx, at: Date): Promise<ProvedTotal[]> {
  const totals = await readAccountTotals(tx, at);
  return totals.map(({ account, amount, entries }) => ({ account, amount: String(amount), entries: String(entries) }));
}

/** What anybody can work out again from a proof and the root before it. */
export function rootOf(proof: Omit<BooksProof, "root" | "milliseconds">, rootBefore: string): string {
  const { id, provedAt, errorCount, warningCount, broken, upTo, auditLength, auditHash, totals } = proof;
  const counts = { errorCount, warningCount, broken };
  return fingerprint({ rootBefore, id, provedAt, ...counts, upTo, auditLength, auditHash, totals });
}
