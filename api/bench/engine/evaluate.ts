import { Engine } from "json-rules-engine";
import { liveCampaigns, member, receipt, shapeOf } from "#api/bench/engine/campaigns.ts";
import type { Print } from "#api/bench/figures.ts";
import { type Contender, type Pace, type RaceOptions, type Round, race, ratio } from "#api/bench/race.ts";
import { compile, needsOf } from "#api/engine/campaign-set.ts";
import { evaluate, type Question } from "#api/engine/evaluate.ts";

const goals: Readonly<Record<number, string>> = { 10: "≥ 30,000", 100: "≥ 10,000", 1000: "≥ 2,500" };

/**
 * Receipts of ten lines a second on one core. The other engine is told the same conditions and only decides which hold; it
 * reckons no amounts, splits nothing and explains nothing.
 */
export async function engineEvaluate(print: Print, { quick }: { quick: boolean }): Promise<void> {
  const options = { inFlight: 1, rounds: quick ? 3 : 7, seconds: quick ? 0.5 : 2 };
  for (const campaigns of [10, 100, 1_000]) {
    const paces = await race(contenders(campaigns), options);
    report(print, paces, campaigns);
  }
}

function contenders(count: number): Contender[] {
  const question = questionOn(count);
  const engine = otherEngine(count);
  const facts = otherFacts();
  return [
    { name: "engine", round: (options) => repeated(options, () => evaluate(question)) },
    { name: "json-rules-engine", round: (options) => paced(options, () => engine.run(facts)) },
    { name: "needs", round: (options) => repeated(options, () => needsOf(question.campaigns, needsAsked(question))) },
  ];
}

const needsAsked = ({ receipt: asked, place }: Question) => ({ receipt: asked, memberId: "mem_ana", place });

function questionOn(count: number): Question {
  const place = { partnerCode: "grocer", locationCode: "outlet-0", timeZone: "UTC" };
  const contract = { contractId: "ctr_1", contractVersion: 1, earnBps: 200, mayIssue: true };
  const terms = { ...contract, pointValueE6: 10_000n, minorUnitE6: 10_000n };
  const campaigns = compile(liveCampaigns(count));
  return { receipt, member, campaigns, room: new Map(), terms, place, now: receipt.occurredAt };
}

function otherEngine(count: number): Engine {
  const engine = new Engine([], { allowUndefinedFacts: true });
  for (let n = 0; n < count; n++) {
    engine.addRule({ conditions: { all: shapeOf(n).asks }, event: { type: String(n) } });
  }
  return engine;
}

function otherFacts(): Record<string, unknown> {
  const { lines } = receipt;
  return {
    categories: lines.map(({ category }) => category),
    brands: lines.map(({ brand }) => brand),
    skus: lines.map(({ sku }) => sku),
    coupons: [],
    weekday: 2,
    hour: 18,
    location: "outlet-0",
    total: 75,
    tier: member.tier,
    segments: member.segments,
    spend: 320,
  };
}

async function repeated(options: RaceOptions, once: () => unknown): Promise<Round> {
  return paced(options, () => Promise.resolve(once()));
}

/** Seconds of this thread's processor time: what else the machine does does not count. */
async function paced({ seconds }: RaceOptions, once: () => Promise<unknown>): Promise<Round> {
  let done = 0;
  const began = process.threadCpuUsage();
  const spent = () => {
    const { user, system } = process.threadCpuUsage(began);
    return (user + system) / 1e6;
  };
  for (let used = 0; used < seconds; used = spent()) {
    for (let n = 0; n < 20; n++) await once();
    done += 20;
  }
  return { perSecond: done / spent(), waitsMs: [] };
}

function report(print: Print, paces: Map<string, Pace>, campaigns: number): void {
  const applied = evaluate(questionOn(campaigns)).explanation.steps.filter(
    (step) => step.campaign && step.applied,
  ).length;
  const conditions = { campaigns, lines: receipt.lines.length, applied };
  const goal = goals[campaigns];
  for (const [variant, pace] of paces) {
    const own = variant === "engine" && goal ? { goal } : {};
    const figure = { bench: "engine.evaluate", variant, conditions: { ...conditions, spread: pace.spread.toFixed(2) } };
    print({ ...figure, value: pace.perSecond, unit: "per s", ...own });
  }
  const [ours, other] = [paces.get("engine"), paces.get("json-rules-engine")];
  const times = ours && other ? ratio(ours, other) : null;
  print({
    bench: "engine.evaluate",
    variant: "engine / json-rules-engine",
    conditions,
    value: times ?? Number.NaN,
    unit: "ratio",
  });
}
