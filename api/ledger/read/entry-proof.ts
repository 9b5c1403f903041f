import { fingerprint } from "#api/kernel/fingerprint.ts";
import { findEntries, findLines } from "#api/ledger/read/entries.ts";
import type { Tx } from "#api/sql/rows.ts";

/** The rules of the books that one entry can break by itself, and whether it keeps them. */
export type EntryCheck = { rule: string; holds: boolean };

export type EntryProof = {
  entryId: string;
  /** Order of posting. */
  ord: bigint;
  deedKind: string | null;
  actor: string | null;
  /** SHA-256 of what was asked for, hex: the fingerprint under the deed's key. */
  requestHash: string | null;
  /** SHA-256 of the entry with its lines, canonical. */
  hash: string;
  checks: EntryCheck[];
};

type Facts = {
  id: string;
  deedKind: string | null;
  actor: string | null;
  requestHash: string | null;
  lines: number;
  points: bigint;
  money: bigint;
  inTheirPlace: boolean;
  inOrder: boolean;
};

/** Looks at entries and their lines as they are now. */
export async function proveEntries(db: Tx, ids: readonly string[]): Promise<Map<string, EntryProof>> {
  const [entries, lines, facts] = await Promise.all([
    findEntries(db, ids, null),
    findLines(db, ids, null),
    db.$queryRaw<Facts[]>`
      SELECT e.id, d.kind AS "deedKind", d.actor, d.fingerprint AS "requestHash", s.lines, s.points, s.money,
        s.in_place AS "inTheirPlace", coalesce(o.seq <= c.seq, false) AS "inOrder"
      FROM entry e LEFT JOIN deed d ON d.id = e.deed_id LEFT JOIN cycle c ON c.id = e.cycle_id
      LEFT JOIN cycle o ON o.id = e.origin_cycle_id CROSS JOIN LATERAL (
        SELECT count(*)::int AS lines, coalesce(sum(l.amount) FILTER (WHERE l.unit = 'PTS'), 0)::bigint AS points,
          coalesce(sum(l.amount) FILTER (WHERE l.unit <> 'PTS'), 0)::bigint AS money,
          coalesce(bool_and(l.cycle_id = e.cycle_id AND l.unit IN ('PTS', (SELECT currency FROM programme))), true) AS in_place
        FROM line l WHERE l.entry_id = e.id) s
      WHERE e.id = ANY(${[...ids]})`,
  ]);
  return new Map(
    facts.flatMap((fact) => {
      const entry = entries.get(fact.id);
      if (!entry) return [];
      const { deedKind, actor, requestHash } = fact;
      const hash = fingerprint({ ...entry, lines: lines.get(fact.id) ?? [] });
      const proof = { entryId: fact.id, ord: entry.ord, deedKind, actor, requestHash, hash, checks: checksOf(fact) };
      return [[fact.id, proof]];
    }),
  );
}

const checksOf = ({ points, money, lines, requestHash, inOrder, inTheirPlace }: Facts): EntryCheck[] => [
  { rule: "I01", holds: points === 0n && money === 0n },
  { rule: "I02", holds: lines > 0 },
  { rule: "I13", holds: inOrder },
  { rule: "B10", holds: requestHash !== null },
  { rule: "B13", holds: inTheirPlace },
];
