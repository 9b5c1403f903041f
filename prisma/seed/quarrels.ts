import { systemActor } from "#api/kernel/actor.ts";
import { decideApproval } from "#api/use-cases/approvals/decide-approval.ts";
import { addEvidence } from "#api/use-cases/disputes/add-evidence.ts";
import { escalateDispute } from "#api/use-cases/disputes/escalate-dispute.ts";
import { lapseDisputes } from "#api/use-cases/disputes/lapse-disputes.ts";
import { openDispute } from "#api/use-cases/disputes/open-dispute.ts";
import { proposeDecision } from "#api/use-cases/disputes/propose-decision.ts";
import { respondToDispute } from "#api/use-cases/disputes/respond-to-dispute.ts";
import { withdrawDispute } from "#api/use-cases/disputes/withdraw-dispute.ts";
import type { Scene } from "./scenes.ts";
import { partnerOn, type Stage, type StagePartner } from "./stage.ts";

/** Disputes in every state there is; the programme's days between their words are kept. */
export const quarrels: readonly Scene[] = [
  { daysAgo: 95, tell: (stage) => dispute(stage, "decided", { claimant: "KALASOK", reasonCode: "D21" }) },
  { daysAgo: 92, tell: (stage) => respond(stage, "decided", "The slip is signed; the amount is right.") },
  { daysAgo: 90, tell: (stage) => escalate(stage, "decided", "The slip shows half of it.") },
  { daysAgo: 84, tell: decideHalf },
  { daysAgo: 70, tell: (stage) => dispute(stage, "unanswered", { claimant: "SHLIAKH", reasonCode: "D70" }) },
  { daysAgo: 56, tell: (stage) => lapseDisputes(stage.deps, systemActor) },
  { daysAgo: 40, tell: (stage) => wantMoney(stage, "withdrawn") },
  { daysAgo: 38, tell: withdraw },
  { daysAgo: 24, tell: (stage) => dispute(stage, "arbitrated", { claimant: "BUSEL", reasonCode: "D30" }) },
  { daysAgo: 17, tell: (stage) => respond(stage, "arbitrated", "The till was offline for two days; see the log.") },
  { daysAgo: 12, tell: (stage) => escalate(stage, "arbitrated", "The receipt is a week older than the log.") },
  { daysAgo: 12, tell: (stage) => dispute(stage, "open", { claimant: "SHLIAKH", reasonCode: "D20" }) },
  { daysAgo: 11, tell: showSlip },
  { daysAgo: 8, tell: (stage) => dispute(stage, "responded", { claimant: "KALASOK", reasonCode: "D10" }) },
  { daysAgo: 5, tell: (stage) => respond(stage, "responded", "The member showed the card and an identity document.") },
];

type Claim = { claimant: string; reasonCode: "D10" | "D20" | "D21" | "D30" | "D70" };

/** The claimant challenges half of the newest redemption of its points elsewhere. */
async function dispute(stage: Stage, name: string, { claimant, reasonCode }: Claim): Promise<void> {
  const { id: claimantId, owner } = partnerOn(stage, claimant);
  const burn = await newestRedemption(stage, { redeemerId: { not: claimantId } }, claimantId);
  const charged = burn.slices
    .filter(({ issuerId }) => issuerId === claimantId)
    .reduce((sum, slice) => sum + slice.points - slice.restored, 0n);
  const { id } = await openDispute(stage.deps, owner, {
    redemptionId: burn.id,
    points: (charged + 1n) / 2n,
    reasonCode,
    idempotencyKey: stage.key("dispute"),
  });
  stage.remembered.set(`dispute ${name}`, id);
}

/** The pharmacy thinks that it was paid at last year's rate for the grocer's points. */
async function wantMoney(stage: Stage, name: string): Promise<void> {
  const [redeemer, issuer] = [partnerOn(stage, "LIPA"), partnerOn(stage, "KALASOK")];
  const burn = await newestRedemption(stage, { redeemerId: redeemer.id }, issuer.id);
  const { id } = await openDispute(stage.deps, redeemer.owner, {
    redemptionId: burn.id,
    amountE6: 100_000n,
    respondentId: issuer.id,
    reasonCode: "D60",
    idempotencyKey: stage.key("dispute"),
  });
  stage.remembered.set(`dispute ${name}`, id);
}

type Where = { redeemerId: string | { not: string } };

/** Of an issuer's points, not disputed yet, of which nothing came back. */
async function newestRedemption({ deps }: Stage, where: Where, issuerId: string) {
  const known = await deps.db.dispute.findMany({ select: { burnId: true } });
  const burn = await deps.db.burn.findFirst({
    where: {
      ...where,
      id: { notIn: known.map(({ burnId }) => burnId) },
      state: "CAPTURED",
      slices: { some: { issuerId, points: { gte: 20n }, restored: 0n } },
    },
    include: { slices: true },
    orderBy: { capturedAt: "desc" },
  });
  if (!burn) throw new Error(`No redemption of ${issuerId}'s points is there to dispute.`);
  return burn;
}

async function respond(stage: Stage, name: string, text: string): Promise<void> {
  const { id: disputeId, respondent } = await remembered(stage, name);
  await respondToDispute(stage.deps, respondent.owner, { disputeId, evidence: { text } });
}

async function escalate(stage: Stage, name: string, reason: string): Promise<void> {
  const { id: disputeId, claimant } = await remembered(stage, name);
  await escalateDispute(stage.deps, claimant.owner, { disputeId, reason });
}

async function withdraw(stage: Stage): Promise<void> {
  const { id: disputeId, claimant } = await remembered(stage, "withdrawn");
  await withdrawDispute(stage.deps, claimant.owner, { disputeId, reason: "The new rate holds from the next week on" });
}

async function showSlip(stage: Stage): Promise<void> {
  const { id: disputeId, claimant } = await remembered(stage, "open");
  const slip =
    "Receipt 20418, till 2: 12:07:41\nReceipt 20419, till 2: 12:07:44\nOne tank, one member, three seconds.\n";
  const file = {
    name: "two-receipts.txt",
    mediaType: "text/plain",
    contentBase64: Buffer.from(slip).toString("base64"),
  };
  const evidence = { text: "The same tank of fuel was redeemed twice within three seconds.", file };
  await addEvidence(stage.deps, claimant.owner, { disputeId, evidence, idempotencyKey: stage.key("evidence") });
}

async function decideHalf(stage: Stage): Promise<void> {
  const { id: disputeId, points } = await remembered(stage, "decided");
  const reason = "Half of it is on the slip, half is not";
  const split = { disputeId, decision: "SPLIT", upheldPoints: points / 2n, reason } as const;
  const { deps, office } = stage;
  const { id } = await proposeDecision(deps, office.clerk, { ...split, idempotencyKey: stage.key("decision") });
  await decideApproval(deps, office.finance, { approvalId: id, decision: "APPROVE" });
}

async function remembered(stage: Stage, name: string) {
  const id = stage.remembered.get(`dispute ${name}`) ?? "";
  const { claimantId, respondentId, points } = await stage.deps.db.dispute.findUniqueOrThrow({ where: { id } });
  return { id, points, claimant: byId(stage, claimantId), respondent: byId(stage, respondentId) };
}

function byId({ partners }: Stage, id: string): StagePartner {
  const partner = partners.values().find((one) => one.id === id);
  if (!partner) throw new Error(`The demo has no partner ${id}.`);
  return partner;
}
