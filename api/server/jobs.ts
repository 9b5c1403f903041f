import { Logger, parseCronItems, run } from "graphile-worker";
import { z } from "zod";
import { type Actor, systemActor } from "#api/kernel/actor.ts";
import type { Log } from "#api/server/log.ts";
import { recordByHub } from "#api/use-cases/activities/record-by-hub.ts";
import { proveBooks } from "#api/use-cases/audit/prove-books.ts";
import { takeBalances } from "#api/use-cases/balance-tree/take-balances.ts";
import { addUpAccounts } from "#api/use-cases/books/add-up-accounts.ts";
import { addUpTurnover } from "#api/use-cases/books/add-up-turnover.ts";
import { advanceCampaigns } from "#api/use-cases/campaigns/advance-campaigns.ts";
import { resumeSimulations, runSimulation } from "#api/use-cases/campaigns/run-simulation.ts";
import { endChallenges } from "#api/use-cases/challenges/end-challenges.ts";
import { lapseClaims } from "#api/use-cases/claims/lapse-claims.ts";
import { reviewClubs } from "#api/use-cases/clubs/review-clubs.ts";
import { makeCoupons, resumeCouponRuns } from "#api/use-cases/coupons/make-coupons.ts";
import { countEverybody } from "#api/use-cases/customers/count-everybody.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { lapseDisputes } from "#api/use-cases/disputes/lapse-disputes.ts";
import { advanceDraws } from "#api/use-cases/draws/advance-draws.ts";
import { expireExports, resumeExports } from "#api/use-cases/exports/keep-exports.ts";
import { runExport } from "#api/use-cases/exports/run-export.ts";
import { followReceipts } from "#api/use-cases/following/follow-receipts.ts";
import { advanceExits } from "#api/use-cases/jobs/advance-exits.ts";
import { closeDueCycle } from "#api/use-cases/jobs/close-due-cycle.ts";
import { continueLotRuns } from "#api/use-cases/jobs/continue-lot-runs.ts";
import { expireDue } from "#api/use-cases/jobs/expire-due.ts";
import { liftCooled } from "#api/use-cases/jobs/lift-cooled.ts";
import { markDue } from "#api/use-cases/jobs/mark-due.ts";
import { matureDue } from "#api/use-cases/jobs/mature-due.ts";
import { releaseTimedOut } from "#api/use-cases/jobs/release-timed-out.ts";
import { warnExposures } from "#api/use-cases/jobs/warn-exposures.ts";
import { warnPrepaid } from "#api/use-cases/jobs/warn-prepaid.ts";
import { watchBank } from "#api/use-cases/jobs/watch-bank.ts";
import { advanceJourneys } from "#api/use-cases/journeys/advance-journeys.ts";
import { startJourneys } from "#api/use-cases/journeys/start-journeys.ts";
import { settleBookings } from "#api/use-cases/member-events/book-place.ts";
import { readTelegram } from "#api/use-cases/messages/read-telegram.ts";
import { sendMessages } from "#api/use-cases/messages/send-messages.ts";
import { tellSpendings } from "#api/use-cases/messages/tell-spendings.ts";
import { warnExpiry } from "#api/use-cases/messages/warn-expiry.ts";
import { makeDueOffers, makeOffers } from "#api/use-cases/offers/make-offers.ts";
import { breakOverdue } from "#api/use-cases/partner-files/break-overdue.ts";
import { resumeComparisons } from "#api/use-cases/partner-files/compare-partner-file.ts";
import { runComparison } from "#api/use-cases/partner-files/run-comparison.ts";
import { startContracts } from "#api/use-cases/partners/start-contracts.ts";
import { lapseSubscriptions } from "#api/use-cases/plans/lapse-subscriptions.ts";
import { giveBackFromPools } from "#api/use-cases/pools/give-back.ts";
import { advanceOrders } from "#api/use-cases/rewards/advance-orders.ts";
import { recordExposureDays } from "#api/use-cases/risk/record-exposure-days.ts";
import { resumeRecounts, runRecount } from "#api/use-cases/segments/run-recount.ts";
import { reviewTiers } from "#api/use-cases/tiers/review-tiers.ts";
import { watchVelocity } from "#api/use-cases/velocity/watch-velocity.ts";

/** Jobs of one queue run one after the other; a long file keeps nothing else waiting. */
type Job = { cron: string; queue?: string; run: (deps: Deps, actor: Actor) => Promise<unknown> };

const FILES = "files";
const CLOCK = "clock";
/** These rest while tills post, and a cycle's end waits for nobody. */
const DUE = "due";
const TURNOVER = "turnover";
const MAIL = "mail";

/** What the clock brings about. Each does all that is due, so a missed tick is made up for by the next. */
const jobs: Record<string, Job> = {
  advanceCampaigns: { cron: "* * * * *", run: advanceCampaigns },
  advanceOrders: { cron: "* * * * *", run: advanceOrders },
  recordByHub: { cron: "*/5 * * * *", run: recordByHub },
  endChallenges: { cron: "11 * * * *", run: endChallenges },
  advanceDraws: { cron: "* * * * *", run: advanceDraws },
  startContracts: { cron: "* * * * *", run: startContracts },
  releaseTimedOut: { cron: "* * * * *", run: releaseTimedOut },
  matureDue: { cron: "* * * * *", queue: DUE, run: matureDue },
  expireDue: { cron: "*/5 * * * *", queue: DUE, run: expireDue },
  followReceipts: { cron: "* * * * *", run: (deps, actor) => followReceipts(deps, actor) },
  tellSpendings: { cron: "* * * * *", run: tellSpendings },
  warnExpiry: { cron: "31 * * * *", queue: FILES, run: warnExpiry },
  startJourneys: { cron: "*/5 * * * *", run: startJourneys },
  advanceJourneys: { cron: "* * * * *", run: advanceJourneys },
  sendMessages: { cron: "* * * * *", queue: MAIL, run: sendMessages },
  readTelegram: { cron: "* * * * *", queue: MAIL, run: readTelegram },
  closeDueCycle: { cron: "* * * * *", run: closeDueCycle },
  lapseClaims: { cron: "* * * * *", run: lapseClaims },
  lapseDisputes: { cron: "* * * * *", run: lapseDisputes },
  breakOverdue: { cron: "*/5 * * * *", queue: FILES, run: breakOverdue },
  resumeComparisons: { cron: "* * * * *", queue: FILES, run: resumeComparisons },
  advanceExits: { cron: "*/5 * * * *", run: advanceExits },
  continueLotRuns: { cron: "* * * * *", run: continueLotRuns },
  warnExposures: { cron: "*/5 * * * *", run: warnExposures },
  warnPrepaid: { cron: "*/5 * * * *", run: warnPrepaid },
  recordExposureDays: { cron: "23 * * * *", queue: FILES, run: recordExposureDays },
  addUpTurnover: { cron: "* * * * *", queue: TURNOVER, run: (deps, actor) => addUpTurnover(deps, actor) },
  addUpAccounts: { cron: "41 * * * *", queue: FILES, run: (deps, actor) => addUpAccounts(deps, actor) },
  watchVelocity: { cron: "* * * * *", run: watchVelocity },
  liftCooled: { cron: "*/5 * * * *", run: liftCooled },
  watchBank: { cron: "*/5 * * * *", run: watchBank },
  markDue: { cron: "*/5 * * * *", run: markDue },
  reviewTiers: { cron: "*/5 * * * *", run: reviewTiers },
  reviewClubs: { cron: "9 * * * *", run: reviewClubs },
  settleBookings: { cron: "* * * * *", run: settleBookings },
  lapseSubscriptions: { cron: "* * * * *", run: lapseSubscriptions },
  resumeSimulations: { cron: "* * * * *", queue: FILES, run: resumeSimulations },
  resumeCouponRuns: { cron: "* * * * *", queue: FILES, run: resumeCouponRuns },
  makeDueOffers: { cron: "*/5 * * * *", queue: FILES, run: makeDueOffers },
  resumeRecounts: { cron: "* * * * *", queue: FILES, run: resumeRecounts },
  countEverybody: { cron: "11 2 * * *", queue: FILES, run: countEverybody },
  resumeExports: { cron: "* * * * *", queue: FILES, run: resumeExports },
  expireExports: { cron: "17 * * * *", queue: FILES, run: expireExports },
  takeBalances: { cron: "11 * * * *", queue: FILES, run: takeBalances },
  proveBooks: {
    cron: "7 * * * *",
    queue: FILES,
    run: (deps, actor) => proveBooks(deps, actor, { reason: "by the clock" }),
  },
};

/** What use cases hand over: run once, tried again when it fails. */
const handed: Record<string, (deps: Deps, payload: unknown) => Promise<unknown>> = {
  runSimulation: (deps, payload) => runSimulation(deps, z.object({ campaignSimulationId: z.string() }).parse(payload)),
  makeCoupons: (deps, payload) => makeCoupons(deps, z.object({ couponRunId: z.string() }).parse(payload)),
  giveBackFromPools: (deps, payload) => giveBackFromPools(deps, z.object({ clubId: z.string() }).parse(payload).clubId),
  makeOffers: (deps, payload) => makeOffers(deps, z.object({ offerId: z.string() }).parse(payload)),
  runRecount: (deps, payload) => runRecount(deps, z.object({ segmentRecountId: z.string() }).parse(payload)),
  runExport: (deps, payload) => runExport(deps, z.object({ exportJobId: z.string() }).parse(payload)),
  runComparison: (deps, payload) => runComparison(deps, systemActor, z.object({ fileId: z.string() }).parse(payload)),
};

/** Hands work to the jobs in the caller's transaction; before they first ran anywhere, their clock finds it. */
export const enqueue: NonNullable<Deps["enqueue"]> = async (tx, task, payload, how) => {
  const [laid] = await tx.$queryRaw<
    { here: boolean }[]
  >`SELECT to_regclass('graphile_worker.jobs') IS NOT NULL AS here`;
  if (!laid?.here) return;
  if (how?.soon) {
    await tx.$executeRaw`SELECT graphile_worker.add_job(${task}, ${JSON.stringify(payload)}::json, queue_name := ${jobs[task]?.queue ?? CLOCK},
      run_at := now() + interval '1 second', job_key := ${task}, job_key_mode := 'preserve_run_at')`;
    return;
  }
  await tx.$executeRaw`SELECT graphile_worker.add_job(${task}, ${JSON.stringify(payload)}::json, queue_name := ${FILES})`;
};

/** Runs the jobs, one at a time per queue over all gateways: the queues are in the database. */
export async function startJobs(
  deps: Deps,
  databaseUrl: string,
  log: Log,
  ran?: (job: string, outcome: "done" | "failed", ms: number) => void,
): Promise<{ stop(): Promise<void> }> {
  const tasks = [
    ...Object.entries(jobs).map(([name, job]) => [name, timed(name, () => job.run(deps, systemActor))]),
    ...Object.entries(handed).map(([name, run]) => [name, timed(name, (payload) => run(deps, payload))]),
  ];
  function timed(name: string, work: (payload: unknown) => Promise<unknown>) {
    return async (payload: unknown): Promise<void> => {
      const began = performance.now();
      let outcome: "done" | "failed" = "failed";
      try {
        await work(payload);
        outcome = "done";
      } finally {
        ran?.(name, outcome, performance.now() - began);
      }
    };
  }
  const cron = Object.entries(jobs).map(([task, { cron: match, queue = CLOCK }]) => ({
    task,
    match,
    // One waiting copy is enough, however long the last one took.
    options: { jobKey: task, queueName: queue },
  }));
  const runner = await run({
    connectionString: databaseUrl,
    maxPoolSize: 5,
    taskList: Object.fromEntries(tasks),
    parsedCronItems: parseCronItems(cron),
    concurrency: 4,
    noHandleSignals: true,
    logger: new Logger(() => (level, message) => log[level === "warning" ? "warn" : level](message)),
  });
  // A runner that gives up has said why in the log; the gateway goes on answering.
  runner.promise.catch((error: unknown) => log.error({ err: error }, "jobs stopped"));
  return { stop: () => runner.stop() };
}
