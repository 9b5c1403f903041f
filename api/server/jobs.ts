import { Logger, parseCronItems, run } from "graphile-worker";
import { type Actor, systemActor } from "#api/kernel/actor.ts";
import type { Log } from "#api/server/log.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { lapseDisputes } from "#api/use-cases/disputes/lapse-disputes.ts";
import { closeDueCycle } from "#api/use-cases/jobs/close-due-cycle.ts";
import { expireDue } from "#api/use-cases/jobs/expire-due.ts";
import { markDue } from "#api/use-cases/jobs/mark-due.ts";
import { matureDue } from "#api/use-cases/jobs/mature-due.ts";
import { releaseTimedOut } from "#api/use-cases/jobs/release-timed-out.ts";
import { startContracts } from "#api/use-cases/partners/start-contracts.ts";

type Job = { cron: string; run: (deps: Deps, actor: Actor) => Promise<unknown> };

/** What the clock brings about. Each does all that is due, so a missed tick is made up for by the next. */
const jobs: Record<string, Job> = {
  startContracts: { cron: "* * * * *", run: startContracts },
  releaseTimedOut: { cron: "* * * * *", run: releaseTimedOut },
  matureDue: { cron: "* * * * *", run: matureDue },
  expireDue: { cron: "*/5 * * * *", run: expireDue },
  closeDueCycle: { cron: "* * * * *", run: closeDueCycle },
  lapseDisputes: { cron: "* * * * *", run: lapseDisputes },
  markDue: { cron: "*/5 * * * *", run: markDue },
};

/** Runs the jobs, one at a time over all gateways: the queue is in the database. */
export async function startJobs(deps: Deps, databaseUrl: string, log: Log): Promise<{ stop(): Promise<void> }> {
  const tasks = Object.entries(jobs).map(([name, job]) => [name, async () => void (await job.run(deps, systemActor))]);
  const cron = Object.entries(jobs).map(([task, { cron: match }]) => ({
    task,
    match,
    // One waiting copy is enough, however long the last one took.
    options: { jobKey: task, queueName: "clock" },
  }));
  const runner = await run({
    connectionString: databaseUrl,
    maxPoolSize: 3,
    taskList: Object.fromEntries(tasks),
    parsedCronItems: parseCronItems(cron),
    concurrency: 1,
    noHandleSignals: true,
    logger: new Logger(() => (level, message) => log[level === "warning" ? "warn" : level](message)),
  });
  // A runner that gives up has said why in the log; the gateway goes on answering.
  runner.promise.catch((error: unknown) => log.error({ err: error }, "jobs stopped"));
  return { stop: () => runner.stop() };
}
