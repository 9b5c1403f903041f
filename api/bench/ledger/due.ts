import { setTimeout } from "node:timers/promises";
import { watchProcessor } from "#api/bench/backend-time.ts";
import type { Figure, Print } from "#api/bench/figures.ts";
import { dayBefore, expiresAt, layDueLots, maturesAt } from "#api/bench/ledger/lay-due.ts";
import { startTills } from "#api/bench/ledger/tills.ts";
import { layCoalition } from "#api/bench/month/load.ts";
import { withScratch } from "#api/bench/scratch.ts";
import { systemActor } from "#api/kernel/actor.ts";
import { standingClock } from "#api/kernel/clock.ts";
import { createLedger } from "#api/ledger/ledger.ts";
import { errorsOf, findBrokenRules } from "#api/ledger/verify.ts";
import type { Connection } from "#api/sql/client.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { expireDue } from "#api/use-cases/jobs/expire-due.ts";
import { matureDue } from "#api/use-cases/jobs/mature-due.ts";

const PARTNERS = 500;
const LOTS_EACH = 5;

/**
 * A million lots become spendable, and lapse: how fast alone; and how fast tills go on beside, while a fifth as many lots
 * of all members are due.
 */
export async function ledgerDue(print: Print, { quick }: { quick: boolean }): Promise<void> {
  const members = quick ? 10_000 : 200_000;
  await withScratch(async (connection) => {
    await layCoalition(connection.pool, { partners: PARTNERS, members });
    await layDueLots(connection.pool, { partners: PARTNERS, members, lotsEach: LOTS_EACH });
    const clock = standingClock(dayBefore(maturesAt));
    const ledger = createLedger({ pool: connection.pool, clock });
    const deps: Deps = { db: connection.db, ledger, clock, secrets: { apiKey: "a secret for a bench" } };
    const stintSeconds = quick ? 2 : 8;
    for (const [name, job, day] of [
      ["maturity", matureDue, maturesAt],
      ["expiry", expireDue, expiresAt],
    ] as const) {
      const run = () => timed(connection, () => job(deps, systemActor));
      clock.set(dayBefore(day));
      const beside = await runBesideTills(deps, run, { members, stintSeconds });
      clock.set(day);
      const alone = await run();
      for (const figure of figuresOf(name, members, { alone, ...beside })) print(figure);
    }
    await ledger.close();
    await requireSoundBooks(connection);
  });
}

type Beside = { beside: Timed; tillsBeside: number; tillsAlone: number };
type Timed = { seconds: number; processorMs: number };

async function timed({ pool }: Connection, run: () => Promise<unknown>): Promise<Timed> {
  const processor = await watchProcessor(pool);
  const began = performance.now();
  await run();
  const seconds = (performance.now() - began) / 1000;
  return { seconds, processorMs: await processor.stop() };
}

/** Tills alone before and after, so that what else the machine does falls on both. */
async function runBesideTills(
  { ledger, clock }: Deps,
  run: () => Promise<Timed>,
  { members, stintSeconds }: { members: number; stintSeconds: number },
): Promise<Beside> {
  const open = () => startTills({ ledger, at: clock.now(), partners: PARTNERS, members });
  const alone = async () => {
    const tills = open();
    await setTimeout(stintSeconds * 1000);
    return tills.stop();
  };
  await alone();
  const before = await alone();
  const tills = open();
  const beside = await run();
  const during = await tills.stop();
  const after = await alone();
  return { beside, tillsBeside: during.perSecond, tillsAlone: (before.perSecond + after.perSecond) / 2 };
}

function figuresOf(
  name: string,
  members: number,
  { alone, beside, tillsAlone, tillsBeside }: Beside & { alone: Timed },
) {
  const figure = (variant: string, value: number, unit: Figure["unit"], goal?: string): Figure => ({
    bench: "ledger.due",
    variant: `${name}: ${variant}`,
    conditions: { members, partners: PARTNERS },
    value,
    unit,
    ...(goal ? { goal } : {}),
  });
  const lots = { alone: members * LOTS_EACH, beside: members };
  return [
    figure(`${lots.alone} lots, ${LOTS_EACH} of a member`, lots.alone / alone.seconds, "per s", "≥ 50,000"),
    figure("processor, of the database and the job, per lot", (alone.processorMs * 1000) / lots.alone, "µs"),
    figure(`${lots.beside} lots, one of a member, beside tills`, lots.beside / beside.seconds, "per s"),
    figure("tills alone", tillsAlone, "per s"),
    figure("tills beside it", tillsBeside, "per s"),
    figure("tills beside it ÷ alone", tillsBeside / tillsAlone, "ratio", "≥ 0.7"),
  ];
}

/** All rules over all lines; it takes longer than a pool's statement may. */
async function requireSoundBooks({ pool }: Connection): Promise<void> {
  const client = await pool.connect();
  await client.query("SET statement_timeout = 0");
  const broken = errorsOf(await findBrokenRules(client).finally(() => client.release(true)));
  if (broken.length > 0) throw new Error(`The books broke: ${JSON.stringify(broken.slice(0, 3))}`);
  const { rows } = await pool.query<{ due: string }>(
    "SELECT count(*) AS due FROM lot WHERE pending > 0 OR (available > 0 AND expires_at IS NOT NULL)",
  );
  if (rows[0]?.due !== "0") throw new Error(`${rows[0]?.due} lots were left over`);
}
