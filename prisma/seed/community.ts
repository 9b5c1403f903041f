import { type Actor, systemActor } from "#api/kernel/actor.ts";
import { Refusal } from "#api/kernel/refusal.ts";
import { decideApproval } from "#api/use-cases/approvals/decide-approval.ts";
import { proposeBankAccount } from "#api/use-cases/banking/propose-bank-account.ts";
import { confirmClaim } from "#api/use-cases/claims/decide-claim.ts";
import { openClaim } from "#api/use-cases/claims/open-claim.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { setCharity } from "#api/use-cases/donations/charities.ts";
import { donatePoints } from "#api/use-cases/donations/donate-points.ts";
import { followReceipts } from "#api/use-cases/following/follow-receipts.ts";
import { enrolMember } from "#api/use-cases/members/enrol-member.ts";
import { activatePartner } from "#api/use-cases/partners/activate-partner.ts";
import { addLegalEntity } from "#api/use-cases/partners/add-legal-entity.ts";
import { createPartner } from "#api/use-cases/partners/create-partner.ts";
import { signContract } from "#api/use-cases/partners/sign-contract.ts";
import { answerPoolInvitation } from "#api/use-cases/pools/answer-invitation.ts";
import { inviteToHousehold } from "#api/use-cases/pools/invite-to-household.ts";
import { putIntoPool, takeFromPool } from "#api/use-cases/pools/move-pool-points.ts";
import { openHousehold } from "#api/use-cases/pools/open-household.ts";
import { inviteFriend, openReferralCode } from "#api/use-cases/referral/invite-friend.ts";
import { proposeReferralTerms } from "#api/use-cases/referral/terms.ts";
import { setSpendGuard } from "#api/use-cases/spending/set-guard.ts";
import { ibanOf } from "./bank.ts";
import type { Scene } from "./scenes.ts";
import { DAY_MS, memberOn, type Office, partnerOn, type Stage } from "./stage.ts";

/** What bringing a friend is worth in the demo, agreed on its first day. */
export async function agreeReferralTerms(deps: Deps, { admin, finance }: Office, key: (verb: string) => string) {
  const points = { minimumE6: 20_000_000n, advocatePoints: 500n, friendPoints: 300n };
  const bounds = { monthMost: 10, dayMost: 5, joinDays: 30 };
  const asked = { reason: "Members bring the best members", idempotencyKey: key("referral-terms") };
  const { id: approvalId } = await proposeReferralTerms(deps, admin, { ...points, ...bounds, ...asked });
  await decideApproval(deps, finance, { approvalId, decision: "APPROVE" });
}

/** The code of whoever brought somebody, as they say it at the till where they enrol. */
export async function codeOf({ deps, members }: Stage, name: string): Promise<string | null> {
  const advocate = members.find((one) => one.name === name);
  return advocate ? (await openReferralCode(deps, advocate.actor, {})).code : null;
}

/** What the demo's members do with and for each other. */
export const community: readonly Scene[] = [
  // Bohdan's first purchases are told: Ana has brought him.
  { daysAgo: 300, tell: ({ deps }) => followReceipts(deps, systemActor) },
  { daysAgo: 36, tell: bringOneself },
  { daysAgo: 30, tell: household },
  { daysAgo: 18, tell: openCharity },
  { daysAgo: 9, tell: (stage) => claimReceipt(stage, "KVZ-004417", 4, "confirmed") },
  { daysAgo: 5, tell: invite },
  { daysAgo: 2, tell: (stage) => claimReceipt(stage, "KVZ-005093", 3, "open") },
  { daysAgo: 1, tell: guardPoints },
  { daysAgo: 1, tell: donate },
];

const ana = (stage: Stage) => memberOn(stage, "Ana Kavaliova");

/** Janka enrols again with the same telephone, to be his own friend. The hub lists the attempt. */
async function bringOneself(stage: Stage): Promise<void> {
  const { deps, key } = stage;
  const janka = memberOn(stage, "Janka Buslau");
  const own = await deps.db.identifier.findFirstOrThrow({ where: { memberId: janka.id, kind: "PHONE" } });
  const [till] = partnerOn(stage, "BUSEL").tills;
  const again = { name: "J. Buslau", identifiers: [{ kind: "PHONE" as const, value: own.value }] };
  const referralCode = await codeOf(stage, janka.name);
  await enrolMember(deps, till.actor, { ...again, referralCode, idempotencyKey: key("enrol") }).catch(refused);
}

function refused(problem: unknown): void {
  if (!(problem instanceof Refusal) || problem.code !== "REFERRAL_REFUSED") throw problem;
}

/** Ana and Bohdan spend one pool; Maryna was asked in and has not answered. */
async function household(stage: Stage): Promise<void> {
  const { deps, key } = stage;
  const { actor } = ana(stage);
  const { id: poolId } = await openHousehold(deps, actor, { name: "Zialony Luh 12", idempotencyKey: key("household") });
  const ask = (name: string) =>
    inviteToHousehold(deps, actor, { poolId, member: { memberId: memberOn(stage, name).id }, monthMost: 300n });
  await ask("Bohdan Harbar");
  await ask("Maryna Dudko");
  const bohdan = memberOn(stage, "Bohdan Harbar").actor;
  await answerPoolInvitation(deps, bohdan, { poolId, answer: "ACCEPT" });
  await putIntoPool(deps, actor, { poolId, points: 400n, idempotencyKey: key("pool") });
  await takeFromPool(deps, bohdan, { poolId, points: 60n, idempotencyKey: key("pool") });
}

/** A charity joins: it gives no points and is paid for those it is given. */
async function openCharity({ deps, office, key, remembered }: Stage): Promise<void> {
  const named = { code: "DABRO", name: "Dabro Children's Fund", category: "charity" };
  const { id } = await createPartner(deps, office.admin, { ...named, idempotencyKey: key("partner") });
  const entity = { name: "Dabro Charity Foundation", taxNumber: "100000099", address: "7 Lipavaja Street, Minsk" };
  await addLegalEntity(deps, office.clerk, { partnerId: id, country: "BY", ...entity, idempotencyKey: key("entity") });
  const rates = { funding: "ON_BURN" as const, issueRateE6: 10_000n, redeemRateE6: 10_000n, earnBps: 0 };
  const money = { feePerCycleE6: 0n, exposureLimitE6: 100_000_000n, namesCounterparties: true };
  await signContract(deps, office.finance, { partnerId: id, ...rates, ...money, idempotencyKey: key("contract") });
  await activatePartner(deps, office.admin, { partnerId: id });
  const owner: Actor = { kind: "partnerStaff", id: "owner-of-DABRO", partnerId: id, roles: ["OWNER"] };
  const account = { partnerId: id, purpose: "PAYOUT" as const, holder: entity.name, iban: ibanOf(190) };
  const said = { reason: "Agreed in the contract", idempotencyKey: key("account") };
  const { approvalId } = await proposeBankAccount(deps, owner, { ...account, ...said });
  await decideApproval(deps, office.finance, { approvalId: approvalId ?? "", decision: "APPROVE" });
  const purpose = {
    en: "Winter boots for children in villages",
    ru: "Зимняя обувь для детей в деревнях",
    be: "Зімовы абутак для дзяцей у вёсках",
  };
  await setCharity(deps, office.admin, { partnerId: id, purpose, takes: true });
  remembered.set("charity", id);
}

async function donate(stage: Stage): Promise<void> {
  const partnerId = stage.remembered.get("charity") ?? "";
  await donatePoints(stage.deps, ana(stage).actor, { partnerId, points: 150n, idempotencyKey: stage.key("donation") });
}

/** Ana's receipt gave nothing: her card stayed at home. */
async function claimReceipt(stage: Stage, receiptNumber: string, boughtDaysAgo: number, end: "open" | "confirmed") {
  const { deps, clock, key } = stage;
  const { id: partnerId, owner } = partnerOn(stage, "KALASOK");
  const boughtOn = new Date(clock.now().getTime() - boughtDaysAgo * DAY_MS).toISOString().slice(0, 10);
  const receipt = { partnerId, receiptNumber, boughtOn, amountE6: 43_750_000n };
  const note = "My card stayed at home";
  const { id: claimId } = await openClaim(deps, ana(stage).actor, { ...receipt, note, idempotencyKey: key("claim") });
  if (end === "confirmed") await confirmClaim(deps, owner, { claimId });
}

async function invite(stage: Stage): Promise<void> {
  await inviteFriend(stage.deps, ana(stage).actor, { label: "Zosia", idempotencyKey: stage.key("invitation") });
}

/** Unlocked, for the shops she goes to; never at the bookshop, where she lost a purse once. */
async function guardPoints(stage: Stage): Promise<void> {
  const places = ["KALASOK", "SHLIAKH", "LIPA", "BUSEL", "SKARB", "SVITANAK"];
  const allowedPartnerIds = places.map((code) => partnerOn(stage, code).id);
  await setSpendGuard(stage.deps, ana(stage).actor, { locked: false, allowedPartnerIds, confirmAbove: 3_000n });
}
