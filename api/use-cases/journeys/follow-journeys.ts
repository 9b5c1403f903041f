import { localDate } from "#api/engine/lot-dates.ts";
import { formatMoney } from "#api/kernel/money.ts";
import { OPERATOR } from "#api/use-cases/campaigns/houses.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import type { Follower, Recorded } from "#api/use-cases/following/followers.ts";
import { BOUGHT } from "#api/use-cases/journeys/advance-journeys.ts";
import { storedJourney } from "#api/use-cases/journeys/definition.ts";
import { enterJourney, liveJourneys, tillsOf } from "#api/use-cases/journeys/enter-journey.ts";
import { findWording } from "#api/use-cases/messages/own-words.ts";
import { tellMember } from "#api/use-cases/messages/tell-member.ts";
import { findProgramme } from "#api/use-cases/programme/read-programme.ts";
import type { RecordedPurchase } from "#api/use-cases/purchases/find-purchases.ts";

/**
 * What receipts mean for journeys and messages: whoever bought leaves the journeys that wanted just that, first purchases and
 * campaigns let members begin, and campaigns' messages are written.
 */
export const followJourneys: Follower = async (deps, { purchases }) => {
  if (purchases.length === 0) return;
  await stopBuyers(deps, purchases);
  await firstPurchases(deps, purchases);
  const told = purchases.filter(({ granted }) =>
    granted.effects.some(({ kind }) => kind === "message" || kind === "startJourney"),
  );
  for (const purchase of told) await effectsOf(deps, purchase);
};

/** Who has begun after the purchase has nothing to do with it: tills send receipts late. */
async function stopBuyers({ db, clock }: Deps, purchases: Recorded["purchases"]): Promise<void> {
  const runs = await db.journeyRun.findMany({
    where: { state: "RUNNING", memberId: { in: purchases.map(({ memberId }) => memberId) } },
    include: { version: { include: { journey: true } } },
  });
  const at = clock.now();
  const bought = runs.filter(({ version, memberId, enteredAt }) => {
    const tills = tillsOf(version);
    const isWanted = (one: RecordedPurchase) =>
      one.memberId === memberId && one.occurredAt > enteredAt && (tills === null || one.partnerId === tills);
    return storedJourney(version).stopsOnPurchase && purchases.some(isWanted);
  });
  await db.journeyRun.updateMany({
    where: { id: { in: bought.map(({ id }) => id) }, state: "RUNNING" },
    data: { state: "STOPPED", endedAt: at, dueAt: null, reason: BOUGHT },
  });
}

async function firstPurchases({ db, clock }: Deps, purchases: Recorded["purchases"]): Promise<void> {
  const journeys = await liveJourneys(db, "FIRST_PURCHASE");
  for (const { version } of journeys) {
    const tills = tillsOf(version);
    const there = purchases.filter(({ partnerId }) => tills === null || partnerId === tills);
    const firsts = await db.purchase.groupBy({
      by: ["memberId"],
      where: {
        memberId: { in: there.map(({ memberId }) => memberId) },
        ...(tills === null ? {} : { partnerId: tills }),
      },
      _min: { ord: true },
    });
    const ids = await db.purchase.findMany({
      where: { id: { in: there.map(({ id }) => id) }, ord: { in: firsts.flatMap(({ _min }) => _min.ord ?? []) } },
      select: { id: true, memberId: true },
    });
    const beginnings = ids.map(({ id, memberId }) => ({ memberId, cause: `first:${id}` }));
    await db.$transaction((tx) => enterJourney(tx, version, beginnings, clock.now()));
  }
}

/** What campaigns sent and began. A receipt that cannot be served is reported, and stops nobody else's. */
async function effectsOf(deps: Deps, purchase: RecordedPurchase): Promise<void> {
  for (const effect of purchase.granted.effects) {
    if (effect.kind !== "message" && effect.kind !== "startJourney") continue;
    const { campaignId } = effect.source;
    const campaign = await deps.db.campaign.findUnique({ where: { id: campaignId }, select: { partnerId: true } });
    const house = campaign?.partnerId ?? OPERATOR;
    const cause = `receipt:${purchase.id}:${campaignId}`;
    if (effect.kind === "message")
      await sendTemplate(deps, purchase, { house, template: effect.template, cause: `${cause}:${effect.template}` });
    else await begin(deps, purchase, { house, journey: effect.journey, cause });
  }
}

async function sendTemplate(
  deps: Deps,
  purchase: RecordedPurchase,
  { house, template, cause }: { house: string; template: string; cause: string },
) {
  const [wording, values] = await Promise.all([findWording(deps.db, house, template), valuesOf(deps, purchase)]);
  if (!wording) return deps.report?.(new Error(`a campaign sends the template ${template}, which is not there`));
  const { memberId } = purchase;
  await deps.db.$transaction((tx) =>
    tellMember(deps, tx, { memberId, house, wording, values, cause, at: deps.clock.now() }),
  );
}

/** Filled by a receipt: receiptVariables (messages/variables.ts). */
async function valuesOf(deps: Deps, { partnerId, pointsEarned, receiptNumber, occurredAt, totalE6 }: RecordedPurchase) {
  const [{ timeZone }, partner] = await Promise.all([
    findProgramme(deps),
    deps.db.partner.findUniqueOrThrow({ where: { id: partnerId }, select: { name: true } }),
  ]);
  return {
    points: String(pointsEarned),
    partner: partner.name,
    date: localDate(occurredAt, timeZone),
    receipt: receiptNumber,
    amount: formatMoney(totalE6),
  };
}

async function begin(
  { db, clock }: Deps,
  { memberId }: RecordedPurchase,
  { house, journey, cause }: { house: string; journey: string; cause: string },
) {
  const live = await liveJourneys(db, "CAMPAIGN");
  const named = live.find(({ version }) => version.journey.house === house && version.journey.name === journey);
  if (named) await db.$transaction((tx) => enterJourney(tx, named.version, [{ memberId, cause }], clock.now()));
}
