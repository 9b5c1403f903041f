import { systemActor } from "#api/kernel/actor.ts";
import { createLedger } from "#api/ledger/ledger.ts";
import type { Connection } from "#api/sql/client.ts";
import { addUpAccounts } from "#api/use-cases/books/add-up-accounts.ts";
import { addUpTurnover } from "#api/use-cases/books/add-up-turnover.ts";
import { refreshCustomers } from "#api/use-cases/customers/refresh-customers.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { recordExposureDays } from "#api/use-cases/risk/record-exposure-days.ts";

/** What the jobs of an hour and of a night sum for the pages; a hub that runs has it. */
export async function freshen({ db, pool }: Connection): Promise<void> {
  const clock = { now: () => new Date() };
  const ledger = createLedger({ pool, clock });
  const deps: Deps = { db, ledger, clock, secrets: { apiKey: "a secret for measurements" } };
  try {
    await addUpAccounts(deps, systemActor);
    await addUpTurnover(deps, systemActor);
    await recordExposureDays(deps, systemActor);
    await refreshCustomers(deps, systemActor);
  } finally {
    await ledger.close();
  }
}
