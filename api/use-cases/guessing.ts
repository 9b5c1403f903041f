import type { CodeGuess, Tx } from "#api/sql/rows.ts";
import type { Deps } from "#api/use-cases/deps.ts";

/** Codes that do not exist, within a quarter of an hour: people mistype some, whoever guesses needs millions. */
const WINDOW_MS = 15 * 60_000;

/** Somebody whose wrong codes are counted: a till, a key, a member; and how many of them a window bears. */
export type Guesser = { who: string; most: number };

/** When codes are looked at again; null: nobody of these guesses. */
export async function guessingUntil({ db, clock }: Deps, guessers: readonly Guesser[]): Promise<Date | null> {
  const since = new Date(clock.now().getTime() - WINDOW_MS);
  const rows = await db.codeGuess.findMany({
    where: { who: { in: guessers.map(({ who }) => who) }, since: { gt: since } },
  });
  const over = rows.filter(({ who, misses }) => misses >= mostOf(guessers, who));
  const last = Math.max(...over.map((row) => row.since.getTime()));
  return over.length > 0 ? new Date(last + WINDOW_MS) : null;
}

const mostOf = (guessers: readonly Guesser[], who: string) => guessers.find((one) => one.who === who)?.most ?? 0;

/** Somebody who went over, for the first time in a window. */
export type OverGuesser = { who: string; misses: number; at: Date };

/** Counts codes that do not exist; `tell` hears of whoever goes over, once a window. */
export async function countMisses(
  { db, clock }: Deps,
  guessers: readonly Guesser[],
  misses: number,
  tell: (tx: Tx, over: OverGuesser) => Promise<void>,
): Promise<void> {
  const at = clock.now();
  const ended = new Date(at.getTime() - WINDOW_MS);
  const inOrder = guessers.toSorted((one, other) => (one.who < other.who ? -1 : 1));
  await db.$transaction(async (tx) => {
    for (const { who, most } of inOrder) {
      const [row] = await tx.$queryRaw<CodeGuess[]>`
        INSERT INTO code_guess AS g (who, since, misses) VALUES (${who}, ${at}, ${misses})
        ON CONFLICT (who) DO UPDATE SET
          since = CASE WHEN g.since <= ${ended} THEN ${at} ELSE g.since END,
          misses = CASE WHEN g.since <= ${ended} THEN 0 ELSE g.misses END + ${misses},
          noticed_at = CASE WHEN g.since <= ${ended} THEN NULL ELSE g.noticed_at END
        RETURNING who, since, misses, noticed_at AS "noticedAt"`;
      if (!row || row.misses < most || row.noticedAt !== null) continue;
      await tx.codeGuess.update({ where: { who }, data: { noticedAt: at } });
      await tell(tx, { who, misses: row.misses, at });
    }
  });
}
