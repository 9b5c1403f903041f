import { decideApproval } from "#api/use-cases/approvals/decide-approval.ts";
import { decideDispute } from "#api/use-cases/disputes/decide-dispute.ts";
import { escalateDispute } from "#api/use-cases/disputes/escalate-dispute.ts";
import { openDispute } from "#api/use-cases/disputes/open-dispute.ts";
import { respondToDispute } from "#api/use-cases/disputes/respond-to-dispute.ts";
import { blockCard } from "#api/use-cases/members/block-card.ts";
import { blockMember } from "#api/use-cases/members/block-member.ts";
import { linkPerson } from "#api/use-cases/members/link-person.ts";
import { replaceCard } from "#api/use-cases/members/replace-card.ts";
import { signContract } from "#api/use-cases/partners/sign-contract.ts";
import { adjustPoints } from "#api/use-cases/points/adjust-points.ts";
import { capturePoints } from "#api/use-cases/points/capture-points.ts";
import { mergeMembers } from "#api/use-cases/points/merge-members.ts";
import { redeemPoints } from "#api/use-cases/points/redeem-points.ts";
import { reservePoints } from "#api/use-cases/points/reserve-points.ts";
import { transferPoints } from "#api/use-cases/points/transfer-points.ts";
import type { LineInput } from "#api/use-cases/purchases/receipt.ts";
import { recordPurchase } from "#api/use-cases/purchases/record-purchase.ts";
import { returnPurchase } from "#api/use-cases/purchases/return-purchase.ts";
import { basketOf } from "./baskets.ts";
import { demoPartners } from "./coalition.ts";
import { demoPeople } from "./people.ts";
import { inviteNewcomer } from "./set-up.ts";
import { memberOn, partnerOn, type Stage, type StageMember } from "./stage.ts";

/** What happens to somebody besides everyday shopping, so many days before the visitor comes. */
export type Scene = { daysAgo: number; tell(stage: Stage): Promise<unknown> };

const KITCHEN_DAYS_AGO = 255;

export const scenes: readonly Scene[] = [
  {
    // Ana's great purchase: most of its points are still hers, and they lapse soon.
    daysAgo: KITCHEN_DAYS_AGO,
    tell: (stage) => buy(stage, memberOn(stage, "Ana Kavaliova"), "SKARB", "WEB-KITCHEN", kitchen),
  },
  { daysAgo: 180, tell: raiseGrocersRate },
  { daysAgo: 300, tell: letPeopleSignIn },
  {
    daysAgo: 120,
    tell: async (stage) => {
      const [into, from] = [memberOn(stage, "Kastus Mialeshka", 0), memberOn(stage, "Kastus Mialeshka", 1)];
      await mergeMembers(stage.deps, stage.office.clerk, {
        fromMemberId: from.id,
        intoMemberId: into.id,
        reason: "The same person enrolled twice, at the station and at the pharmacy",
        idempotencyKey: stage.key("merge"),
      });
    },
  },
  { daysAgo: 95, tell: (stage) => dispute(stage, "decided", { claimant: "KALASOK", reasonCode: "D21" }) },
  {
    daysAgo: 92,
    tell: (stage) =>
      respondToDispute(
        stage.deps,
        ownerOfRedeemer(stage, "decided"),
        answerOf(stage, "decided", "The slip is signed; the amount is right."),
      ),
  },
  {
    daysAgo: 90,
    tell: (stage) =>
      escalateDispute(
        stage.deps,
        partnerOn(stage, "KALASOK").owner,
        answerOf(stage, "decided", "The slip shows half of it."),
      ),
  },
  { daysAgo: 84, tell: decideHalf },
  {
    daysAgo: 75,
    tell: (stage) => payBankFee(stage, memberOn(stage, "Ana Kavaliova"), 300n),
  },
  { daysAgo: 60, tell: (stage) => give(stage, "Piotr Zhuk", "Hanna Zhuk", "For the holidays") },
  {
    daysAgo: 50,
    tell: (stage) => takeBack(stage, "Janka Buslau", 25n, "Receipt entered for the wrong member", "decided"),
  },
  { daysAgo: 45, tell: loseCard },
  { daysAgo: 43, tell: replaceLostCard },
  {
    daysAgo: 33,
    tell: (stage) =>
      adjustPoints(stage.deps, stage.office.clerk, {
        memberId: memberOn(stage, "Ana Kavaliova").id,
        points: 500n,
        reason: "Sorry for the wait on the hotline",
        idempotencyKey: stage.key("goodwill"),
      }),
  },
  { daysAgo: 30, tell: (stage) => reserve(stage, "Janka Buslau", "BUSEL", 100n) },
  { daysAgo: 28, tell: (stage) => reserveAndCapture(stage, "Hanna Zhuk", "LIPA", { reserved: 200n, captured: 160n }) },
  { daysAgo: 20, tell: (stage) => give(stage, "Piotr Zhuk", "Hanna Zhuk", "Household") },
  {
    daysAgo: 15,
    tell: (stage) =>
      blockMember(stage.deps, stage.office.risk, {
        memberId: lastNeighbour(stage).id,
        reason: "Card lent to strangers",
      }),
  },
  { daysAgo: 13, tell: (stage) => buy(stage, memberOn(stage, "Maryna Dudko"), "KALASOK", "TV-1", television) },
  { daysAgo: 12, tell: (stage) => dispute(stage, "responded", { claimant: "KALASOK", reasonCode: "D10" }) },
  { daysAgo: 10, tell: (stage) => inviteNewcomer(stage.deps, stage.office, stage.key) },
  { daysAgo: 9, tell: (stage) => spendAll(stage, memberOn(stage, "Maryna Dudko"), "SHLIAKH") },
  {
    daysAgo: 8,
    tell: (stage) =>
      respondToDispute(
        stage.deps,
        ownerOfRedeemer(stage, "responded"),
        answerOf(stage, "responded", "The member showed the card and an identity document."),
      ),
  },
  { daysAgo: 5, tell: (stage) => dispute(stage, "open", { claimant: "SHLIAKH", reasonCode: "D20" }) },
  { daysAgo: 4, tell: (stage) => buy(stage, memberOn(stage, "Bohdan Harbar"), "SKARB", "WEB-LAPTOP", laptop) },
  {
    // The points of the television are spent by now: the member owes them.
    daysAgo: 3,
    tell: async (stage) => {
      const [till] = partnerOn(stage, "KALASOK").tills;
      const slip = { purchase: { receiptNumber: "TV-1" }, receiptNumber: "R-TV-1" };
      await returnPurchase(stage.deps, till.actor, { ...slip, idempotencyKey: stage.key("return") });
    },
  },
  { daysAgo: 2, tell: (stage) => takeBack(stage, "Janka Buslau", 40n, "Receipt entered twice", "waiting") },
];

const kitchen: readonly LineInput[] = [
  {
    sku: "KITCHEN-OAK",
    name: "Kitchen, oak, 3.2 m",
    category: "home",
    amountE6: 5_490_000_000n,
    discountE6: 610_000_000n,
  },
  { sku: "FITTING", name: "Delivery and fitting", category: "services", kind: "SERVICE", amountE6: 390_000_000n },
];
const television: readonly LineInput[] = [
  { sku: "TV-55", name: "Television, 55 inches", category: "electronics", amountE6: 1_899_000_000n },
];
const laptop: readonly LineInput[] = [
  { sku: "LAPTOP-14", name: "Laptop, 14 inches", category: "electronics", amountE6: 2_790_000_000n },
  { sku: "SLEEVE", name: "Sleeve", category: "accessories", amountE6: 49_900_000n },
];

async function buy(
  stage: Stage,
  member: StageMember,
  partner: string,
  receiptNumber: string,
  lines: readonly LineInput[],
) {
  const [till] = partnerOn(stage, partner).tills;
  const idempotencyKey = stage.key("purchase");
  const shown = { kind: "CARD", value: member.card } as const;
  await recordPurchase(stage.deps, till.actor, { member: shown, ...basketOf(lines), receiptNumber, idempotencyKey });
}

/** Members of the sign-in list see their own wallet. */
async function letPeopleSignIn(stage: Stage): Promise<void> {
  for (const person of demoPeople) {
    if (person.of !== "member") continue;
    const { id } = memberOn(stage, person.name);
    await linkPerson(stage.deps, stage.office.clerk, { memberId: id, email: person.email });
  }
}

async function raiseGrocersRate(stage: Stage): Promise<void> {
  const grocer = demoPartners.find(({ code }) => code === "KALASOK");
  if (!grocer) return;
  await signContract(stage.deps, stage.office.finance, {
    partnerId: partnerOn(stage, grocer.code).id,
    ...grocer.terms,
    earnBps: 200,
    redeemRateE6: 8_900n,
    idempotencyKey: stage.key("contract"),
  });
}

async function payBankFee(stage: Stage, member: StageMember, points: bigint): Promise<void> {
  const till = partnerOn(stage, "SVITANAK").tills[1] ?? partnerOn(stage, "SVITANAK").tills[0];
  await redeemPoints(stage.deps, till.actor, {
    member: { kind: "CARD", value: member.card },
    points,
    reason: "Commission for a transfer",
    idempotencyKey: stage.key("fee"),
  });
}

/** Half of what the giver has: a family keeps its points together. */
async function give(stage: Stage, from: string, to: string, reason: string): Promise<void> {
  const giver = memberOn(stage, from);
  const points = (await availableTo(stage, giver)) / 2n;
  if (points === 0n) return;
  const receiver = { kind: "CARD", value: memberOn(stage, to).card } as const;
  await transferPoints(stage.deps, giver.actor, { to: receiver, points, reason, idempotencyKey: stage.key("gift") });
}

async function spendAll(stage: Stage, member: StageMember, partner: string): Promise<void> {
  const points = await availableTo(stage, member);
  const [till] = partnerOn(stage, partner).tills;
  await redeemPoints(stage.deps, till.actor, {
    member: { kind: "CARD", value: member.card },
    points,
    reason: "Petrol for the way to the sea",
    idempotencyKey: stage.key("redeem"),
  });
}

async function availableTo({ deps }: Stage, { id }: StageMember): Promise<bigint> {
  return (await deps.db.wallet.findUniqueOrThrow({ where: { memberId: id } })).available;
}

/** Points against a member take two people; `waiting` leaves it to the visitor. */
async function takeBack(stage: Stage, name: string, points: bigint, reason: string, end: "waiting" | "decided") {
  const { deps, office } = stage;
  const member = memberOn(stage, name);
  const lot = await deps.db.lot.findFirst({
    where: { memberId: member.id, available: { gte: points } },
    orderBy: { earnedAt: "desc" },
  });
  if (!lot) return;
  const { approval } = await adjustPoints(deps, office.clerk, {
    memberId: member.id,
    points,
    takeFromLotId: lot.id,
    reason,
    idempotencyKey: stage.key("adjust"),
  });
  if (end === "waiting" || !approval) return;
  await decideApproval(deps, office.finance, {
    approvalId: approval.id,
    decision: "APPROVE",
    note: "Checked at the till",
  });
}

async function loseCard(stage: Stage): Promise<void> {
  const card = await stage.deps.db.card.findUniqueOrThrow({
    where: { number: memberOn(stage, "Volha Sidarovich").card },
  });
  await blockCard(stage.deps, stage.office.clerk, { cardId: card.id, reason: "Lost on the train" });
  stage.remembered.set("lost card", card.id);
}

async function replaceLostCard(stage: Stage): Promise<void> {
  const volha = memberOn(stage, "Volha Sidarovich");
  const card = await replaceCard(stage.deps, stage.office.clerk, {
    cardId: stage.remembered.get("lost card") ?? "",
    reason: "Lost on the train",
    idempotencyKey: stage.key("card"),
  });
  volha.card = card.number ?? volha.card;
}

async function reserve(stage: Stage, name: string, partner: string, points: bigint) {
  const [till] = partnerOn(stage, partner).tills;
  const member = { kind: "CARD", value: memberOn(stage, name).card } as const;
  return reservePoints(stage.deps, till.actor, { member, points, idempotencyKey: stage.key("reserve") });
}

async function reserveAndCapture(
  stage: Stage,
  name: string,
  partner: string,
  how: { reserved: bigint; captured: bigint },
) {
  const { redemption } = await reserve(stage, name, partner, how.reserved);
  const [till] = partnerOn(stage, partner).tills;
  const taken = { reservationId: redemption.id, points: how.captured, idempotencyKey: stage.key("capture") };
  await capturePoints(stage.deps, till.actor, taken);
}

type Claim = { claimant: string; reasonCode: "D10" | "D20" | "D21" };

/** The claimant challenges half of the newest redemption of its points elsewhere. */
async function dispute(stage: Stage, name: string, { claimant, reasonCode }: Claim): Promise<void> {
  const { id: claimantId, owner } = partnerOn(stage, claimant);
  const known = await stage.deps.db.dispute.findMany({ select: { burnId: true } });
  const burn = await stage.deps.db.burn.findFirst({
    where: {
      id: { notIn: known.map(({ burnId }) => burnId) },
      state: "CAPTURED",
      redeemerId: { not: claimantId },
      slices: { some: { issuerId: claimantId, points: { gte: 20n }, restored: 0n } },
    },
    include: { slices: true },
    orderBy: { capturedAt: "desc" },
  });
  if (!burn) throw new Error(`No redemption of ${claimant}'s points is there to dispute.`);
  const charged = burn.slices
    .filter(({ issuerId }) => issuerId === claimantId)
    .reduce((sum, slice) => sum + slice.points - slice.restored, 0n);
  const { id, respondentId } = await openDispute(stage.deps, owner, {
    redemptionId: burn.id,
    points: (charged + 1n) / 2n,
    reasonCode,
    idempotencyKey: stage.key("dispute"),
  });
  stage.remembered.set(`dispute ${name}`, id);
  stage.remembered.set(`respondent ${name}`, respondentId);
}

function ownerOfRedeemer(stage: Stage, name: string) {
  const respondentId = stage.remembered.get(`respondent ${name}`);
  const respondent = stage.partners.values().find(({ id }) => id === respondentId);
  if (!respondent) throw new Error(`Nobody answers the ${name} dispute.`);
  return respondent.owner;
}

function answerOf(stage: Stage, name: string, reason: string) {
  return { disputeId: stage.remembered.get(`dispute ${name}`) ?? "", reason };
}

async function decideHalf(stage: Stage): Promise<void> {
  const disputeId = stage.remembered.get("dispute decided") ?? "";
  const { points } = await stage.deps.db.dispute.findUniqueOrThrow({ where: { id: disputeId } });
  const reason = "Half of it is on the slip, half is not";
  const decision = { disputeId, upheldPoints: points / 2n, reason, idempotencyKey: stage.key("decision") };
  await decideDispute(stage.deps, stage.office.finance, decision);
}

function lastNeighbour({ members }: Stage): StageMember {
  const last = members.at(-1);
  if (!last) throw new Error("Nobody was enrolled.");
  return last;
}
