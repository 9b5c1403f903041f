import type { Words } from "#api/engine/campaign.ts";
import { newId } from "#api/kernel/ids.ts";
import type { StaffRole, Tx } from "#api/sql/rows.ts";

/** What a notice names: text that is the same for everybody, or what somebody called it in the languages they wrote. */
export type Fact = string | Words;

/** Something a person should know; the portal has the words for the kind, and puts the facts into them. */
export type News = {
  kind: NoticeKind;
  facts: Readonly<Record<string, Fact>>;
  /** A path of the portal, without the language. */
  href: string | null;
  at: Date;
};

/** Every kind of news there is; each has its words in the portal. */
export const noticeKinds = {
  EXPORT_READY: "A file that was asked for is ready.",
  EXPORT_FAILED: "A file that was asked for could not be made.",
  APPROVAL_WAITING: "A deed waits for a second person.",
  APPROVAL_DECIDED: "A deed that was laid before a second person is decided.",
  STATEMENT_PUBLISHED: "A statement is there to be looked at.",
  OBLIGATION_OVERDUE: "Money that was due did not come.",
  EXPOSURE_ALARM: "An exposure came near its limit.",
  PREPAID_LOW: "Points bought in advance run out.",
  DISPUTE_OPENED: "The other side opened a dispute.",
  DISPUTE_ANSWERED: "The other side answered a dispute.",
  DISPUTE_ESCALATED: "A dispute goes to the operator, which decides it.",
  DISPUTE_DUE: "A dispute waits for a word, and its deadline is near.",
  DISPUTE_RESOLVED: "A dispute is resolved.",
  PAYMENT_REJECTED: "The bank refused or returned a payment.",
  BREAKS_FOUND: "A comparison found what does not agree.",
  PARTNER_DEFAULTED: "A partner is in default.",
  PARTNER_EXIT: "A partner gave notice, or is out.",
  CAMPAIGN_STOPPED: "Somebody of another house paused or ended a campaign.",
  CAMPAIGN_JOINABLE: "The coalition runs a campaign that partners can join.",
  SIMULATION_DONE: "A campaign was tried on receipts of the past.",
  SIMULATION_FAILED: "A campaign could not be tried on receipts of the past.",
  CODE_GUESSING: "Somebody tries codes of coupons or clubs that do not exist, one after the other.",
  COUPONS_READY: "The codes of a pool are made.",
  POINTS_RECEIVED: "Another member gave points.",
  COUPON_RECEIVED: "Another member gave a coupon.",
  POOL_INVITED: "A household asks the member in.",
  REFERRAL_REWARDED: "A friend bought for the first time, and both got their points.",
  CLAIM_OPENED: "A member misses the points of a receipt.",
  CLAIM_DECIDED: "The partner answered a member's claim.",
  CLAIM_OVERDUE: "A partner did not answer a claim in time.",
  TIER_REACHED: "The member reached a tier.",
  TIER_LOWERED: "The member stands on a lower tier.",
  EVENT_PLACE_FREED: "The member waited for a place at an event and has it.",
  EVENT_CANCELLED: "An event the member had a place at does not take place.",
  CLUB_INVITATION: "The member is asked into a club.",
  PLAN_LAPSED: "The member's plan is no longer paid for.",
  PRIZE_WON: "The member won a prize of a draw.",
  REWARD_READY: "What the member ordered lies ready to be collected.",
  CHALLENGE_REACHED: "The member reached a challenge and got what it gives.",
  VELOCITY_CASE: "Somebody went over the limit of a velocity rule.",
  DELETION_REQUESTED: "A member asks that what is known about them be deleted.",
} as const;

export type NoticeKind = keyof typeof noticeKinds;

/** Tells one person, and rings their bell when the transaction commits. */
export async function notify(tx: Tx, { userId, ...news }: News & { userId: string }): Promise<void> {
  await tell(tx, [userId], news);
}

/** Tells many the same at once. */
export async function notifyPeople(tx: Tx, userIds: readonly string[], news: News): Promise<void> {
  await tell(tx, userIds, news);
}

/** Who works somewhere, with one of these roles. */
export type Audience = {
  /** Null: at the operator. */
  partnerId: string | null;
  roles: readonly StaffRole[];
  /** Whoever brought it about need not be told. */
  except?: string | null;
};

/** Tells everybody of a house whom it concerns. */
export async function notifyStaff(tx: Tx, { partnerId, roles, except }: Audience, news: News): Promise<void> {
  const staff = await tx.staff.findMany({
    where: { partnerId, roles: { hasSome: [...roles] } },
    select: { userId: true },
    orderBy: { userId: "asc" },
  });
  await tell(
    tx,
    staff.map(({ userId }) => userId).filter((userId) => userId !== except),
    news,
  );
}

async function tell(tx: Tx, userIds: readonly string[], { at, ...news }: News): Promise<void> {
  if (userIds.length === 0) return;
  await tx.notice.createMany({
    data: userIds.map((userId) => ({ id: newId("notice", at.getTime()), userId, createdAt: at, ...news })),
  });
  await ringPeople(tx, userIds);
}

/** A notification carries no more than 8000 bytes. */
const PEOPLE_PER_RING = 200;

/** Rings people's doorbells after the commit. */
export async function ringPeople(tx: Tx, userIds: readonly string[]): Promise<void> {
  for (let from = 0; from < userIds.length; from += PEOPLE_PER_RING) {
    const users = userIds.slice(from, from + PEOPLE_PER_RING);
    await tx.$executeRaw`SELECT pg_notify('doorbell', ${JSON.stringify({ users })})`;
  }
}
