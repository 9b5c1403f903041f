import type { Actor } from "#api/kernel/actor.ts";
import type { Tx } from "#api/sql/rows.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";

/** The first place where the chain does not hold. */
export type BrokenLink = {
  /** Null: an event that has no link. */
  position: bigint | null;
  /** The event's number. */
  seq: bigint;
  detail: string;
};

export type AuditChain = {
  length: bigint;
  /** The last link's hash; empty while nothing was recorded. */
  headHash: string;
  broken: BrokenLink | null;
  /** What the asker kept, and where that link stands; null: it is not there, or none was given. */
  keptHash: string | null;
  keptPosition: bigint | null;
};

/** Proves the audit log; with a hash that somebody kept also that nothing was cut off behind it. */
export async function verifyAudit(
  deps: Deps,
  actor: Actor,
  { keptHash }: { keptHash?: string | null | undefined },
): Promise<AuditChain> {
  can(actor, "audit:verify");
  return readAuditChain(deps.db, keptHash ?? null);
}

/** The same for whoever is at the machine itself. */
export async function readAuditChain(db: Tx, keptHash: string | null): Promise<AuditChain> {
  const head = await db.auditLink.findFirst({ orderBy: { position: "desc" } });
  const kept = keptHash === null ? null : await db.auditLink.findFirst({ where: { hash: keptHash } });
  const [broken = null] = await db.$queryRaw<BrokenLink[]>`
    SELECT position, seq, detail FROM broken_audit_chain ORDER BY seq, position LIMIT 1`;
  const { position: length, hash: headHash } = head ?? { position: 0n, hash: "" };
  return { length, headHash, broken, keptHash, keptPosition: kept?.position ?? null };
}
