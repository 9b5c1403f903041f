import type { Locale } from "#portal/i18n/routing.ts";
import type accountEn from "#portal/messages/en/account.json";
import type activitiesEn from "#portal/messages/en/activities.json";
import type auditEn from "#portal/messages/en/audit.json";
import type bankEn from "#portal/messages/en/bank.json";
import type booksEn from "#portal/messages/en/books.json";
import type campaignsEn from "#portal/messages/en/campaigns.json";
import type clearingEn from "#portal/messages/en/clearing.json";
import type communityEn from "#portal/messages/en/community.json";
import type disputesEn from "#portal/messages/en/disputes.json";
import type factsEn from "#portal/messages/en/facts.json";
import type journeysEn from "#portal/messages/en/journeys.json";
import type memberEn from "#portal/messages/en/member.json";
import type offersEn from "#portal/messages/en/offers.json";
import type officeEn from "#portal/messages/en/office.json";
import type operatorEn from "#portal/messages/en/operator.json";
import type partnerEn from "#portal/messages/en/partner.json";
import type privilegesEn from "#portal/messages/en/privileges.json";
import type prizesEn from "#portal/messages/en/prizes.json";
import type proofEn from "#portal/messages/en/proof.json";
import type riskEn from "#portal/messages/en/risk.json";
import type segmentsEn from "#portal/messages/en/segments.json";
import type shellEn from "#portal/messages/en/shell.json";

/** English is the shape; test/messages.test.ts holds the other languages to it. */
export type Messages = typeof shellEn &
  typeof factsEn &
  typeof journeysEn &
  typeof memberEn &
  typeof partnerEn &
  typeof operatorEn &
  typeof clearingEn &
  typeof bankEn &
  typeof riskEn &
  typeof disputesEn &
  typeof officeEn &
  typeof auditEn &
  typeof booksEn &
  typeof proofEn &
  typeof segmentsEn &
  typeof campaignsEn &
  typeof privilegesEn &
  typeof offersEn &
  typeof prizesEn &
  typeof activitiesEn &
  typeof communityEn &
  typeof accountEn;

export const messageFiles = [
  "facts",
  "journeys",
  "shell",
  "member",
  "partner",
  "operator",
  "clearing",
  "bank",
  "risk",
  "disputes",
  "office",
  "audit",
  "books",
  "proof",
  "segments",
  "campaigns",
  "privileges",
  "offers",
  "prizes",
  "activities",
  "community",
  "account",
] as const;

export async function loadMessages(locale: Locale): Promise<Messages> {
  const files = await Promise.all(messageFiles.map((file) => import(`../messages/${locale}/${file}.json`)));
  return Object.assign({}, ...files.map((file) => file.default)) as Messages;
}
