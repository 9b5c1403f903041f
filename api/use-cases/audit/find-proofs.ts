import type { Actor } from "#api/kernel/actor.ts";
import { type Page, type PageArgs, pageOf } from "#api/kernel/page.ts";
import type { BrokenRule } from "#api/ledger/verify.ts";
import type { Tx } from "#api/sql/rows.ts";
import type { BooksProof, ProvedTotal } from "#api/use-cases/audit/prove-books.ts";
import { can, may } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { findProgramme } from "#api/use-cases/programme/read-programme.ts";

/** The newest proofs there are, newest first. */
export async function newestProofs(db: Tx, take: number): Promise<BooksProof[]> {
  const rows = await db.booksProof.findMany({ orderBy: [{ provedAt: "desc" }, { id: "desc" }], take });
  return rows.map(proofOf);
}

/** What the last proof found; null before the first. */
export async function readBooksProof({ db }: Deps, actor: Actor): Promise<BooksProof | null> {
  can(actor, "ledger:read");
  return (await newestProofs(db, 1))[0] ?? null;
}

/** Proofs by id; the operator's ledger readers' only. */
export async function findBooksProofs(
  { db }: Deps,
  actor: Actor,
  ids: readonly string[],
): Promise<Map<string, BooksProof>> {
  if (!may(actor, "ledger:read")) return new Map();
  const rows = await db.booksProof.findMany({ where: { id: { in: [...ids] } } });
  return new Map(rows.map((row) => [row.id, proofOf(row)]));
}

export type ListProofs = PageArgs & {
  /** Of each business day the last one only. */
  lastOfDay?: boolean | null | undefined;
};

/** Newest first; the cursor is the id. */
export async function listBooksProofs(
  deps: Deps,
  actor: Actor,
  { first, after, lastOfDay }: ListProofs,
): Promise<Page<BooksProof>> {
  can(actor, "ledger:read");
  const { timeZone } = await findProgramme(deps);
  const ids = await deps.db.$queryRaw<{ id: string }[]>`
    SELECT p.id FROM books_proof p
    WHERE (${after}::text IS NULL OR (p.proved_at, p.id) < (SELECT b.proved_at, b.id FROM books_proof b WHERE b.id = ${after}))
      AND (${lastOfDay ?? false} IS FALSE OR NOT EXISTS (
        SELECT FROM books_proof n WHERE (n.proved_at, n.id) > (p.proved_at, p.id)
          AND n.proved_at < (((p.proved_at AT TIME ZONE ${timeZone})::date + 1)::timestamp AT TIME ZONE ${timeZone})))
    ORDER BY p.proved_at DESC, p.id DESC LIMIT ${first + 1}`;
  const found = await findBooksProofs(
    deps,
    actor,
    ids.map(({ id }) => id),
  );
  return pageOf(
    ids.flatMap(({ id }) => found.get(id) ?? []),
    first,
  );
}

/** The roots that proofs followed upon, by their own id; "" for the first. */
export async function findRootsBefore(
  { db }: Deps,
  actor: Actor,
  ids: readonly string[],
): Promise<Map<string, string>> {
  if (!may(actor, "ledger:read")) return new Map();
  const rows = await db.$queryRaw<{ id: string; root: string }[]>`
    SELECT p.id, coalesce(b.root, '') AS root FROM books_proof p LEFT JOIN LATERAL (
      SELECT root FROM books_proof b WHERE (b.proved_at, b.id) < (p.proved_at, p.id) ORDER BY b.proved_at DESC, b.id DESC LIMIT 1
    ) b ON true WHERE p.id = ANY(${[...ids]})`;
  return new Map(rows.map(({ id, root }) => [id, root]));
}

type Row = Omit<BooksProof, "broken" | "totals"> & { broken: unknown; totals: unknown };

const proofOf = (row: Row): BooksProof => ({
  ...row,
  broken: row.broken as BrokenRule[],
  totals: row.totals as ProvedTotal[],
});
