import { blockMember } from "#api/use-cases/members/block-member.ts";
import { adjustPoints } from "#api/use-cases/points/adjust-points.ts";
import { mergeMembers } from "#api/use-cases/points/merge-members.ts";
import type { LineInput } from "#api/use-cases/purchases/receipt.ts";
import { returnPurchase } from "#api/use-cases/purchases/return-purchase.ts";
import {
  buy,
  give,
  lastNeighbour,
  letPeopleSignIn,
  loseCard,
  payBankFee,
  readNews,
  replaceLostCard,
  reserve,
  reserveAndCapture,
  spendAll,
  takeBack,
} from "./acts.ts";
import { campaigns } from "./campaigns.ts";
import { community } from "./community.ts";
import { grocersFile } from "./grocers-file.ts";
import { messages } from "./messages.ts";
import { offers } from "./offers.ts";
import { privileges } from "./privileges.ts";
import { prizes } from "./prizes.ts";
import { quarrels } from "./quarrels.ts";
import { changeTerms, leaveSoon, nearTheLimit, proposeTerms, recoverFromBooks } from "./risk.ts";
import { segments } from "./segments.ts";
import { inviteNewcomer } from "./set-up.ts";
import { memberOn, partnerOn, type Stage } from "./stage.ts";

/** What happens to somebody besides everyday shopping, so many days before the visitor comes. */
export type Scene = { daysAgo: number; tell(stage: Stage): Promise<unknown> };

const KITCHEN_DAYS_AGO = 255;

export const scenes: readonly Scene[] = [
  ...quarrels,
  ...grocersFile,
  ...campaigns,
  ...community,
  ...prizes,
  ...offers,
  ...messages,
  ...privileges,
  ...segments,
  {
    // Ana's great purchase: most of its points are still hers, and they lapse soon.
    daysAgo: KITCHEN_DAYS_AGO,
    tell: (stage) => buy(stage, memberOn(stage, "Ana Kavaliova"), "SKARB", "WEB-KITCHEN", kitchen),
  },
  {
    daysAgo: 180,
    tell: (stage) => changeTerms(stage, "KALASOK", { earnBps: 200, redeemRateE6: 8_900n }, "Spring offer"),
  },
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
  { daysAgo: 10, tell: readNews },
  { daysAgo: 10, tell: (stage) => inviteNewcomer(stage.deps, stage.office, stage.key) },
  { daysAgo: 9, tell: (stage) => spendAll(stage, memberOn(stage, "Maryna Dudko"), "SHLIAKH") },
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
  { daysAgo: 40, tell: recoverFromBooks },
  { daysAgo: 21, tell: (stage) => leaveSoon(stage, "BUSEL", "The cafes are sold to a chain with points of its own") },
  { daysAgo: 1, tell: (stage) => nearTheLimit(stage, "A great purchase; the next pay-in is sure") },
  {
    daysAgo: 1,
    tell: (stage) => proposeTerms(stage, "SKARB", { issueRateE6: 10_500n }, "Its returns cost us more than it pays"),
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
