import type { Needs } from "#api/engine/campaign-set.ts";
import { localDate } from "#api/engine/lot-dates.ts";
import type { MemberFacts } from "#api/engine/member-facts.ts";
import type { Place, Receipt } from "#api/engine/purchase.ts";
import type { WindowNeed, WindowValue } from "#api/engine/windows.ts";
import { findLastVisitsBefore } from "#api/ledger/read/member-days.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { memberFactsFor } from "#api/use-cases/purchases/member-facts.ts";
import { daysBefore } from "#api/use-cases/purchases/windows.ts";

export type FactsAsked = { memberId: string; receipt: Receipt; place: Place; needs: Needs };

/**
 * What was known about each buyer when the day of the receipt began, in the order of the receipts: what they did earlier
 * that day is left out, for days are what is kept. Stamps are not among it: whoever tries receipts counts its own.
 */
export async function findPastFacts(deps: Deps, asked: readonly FactsAsked[]): Promise<MemberFacts[]> {
  const days = asked.map(({ receipt, place }) => localDate(receipt.occurredAt, place.timeZone));
  const visits = asked.some(({ needs }) => needs.member.has("lastVisitOn"))
    ? await findLastVisitsBefore(
        deps.db,
        asked.map(({ memberId }, nth) => ({ memberId, day: days[nth] ?? "" })),
      )
    : [];
  return Promise.all(
    asked.map(async ({ memberId, receipt: { partnerId }, place: { timeZone }, needs }, nth) => {
      const day = days[nth] ?? "";
      const ofOldDays = { ...needs, member: withoutVisit(needs.member) };
      const known = await memberFactsFor(deps, { memberId, partnerId, day: daysBefore(day, 1), timeZone }, ofOldDays);
      const windows = new Map([...(known.windows ?? []), ...(day.endsWith("-01") ? newMonth(needs.windows) : [])]);
      return { ...known, windows, lastVisitOn: visits[nth] ?? null };
    }),
  );
}

const withoutVisit = (fields: Needs["member"]): Needs["member"] =>
  new Set([...fields].filter((field) => field !== "lastVisitOn"));

/** On the first of a month nothing of it lies before the day. */
function newMonth(needs: readonly WindowNeed[]): [string, WindowValue][] {
  return needs
    .filter(({ name }) => name.includes("ThisMonth"))
    .map(({ key, name }) => [key, name === "partnersThisMonth" ? [] : 0n]);
}
