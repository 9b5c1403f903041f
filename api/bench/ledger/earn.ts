import type { Earn } from "#api/bench/baselines/earn.ts";
import { earnWithFunction, layFunctionEarn } from "#api/bench/baselines/function-earn.ts";
import { earnWithPrisma } from "#api/bench/baselines/prisma-earn.ts";
import { earnWithSql } from "#api/bench/baselines/sql-earn.ts";
import type { Print } from "#api/bench/figures.ts";
import { earnWithLedger } from "#api/bench/ledger/ledger-earn.ts";
import { benchId, layCoalition } from "#api/bench/month/load.ts";
import { type Contender, type Pace, race, ratio } from "#api/bench/race.ts";
import { withScratch } from "#api/bench/scratch.ts";
import { createLedger } from "#api/ledger/ledger.ts";
import type { Ledger } from "#api/ledger/movements.ts";
import { errorsOf, findBrokenRules } from "#api/ledger/verify.ts";
import type { Connection } from "#api/sql/client.ts";

const PARTNERS = 1_000;
const HOT = "one hot partner";
const UNIFORM = "partners and members random";
const goals: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  [UNIFORM]: { prisma: "≥ 25", sql: "≥ 5", function: "≥ 3" },
  [HOT]: { prisma: "≥ 40", sql: "≥ 12", function: "≥ 8" },
};

/** The product's full earn beside the three ways people would otherwise write it, at 64 in flight and alone. */
export async function ledgerEarn(print: Print, { quick }: { quick: boolean }): Promise<void> {
  const members = quick ? 20_000 : 1_000_000;
  const rounds = { rounds: quick ? 3 : 5, seconds: quick ? 1.5 : 5 };
  await withScratch(async (connection) => {
    await layCoalition(connection.pool, { partners: PARTNERS, members });
    await layFunctionEarn(connection.pool);
    const ledger = createLedger({ pool: connection.pool, clock: { now: () => at } });
    for (const inFlight of [64, 1]) {
      for (const who of [UNIFORM, HOT]) {
        const paces = await race(contenders(connection, ledger, members, who), { inFlight, ...rounds });
        report(print, paces, { who, inFlight, members, partners: PARTNERS });
      }
    }
    await ledger.close();
    const broken = quick ? errorsOf(await findBrokenRules(connection.pool)) : [];
    if (broken.length > 0) throw new Error(`The contenders broke the books: ${JSON.stringify(broken.slice(0, 3))}`);
  });
}

const at = new Date(Date.UTC(2026, 0, 15));

function contenders({ db, pool }: Connection, ledger: Ledger, members: number, who: string): Contender[] {
  const earnOf = (n: number): Earn => ({
    n,
    memberId: benchId("mem", Math.floor(Math.random() * members)),
    issuerId: benchId("ptn", who === HOT ? 1 : 1 + Math.floor(Math.random() * PARTNERS)),
    points: 10n,
    issueRateE6: 10_033n,
    at,
  });
  return [
    { name: "ledger", deed: (n) => earnWithLedger(ledger, earnOf(n)) },
    { name: "prisma", deed: (n) => earnWithPrisma(db, earnOf(n)) },
    { name: "sql", deed: (n) => earnWithSql(pool, earnOf(n)) },
    { name: "function", deed: (n) => earnWithFunction(pool, earnOf(n)) },
  ];
}

type Conditions = { who: string; inFlight: number; members: number; partners: number };

function report(print: Print, paces: ReadonlyMap<string, Pace>, conditions: Conditions): void {
  const ours = paces.get("ledger");
  for (const [name, pace] of paces) {
    const { perSecond, p50Ms, p99Ms } = pace;
    const waits = { p50Ms: round(p50Ms), p99Ms: round(p99Ms) };
    print({
      bench: "ledger.earn",
      variant: name,
      conditions: { ...conditions, ...waits },
      value: perSecond,
      unit: "per s",
    });
    if (!ours || name === "ledger") continue;
    const times = ratio(ours, pace);
    const goal = conditions.inFlight === 64 ? goals[conditions.who]?.[name] : undefined;
    print({
      bench: "ledger.earn",
      variant: times === null ? `ledger ÷ ${name}: too noisy to say` : `ledger ÷ ${name}`,
      conditions,
      value: times ?? Number.NaN,
      unit: "ratio",
      ...(goal ? { goal } : {}),
    });
  }
}

const round = (ms: number) => Math.round(ms * 100) / 100;
