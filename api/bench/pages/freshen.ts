import { systemActor } from "#api/kernel/actor.ts";
import { createLedger } from "#api/ledger/ledger.ts";
import type { Connection } from "#api/sql/client.ts";
import { proveBooks } from "#api/use-cases/audit/prove-books.ts";
import { addUpAccounts } from "#api/use-cases/books/add-up-accounts.ts";
import { addUpTurnover } from "#api/use-cases/books/add-up-turnover.ts";
import { refreshCustomers } from "#api/use-cases/customers/refresh-customers.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { recordExposureDays } from "#api/use-cases/risk/record-exposure-days.ts";

/** What the jobs of an hour and of a night sum for the pages; a hub that runs has it. */
export function freshen(connection: Connection): Promise<void> {
  return withDeps(connection, async (deps) => {
    await addUpAccounts(deps, systemActor);
    await addUpTurnover(deps, systemActor);
    await recordExposureDays(deps, systemActor);
    await refreshCustomers(deps, systemActor);
  });
}

/** Proves the books of the story once, while they are small: one proof is enough for the pages that show proofs. */
export async function proveStory(connection: Connection): Promise<void> {
  if ((await connection.db.booksProof.count()) > 0) return;
  await withDeps(connection, (deps) => proveBooks(deps, systemActor, { reason: "for its pages" }));
}

async function withDeps({ db, pool }: Connection, work: (deps: Deps) => Promise<unknown>): Promise<void> {
  const clock = { now: () => new Date() };
  const ledger = createLedger({ pool, clock });
  try {
    await work({ db, ledger, clock, secrets: { apiKey: "a secret for measurements" } });
  } finally {
    await ledger.close();
  }
}
