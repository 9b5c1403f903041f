import { type CampaignSet, compile } from "#api/engine/campaign-set.ts";
import type { Effect } from "#api/engine/effects.ts";
import { evaluate } from "#api/engine/evaluate.ts";
import type { CampaignSimulation } from "#api/sql/rows.ts";
import { storedDefinition } from "#api/use-cases/campaigns/definition.ts";
import { barOf, barsOf, type CampaignFigures } from "#api/use-cases/campaigns/figures.ts";
import { type PastQuestion, questionsOf } from "#api/use-cases/campaigns/past-questions.ts";
import { countPast, type PastReceipt, pastChunks } from "#api/use-cases/campaigns/past-receipts.ts";
import { addCounts, memberBars, readCounts } from "#api/use-cases/campaigns/simulation-counts.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { stampCounter } from "#api/use-cases/purchases/windows.ts";

type Told = (progress: { receiptsDone: number; receiptsTotal: number }) => Promise<void>;

/** What campaigns of a receipt cost, in points and in money. */
export type Cost = { points: bigint; discountE6: bigint; giftsE6: bigint };

/**
 * Evaluates a version alone on receipts of the past, one after the other in the order in which they happened, so that
 * its limits fill as they would have. Whatever grows with the number of members is counted in the database.
 */
export async function tryReceipts(deps: Deps, simulation: CampaignSimulation, told: Told): Promise<CampaignFigures> {
  const version = await deps.db.campaignVersion.findUniqueOrThrow({
    where: { id: simulation.versionId },
    include: { campaign: true },
  });
  const { campaignId: id, campaign, version: number } = version;
  const { partnerId } = campaign;
  const set = compile([{ ...storedDefinition(simulation), ...always, id, version: number, partnerId }]);
  const { pointValueE6 } = await deps.db.programme.findFirstOrThrow();
  const scope = { partnerId, from: simulation.from, until: simulation.until };
  const { receipts, members } = await countPast(deps, scope);
  const sum = emptySum();
  const actual = { receiptsHit: 0, ...nothing };
  let done = 0;
  for await (const chunk of pastChunks(deps, scope)) {
    await tryChunk(deps, simulation, { set, chunk, sum, pointValueE6 });
    for (const { granted } of chunk) addActual(actual, granted.effects, id);
    done += chunk.length;
    await told({ receiptsDone: done, receiptsTotal: receipts });
  }
  const { reached, bars } = await memberBars(deps, simulation.id);
  return {
    receipts: done,
    receiptsHit: sum.hit,
    members,
    membersReached: reached,
    points: String(sum.points),
    pointsE6: String(sum.points * pointValueE6),
    discountE6: String(sum.discountE6),
    giftsE6: String(sum.giftsE6),
    limited: sum.limited,
    perReceipt: barsOf(sum.perReceipt),
    perMember: barsOf(bars),
    actual: {
      receiptsHit: actual.receiptsHit,
      points: String(actual.points),
      pointsE6: String(actual.points * pointValueE6),
      discountE6: String(actual.discountE6),
      giftsE6: String(actual.giftsE6),
    },
  };
}

/** What the campaign really gave on a receipt, by whichever version. */
function addActual(actual: Cost & { receiptsHit: number }, effects: readonly Effect[], campaignId: string): void {
  const own = effects.filter((effect) => effect.source?.campaignId === campaignId);
  if (own.length === 0) return;
  actual.receiptsHit += 1;
  addCost(actual, costOf(own));
}

function addCost(sum: Cost, { points, discountE6, giftsE6 }: Cost): void {
  sum.points += points;
  sum.discountE6 += discountE6;
  sum.giftsE6 += giftsE6;
}

/** As if it had run all the time. */
const always = { startsAt: "2000-01-01T00:00:00.000Z", endsAt: null };

type Sum = Cost & { hit: number; limited: number; perReceipt: Map<number, number> };
const nothing: Cost = { points: 0n, discountE6: 0n, giftsE6: 0n };
const emptySum = (): Sum => ({ ...nothing, hit: 0, limited: 0, perReceipt: new Map() });

type Chunk = { set: CampaignSet; chunk: readonly PastReceipt[]; sum: Sum; pointValueE6: bigint };

async function tryChunk(deps: Deps, { id }: CampaignSimulation, { set, chunk, sum, pointValueE6 }: Chunk) {
  const questions = await questionsOf(deps, set, chunk);
  const needed = questions.flatMap(({ needs, member }) => [
    ...needs.counters.map(({ counter }) => counter),
    ...cardsOf(needs).map(({ card }) => stampCounter(card, member.memberId)),
  ]);
  const used = await readCounts(deps, id, needed);
  const added = new Map<string, bigint>();
  const add = (name: string, by: bigint) => added.set(name, (added.get(name) ?? 0n) + by);
  const counted = (name: string) => (used.get(name) ?? 0n) + (added.get(name) ?? 0n);
  for (const { needs, member: known, ...question } of questions) {
    const { memberId } = known;
    const stamps = cardsOf(needs).map(({ key, card }) => [key, counted(stampCounter(card, memberId))] as const);
    const member = { ...known, windows: new Map([...(known.windows ?? []), ...stamps]) };
    const room = new Map(needs.counters.map(({ counter, most }) => [counter, most - counted(counter)]));
    const { effects, counts, explanation } = evaluate({ ...question, member, campaigns: set, room });
    for (const { counter, by } of counts) add(counter, by);
    for (const effect of effects) {
      if (effect.kind === "stamp") add(stampCounter(effect.card, memberId), effect.total);
      if (effect.kind === "fullCard") add(stampCounter(effect.card, memberId), -effect.total);
    }
    if (explanation.steps.some(({ because }) => because === "LIMIT")) sum.limited += 1;
    const own = effects.filter(({ source }) => source !== null);
    if (own.length === 0) continue;
    const cost = costOf(own);
    const costE6 = cost.points * pointValueE6 + cost.discountE6 + cost.giftsE6;
    sum.hit += 1;
    addCost(sum, cost);
    sum.perReceipt.set(barOf(costE6), (sum.perReceipt.get(barOf(costE6)) ?? 0) + 1);
    add(`member ${memberId}`, costE6);
  }
  await addCounts(deps, id, added);
}

/** The stamp cards that rules look at, each with what its window is found by. */
function cardsOf({ windows }: PastQuestion["needs"]): { key: string; card: string }[] {
  return windows.flatMap(({ key, card }) => (card === null ? [] : [{ key, card }]));
}

/** What these effects cost whoever pays for them. */
export function costOf(effects: readonly Effect[]): Cost {
  const sum = (of: (effect: Effect) => bigint) => effects.reduce((total, effect) => total + of(effect), 0n);
  return {
    points: sum((effect) => (effect.kind === "points" ? effect.total : 0n)),
    discountE6: sum((effect) => (effect.kind === "discount" ? effect.total : 0n)),
    giftsE6: sum((effect) => (effect.kind === "gift" ? effect.worthE6 : 0n)),
  };
}
