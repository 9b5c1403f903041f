import type { Difference } from "#api/engine/evaluate.ts";
import type { GivenDiscount, Receipt } from "#api/engine/purchase.ts";
import { spread } from "#api/engine/spread.ts";
import type { MoneyE6 } from "#api/kernel/money.ts";
import type { Budget } from "./budget.ts";
import type { Gift } from "./pass.ts";
import { deal, sumOf } from "./shares.ts";

/** Discounts as the till gave them, by the lines it gave them on, as far as they were granted in all. */
export function asStated(granted: readonly Gift[], receipt: Receipt, budget: Budget): Gift[] {
  const byCampaign = Map.groupBy(granted, ({ rule }) => rule.source.campaignId);
  return [...byCampaign].flatMap(([campaignId, gifts]) => {
    const stated = statedBy(campaignId, receipt);
    const most = sumOf(gifts.map(({ total }) => total));
    const said = sumOf(stated);
    const total = said < most ? said : most;
    const byLine = total === said ? stated : spread(total, stated);
    const dealt = deal(
      { total, byLine },
      gifts.map((gift) => gift.total),
    );
    return gifts.map((gift, index) => restated(gift, dealt[index]?.byLine ?? [], budget));
  });
}

/** What lies between the till's word and what was granted; nobody funds what is above that. */
export function differencesOf(granted: readonly Gift[], receipt: Receipt): Difference[] {
  const campaigns = new Set([...granted.map(({ rule }) => rule.source.campaignId), ...namedBy(receipt)]);
  return [...campaigns].flatMap((campaignId) => {
    const own = granted.filter(({ rule }) => rule.source.campaignId === campaignId);
    const stated = statedBy(campaignId, receipt);
    if (sumOf(stated) === sumOf(own.map(({ total }) => total))) return [];
    return receipt.lines.flatMap(({ seq }, line) => {
      const grantedE6 = sumOf(own.map(({ byLine }) => byLine[line] ?? 0n));
      const givenE6 = stated[line] ?? 0n;
      return givenE6 === grantedE6 ? [] : [{ seq, campaignId, givenE6, grantedE6 }];
    });
  });
}

function restated(gift: Gift, byLine: readonly MoneyE6[], budget: Budget): Gift {
  const total = sumOf(byLine);
  const lines = gift.byLine.map((amount, line) => (byLine[line] ?? 0n) - amount);
  budget.takeMoney(gift.rule, { total: total - gift.total, byLine: lines });
  return { ...gift, total, byLine };
}

function statedBy(campaignId: string, { lines, given }: Receipt): MoneyE6[] {
  const own = (given ?? []).filter((discount) => discount.campaignId === campaignId);
  return lines.map(({ seq }) => sumOf(own.filter((one) => one.seq === seq).map(({ amountE6 }) => amountE6)));
}

const namedBy = ({ given }: Receipt): string[] =>
  (given ?? []).map(({ campaignId }: GivenDiscount) => campaignId).toSorted();
