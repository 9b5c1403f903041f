import { systemActor } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import type { Deed, Movement } from "#api/ledger/movements.ts";
import { payObligations, showAtBank } from "#api/test/bank-day.ts";
import { day, earn, reserve, teller } from "#api/test/teller.ts";
import { type World, world } from "#api/test/world.ts";
import { approveCycle } from "#api/use-cases/cycles/approve-cycle.ts";
import { closeCycle } from "#api/use-cases/cycles/close-cycle.ts";
import { concedeDispute } from "#api/use-cases/disputes/concede-dispute.ts";
import { openDispute } from "#api/use-cases/disputes/open-dispute.ts";

export type Story = World & { disputedBurnId: string };

/**
 * A small book in which everything happens at least once: receipts and returns, pending and matured points, all fates
 * of a reservation, a budget, a discount others pay for, debt and its recovery, expiry, goodwill, transfer, merge, every
 * way to pay for points, lots blocked and cut, one cycle settled, one in review, one dispute decided and one open.
 */
export async function richBook(): Promise<Story> {
  const w = await world({ at: day("2026-03-10"), ana: { points: 2_000n } });
  await march(w);
  const disputedBurnId = await fates(w);
  await otherFundings(w);
  await settleMarch(w);
  await april(w, disputedBurnId);
  return { ...w, disputedBurnId };
}

async function march(w: World): Promise<void> {
  const { clock, grocer, fuel, pharmacy, ana, bohdan } = w;
  const tell = teller(w);
  const parts = [grocer, fuel].map(({ id }) => ({ partnerId: id, amountE6: 50_000_000n }));
  await tell({}, { kind: "collateralIn", parts }, { kind: "lossPoolIn", parts });
  const terms = { issuerId: fuel.id, funding: "ON_ISSUE", issueRateE6: 10_000n, fundedRateE6: 10_000n } as const;
  const lot = { ...terms, memberId: bohdan.id, points: 200n, availableAt: clock.now(), expiresAt: day("2026-03-20") };
  await tell({}, { kind: "open", lots: [lot] });
  const bought = newId("purchase");
  await tell(
    {
      at: grocer,
      purchase: receipt(bought, ana.id, { earned: 800n }),
      counts: [{ counter: "budget", by: 800n, most: 1_000n }],
    },
    earn(grocer, ana.id, 800n, bought),
  );
  await tell({ at: fuel }, { ...earn(fuel, bohdan.id, 600n), maturesAt: day("2026-03-12") });
  const [burnId, spent] = [newId("burn"), newId("purchase")];
  const discounted = { purchaseId: spent, memberId: ana.id, payeeId: pharmacy.id };
  const sharesOf = (grocers: bigint, operators: bigint) => [
    { payerId: grocer.id, amountE6: grocers },
    { payerId: null, amountE6: operators },
  ];
  await tell(
    { at: pharmacy, purchase: { ...receipt(spent, ana.id, { earned: 50n, used: 300n }), fundedE6: 3_000_000n } },
    { ...reserve(pharmacy, ana.id, 300n), burnId, purchaseId: spent },
    { kind: "capture", burnId, points: 300n, redeemRateE6: 8_500n, onUsPolicy: "FULL" },
    { ...earn(pharmacy, ana.id, 50n, spent), maturesAt: day("2026-06-01") },
    { kind: "fundDiscount", ...discounted, parts: sharesOf(1_800_000n, 1_200_000n) },
  );
  await tell(
    {
      at: pharmacy,
      purchaseReturn: { ...slip(spent, ana.id, { clawed: 20n, restored: 100n }), fundedE6: 1_000_000n },
    },
    { kind: "returnRedemption", burnId, points: 100n, graceExpiresAt: null },
    { kind: "clawback", memberId: ana.id, purchaseId: spent, points: 20n },
    { kind: "returnDiscount", ...discounted, parts: sharesOf(600_000n, 400_000n) },
  );
  clock.set(day("2026-03-12"));
  await tell({}, { kind: "mature", memberId: bohdan.id });
}

/** What can become of points; answers a redemption that will be disputed. */
async function fates(w: World): Promise<string> {
  const { deps, clock, grocer, fuel, pharmacy, ana, bohdan } = w;
  const tell = teller(w);
  const cyril = await newMember(w);
  const dora = await newMember(w);
  const ids = Array.from({ length: 5 }, () => newId("burn")) as [string, string, string, string, string];
  const [disputed, onUs, released, debtor, again] = ids;
  const taken = { kind: "capture", redeemRateE6: 8_500n, onUsPolicy: "FULL" } as const;
  await tell({ at: pharmacy }, { ...reserve(pharmacy, ana.id, 400n), burnId: disputed });
  await tell({ at: pharmacy }, { ...taken, burnId: disputed, points: 350n });
  await tell({ at: grocer }, { ...reserve(grocer, ana.id, 100n), burnId: onUs });
  await tell({ at: grocer }, { ...taken, burnId: onUs, points: 100n, onUsPolicy: "MARGIN_FREE" });
  await tell({ at: fuel }, { ...reserve(fuel, ana.id, 30n), burnId: released });
  await tell({ at: fuel }, { kind: "release", burnId: released, graceExpiresAt: null, timedOut: false });
  await tell({ at: fuel }, { ...reserve(fuel, bohdan.id, 120n), expiresAt: day("2026-09-01") });
  await tell({}, { kind: "transfer", fromMemberId: ana.id, toMemberId: bohdan.id, points: 120n });
  const bought = newId("purchase");
  await tell({ at: grocer, purchase: receipt(bought, cyril, { earned: 100n }) }, earn(grocer, cyril, 100n, bought));
  await tell(
    { at: pharmacy },
    { ...reserve(pharmacy, cyril, 100n), burnId: debtor },
    { ...taken, burnId: debtor, points: 100n },
  );
  const back = slip(bought, cyril, { clawed: 100n });
  await tell(
    { at: grocer, purchaseReturn: back },
    { kind: "clawback", memberId: cyril, purchaseId: bought, points: 100n },
  );
  await tell({ at: fuel }, earn(fuel, cyril, 40n));
  await tell({ at: pharmacy }, { ...earn(pharmacy, dora, 30n), maturesAt: day("2026-06-01") }, earn(grocer, dora, 15n));
  await tell({ at: fuel }, { ...reserve(fuel, dora, 5n), burnId: again, expiresAt: day("2026-09-01") });
  await tell({}, { kind: "merge", fromMemberId: dora, intoMemberId: ana.id });
  clock.set(day("2026-03-21"));
  await tell({}, { kind: "expire", memberId: bohdan.id, operatorShareBps: new Map([[fuel.id, 6_000]]) });
  const { id: issuerId } = await deps.db.partner.findFirstOrThrow({ where: { isOperator: true } });
  const terms = { issuerId, funding: "ON_ISSUE", issueRateE6: 10_000n, fundedRateE6: 10_000n } as const;
  await tell({}, { kind: "adjustCredit", memberId: ana.id, points: 25n, terms, expiresAt: null });
  await tell(
    {},
    {
      kind: "fee",
      cycleId: null,
      fees: [grocer, fuel].map(({ id }) => ({ partnerId: id, amountE6: 2_000_000n })),
    },
  );
  return disputed;
}

/** Cinema pays a part when its points become available, Kiosk for all of them in advance. */
async function otherFundings(w: World): Promise<void> {
  const { pharmacy } = w;
  const tell = teller(w);
  const [elena, kiosk, cinema] = [await newMember(w), await newIssuer(w, "KIOSK"), await newIssuer(w, "CINEMA")];
  const pack = (points: bigint, priceE6: bigint) =>
    ({ kind: "buyPack", packId: newId("prepaidPack"), partnerId: kiosk, points, priceE6 }) as const;
  await tell({}, pack(100n, 9_000n));
  await tell({}, pack(200n, 9_500n));
  const [bought, brought] = [newId("purchase"), newId("lot")];
  const prepaid = { issuerId: kiosk, funding: "PREPAID", issueRateE6: 9_500n, fundedRateE6: 9_500n } as const;
  const split = { issuerId: cinema, funding: "SPLIT", issueRateE6: 10_000n, fundedRateE6: 4_000n } as const;
  const earned = { ...earn(pharmacy, elena, 120n, bought), expiresAt: day("2028-05-31") };
  await tell({}, { ...earned, terms: prepaid });
  await tell({}, { ...earned, points: 50n, purchaseId: brought, maturesAt: day("2026-06-01"), terms: prepaid });
  await tell({}, { kind: "clawback", memberId: elena, purchaseId: brought, points: 10n });
  await tell({}, { ...earned, points: 200n, terms: split });
  await tell({}, { ...earned, points: 80n, purchaseId: null, terms: split });
  const burnId = newId("burn");
  await tell({}, { ...reserve(pharmacy, elena, 250n), burnId });
  await tell({}, { kind: "capture", burnId, points: 250n, redeemRateE6: 8_500n, onUsPolicy: "FULL" });
  await tell({}, { kind: "returnRedemption", burnId, points: 100n, graceExpiresAt: null });
  await tell({}, { kind: "clawback", memberId: elena, purchaseId: bought, points: 40n });
  const lots = await w.deps.db.lot.findMany({ where: { issuerId: cinema }, orderBy: { id: "asc" } });
  const lotIds = lots.map(({ id }) => id);
  await tell({}, { kind: "blockLots", memberId: elena, lotIds });
  await tell({}, { kind: "haircut", memberId: elena, lotIds, shareBps: 1_250 });
  await tell({}, { kind: "unblockLots", memberId: elena, lotIds: lotIds.slice(1) });
}

async function newIssuer({ deps: { db } }: World, code: string): Promise<string> {
  const id = newId("partner");
  const name = code.charAt(0) + code.slice(1).toLowerCase();
  await db.partner.create({ data: { id, code, name, category: "shop", status: "ACTIVE" } });
  await db.exposure.create({ data: { partnerId: id } });
  return id;
}

async function settleMarch({ deps, clock, operator, cycleId }: World): Promise<void> {
  clock.set(day("2026-04-02"));
  await closeCycle(deps, systemActor, { cycleId, reason: "Month end", idempotencyKey: `close ${cycleId}` });
  await approveCycle(deps, operator, { cycleId });
  // Bohdan's opening points came with the money of their fund.
  await showAtBank(deps, await payObligations(deps, cycleId), 2_000_000n);
}

async function april(w: World, redemptionId: string): Promise<void> {
  const { deps, clock, grocer, pharmacy, ana } = w;
  const tell = teller(w);
  const dispute = { redemptionId, reasonCode: "D21" } as const;
  const first = await openDispute(deps, grocer.finance, { ...dispute, points: 50n, idempotencyKey: "first dispute" });
  await concedeDispute(deps, pharmacy.finance, { disputeId: first.id });
  await openDispute(deps, grocer.finance, { ...dispute, points: 60n, idempotencyKey: "second dispute" });
  const late = { kind: "returnRedemption", burnId: redemptionId, points: 10n, graceExpiresAt: null } as const;
  await tell({ at: pharmacy }, late);
  await tell({ at: grocer }, earn(grocer, ana.id, 70n));
  await claimMoney(w, redemptionId);
  await strangeMoney(w);
  const { id: cycleId } = await deps.db.cycle.findFirstOrThrow({ where: { state: "OPEN" } });
  clock.set(day("2026-05-01"));
  await closeCycle(deps, systemActor, { cycleId, reason: "Month end", idempotencyKey: `close ${cycleId}` });
}

/** Pharmacy says that it was paid too little, and is right about half of it. */
async function claimMoney({ deps, clock, grocer, pharmacy, ...w }: World, burnId: string): Promise<void> {
  const disputeId = newId("dispute");
  const [at, about] = [clock.now(), { disputeId, burnId }];
  const [claimantId, respondentId] = [pharmacy.id, grocer.id];
  const tell = teller({ deps, clock });
  await tell({}, { kind: "holdDispute", ...about, respondentId, amountE6: 800_000n });
  await tell(
    {},
    { kind: "payClaim", ...about, claimantId, amountE6: 400_000n },
    { kind: "rejectDispute", ...about, respondentId, amountE6: 400_000n },
  );
  const who = { claimantId, respondentId, openedBy: w.operator.kind, openedAt: at, decidedAt: at };
  const ended = { state: "RESOLVED", outcome: "SPLIT", upheldPoints: 0n, upheldE6: 400_000n } as const;
  const claim = { burnId, reasonCode: "D60", points: 0n, heldE6: 800_000n };
  await deps.db.dispute.create({ data: { id: disputeId, ...who, ...claim, ...ended } });
}

/** A receipt that nobody owed, a debit that nobody ordered; both are in the books at once, as the bank has them. */
async function strangeMoney({ deps, clock }: World): Promise<void> {
  const tell = teller({ deps, clock });
  const { closingE6 } = await deps.db.bankStatement.findFirstOrThrow();
  const shown = async (amountE6: bigint, movement: Movement) => {
    const { deedId } = await tell({}, movement);
    const { id: entryId } = await deps.db.entry.findFirstOrThrow({ where: { deedId } });
    return { entryId, amountE6 };
  };
  clock.set(day("2026-04-20"));
  const receipt = await shown(5_000_000n, { kind: "receiptUnmatched", amountE6: 5_000_000n });
  const debit = await shown(-350_000n, { kind: "debitUnexplained", amountE6: 350_000n });
  await showAtBank(deps, [receipt, debit], closingE6);
  await tell({}, { kind: "debitExplained", as: "BANK_CHARGES", amountE6: 350_000n });
}

function receipt(id: string, memberId: string, { earned = 0n, used = 0n }): NonNullable<Deed["purchase"]> {
  const money = { totalE6: 50_000_000n, paidE6: 40_000_000n };
  const paper = { receiptNumber: id.slice(-6), businessDate: "2026-03-10", lines: [], payments: [], explanation: {} };
  return { id, memberId, ...paper, ...money, pointsEarned: earned, pointsSpent: used };
}

function slip(
  purchaseId: string,
  memberId: string,
  { clawed = 0n, restored = 0n },
): NonNullable<Deed["purchaseReturn"]> {
  const paper = { id: newId("purchaseReturn"), receiptNumber: purchaseId.slice(-6), lines: [] };
  return {
    ...paper,
    purchaseId,
    memberId,
    seq: 0,
    amountE6: 10_000_000n,
    paidE6: 8_000_000n,
    last: false,
    pointsClawed: clawed,
    pointsRestored: restored,
  };
}

async function newMember({ deps, clock, grocer }: World): Promise<string> {
  const id = newId("member");
  await deps.db.member.create({ data: { id, enrolledAt: clock.now(), enrolledAtPartnerId: grocer.id } });
  await deps.db.wallet.create({ data: { memberId: id } });
  return id;
}
