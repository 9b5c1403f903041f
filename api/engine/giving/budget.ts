import type { Limit } from "#api/engine/campaign.ts";
import type { Parts } from "#api/engine/effects.ts";
import { type Count, type Counted, counterOf, giftCounter, mostOf, type Room } from "#api/engine/limits.ts";
import type { CompiledCampaign, CompiledRule } from "#api/engine/set/compiled.ts";
import type { MoneyE6 } from "#api/kernel/money.ts";
import { added, nothing } from "./shares.ts";

/** One limit as one receipt meets it. */
type Meter = { limit: Limit; counter: string; most: bigint; left: bigint; taken: Parts };

/** What campaigns may still give on this receipt. Amounts are asked for as they come up, and then taken. */
export class Budget {
  readonly #meters = new Map<CompiledCampaign, Meter[]>();
  /** What was taken of each gift. */
  readonly #taken = new Map<string, bigint>();
  /** Rules that would have gone over a limit which then gives nothing: its counter, and the rule it is for, if it is for one. */
  readonly over = new Map<CompiledRule, { counter: string; rule: number | null }>();
  /** Rules that got only the rest of a limit, with its counter. */
  readonly cut = new Map<CompiledRule, string>();
  readonly #room: Room;
  readonly #counted: Counted;
  readonly #pointValueE6: MoneyE6;

  constructor(room: Room, counted: Counted, pointValueE6: MoneyE6) {
    this.#room = room;
    this.#counted = counted;
    this.#pointValueE6 = pointValueE6;
  }

  /** The counter that leaves a rule no further time; null: it may be given. */
  exhausted(rule: CompiledRule): string | null {
    return this.#of(rule).find(({ limit, left }) => limit.unit === "TIMES" && left < 1n)?.counter ?? null;
  }

  /** How much of the money may be given: all, or what is left in whole steps. */
  money(rule: CompiledRule, wanted: MoneyE6, stepE6: MoneyE6): MoneyE6 {
    let allowed = wanted;
    for (const meter of this.#of(rule)) {
      if (meter.limit.unit === "MONEY") allowed = this.#within(meter, allowed, rule);
    }
    return allowed === wanted ? allowed : allowed - (allowed % stepE6);
  }

  /** How many of the points may be given; both points and their worth are limited. */
  points(rule: CompiledRule, wanted: bigint): bigint {
    let allowed = wanted;
    for (const meter of this.#of(rule)) {
      if (meter.limit.unit === "POINTS") allowed = this.#within(meter, allowed, rule);
      if (meter.limit.unit === "MONEY") {
        allowed = this.#within(meter, allowed * this.#pointValueE6, rule) / this.#pointValueE6;
      }
    }
    return allowed;
  }

  takeMoney(rule: CompiledRule, parts: Parts): void {
    for (const meter of this.#of(rule)) if (meter.limit.unit === "MONEY") take(meter, parts);
  }

  takePoints(rule: CompiledRule, parts: Parts): void {
    const value = this.#pointValueE6;
    for (const meter of this.#of(rule)) {
      if (meter.limit.unit === "POINTS") take(meter, parts);
      if (meter.limit.unit === "MONEY") {
        take(meter, { total: parts.total * value, byLine: parts.byLine.map((points) => points * value) });
      }
    }
  }

  /** How many of the gifts there still are. */
  gifts(rule: CompiledRule, gift: string, wanted: bigint): bigint {
    const counter = giftCounter(gift);
    const stock = this.#room.get(counter);
    if (stock === undefined) return wanted;
    const left = stock - (this.#taken.get(gift) ?? 0n);
    if (wanted <= left) return wanted;
    this.cut.set(rule, counter);
    return left;
  }

  takeGifts(gift: string, count: bigint): void {
    this.#taken.set(gift, (this.#taken.get(gift) ?? 0n) + count);
  }

  /** Once for a receipt, however many rules of a campaign gave something. */
  takeTime(rule: CompiledRule): void {
    for (const meter of this.#of(rule)) {
      if (meter.limit.unit === "TIMES" && meter.taken.total === 0n) take(meter, { total: 1n, byLine: [] });
    }
  }

  /** All that was taken, each counter once. */
  counts(): Count[] {
    const byCounter = new Map<string, Count>();
    for (const { counter, most, taken } of [...this.#meters.values()].flat()) {
      if (taken.total === 0n) continue;
      const before = byCounter.get(counter);
      const stricter = before && before.most < most ? before.most : most;
      byCounter.set(counter, { counter, by: taken.total, most: stricter, byLine: taken.byLine });
    }
    return [...byCounter.values()];
  }

  #of(rule: CompiledRule): Meter[] {
    const { campaign, source } = rule;
    if (campaign.limits.length === 0) return [];
    let meters = this.#meters.get(campaign);
    if (!meters) {
      meters = campaign.limits.map((limit) => this.#meter(campaign, limit));
      this.#meters.set(campaign, meters);
    }
    return meters.filter(({ limit }) => limit.rule === null || limit.rule === source.rule);
  }

  #meter({ campaign }: CompiledCampaign, limit: Limit): Meter {
    const counter = counterOf(campaign, limit, this.#counted);
    const most = mostOf(limit);
    return { limit, counter, most, left: this.#room.get(counter) ?? most, taken: nothing };
  }

  #within({ limit, left, counter }: Meter, wanted: bigint, rule: CompiledRule): bigint {
    if (wanted <= left) return wanted;
    if (limit.over === "REST") {
      this.cut.set(rule, counter);
      return left > 0n ? left : 0n;
    }
    this.over.set(rule, { counter, rule: limit.rule });
    return wanted;
  }
}

function take(meter: Meter, parts: Parts): void {
  meter.left -= parts.total;
  meter.taken = added(meter.taken, parts);
}
