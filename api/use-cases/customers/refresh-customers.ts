import { localDate } from "#api/engine/lot-dates.ts";
import type { Actor } from "#api/kernel/actor.ts";
import {
  countCohorts,
  countFlows,
  countPointsUse,
  countWeekHours,
  dropMergedCustomers,
  markRedeemers,
  sumCustomers,
} from "#api/ledger/customers.ts";
import type { Db } from "#api/sql/client.ts";
import type { Tx } from "#api/sql/rows.ts";
import { can } from "#api/use-cases/can.ts";
import { cutCustomers, scoreCustomers } from "#api/use-cases/customers/scores.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { findProgramme } from "#api/use-cases/programme/read-programme.ts";
import { firstOfMonth } from "#api/use-cases/purchases/windows.ts";

/** Members summed at once: short transactions, flat memory. */
const CHUNK = 20_000;
const LONG = { maxWait: 10_000, timeout: 10 * 60_000 };

/** However long it takes: the pool's time-out is for what people wait for. */
function patiently<Result>(db: Db, work: (tx: Tx) => Promise<Result>): Promise<Result> {
  return db.$transaction(async (tx) => {
    await tx.$executeRaw`SET LOCAL statement_timeout = '10min'`;
    return work(tx);
  }, LONG);
}

/**
 * Sums every house's customers anew, parts and scores them, and counts cohorts and what flows between partners. Whatever
 * breaks off is done again by the next one: each part sets what is so. Answers how many members it summed.
 */
export async function refreshCustomers(deps: Deps, actor: Actor): Promise<number> {
  can(actor, "job:run");
  const { db, clock } = deps;
  const at = clock.now();
  const { timeZone } = await findProgramme(deps);
  const day = localDate(at, timeZone);
  const ranges: { after: string; upTo: string }[] = [];
  let members = 0;
  for (let after = ""; ; ) {
    const summed = await patiently(db, (tx) => sumCustomers(tx, { after, take: CHUNK }, day));
    if (!summed) break;
    ranges.push({ after, upTo: summed.lastId });
    members += summed.members;
    after = summed.lastId;
  }
  await patiently(db, (tx) => dropMergedCustomers(tx));
  // Whatever follows joins rows that were just written: without knowing how many, it would be planned for none.
  await patiently(db, (tx) => tx.$executeRaw`ANALYZE customer`);
  await patiently(db, (tx) => markRedeemers(tx));
  await patiently(db, (tx) => cutCustomers(tx, day, at));
  for (const range of ranges) await patiently(db, (tx) => scoreCustomers(tx, range, day));
  await patiently(db, (tx) => countCohorts(tx));
  await patiently(db, (tx) => countFlows(tx, firstOfMonth(day)));
  await patiently(db, (tx) => countWeekHours(tx, at, timeZone));
  await patiently(db, (tx) => countPointsUse(tx, timeZone));
  return members;
}
