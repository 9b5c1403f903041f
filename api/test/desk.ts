import { newId } from "#api/kernel/ids.ts";
import { definition } from "#api/test/campaigns.ts";
import { layOffers } from "#api/test/desk-offers.ts";
import { layPrivileges } from "#api/test/desk-privileges.ts";
import { laySegments } from "#api/test/desk-segments.ts";
import { layPrizes } from "#api/test/prizes-desk.ts";
import type { World } from "#api/test/world.ts";

/** One of each thing an office opens by itself, with `size` of whatever hangs on it. Nothing here moves money. */
export async function layDesk(w: World, size: number): Promise<void> {
  await layDispute(w, size);
  await layReceipt(w, size);
  await layPartnerFile(w, size);
  await layCampaigns(w, size);
  await layOffers(w, size);
  await layVelocityCase(w, size);
  await layProofs(w, size);
  await layPrizes(w, size);
  await layCommunity(w, size);
  await layPrivileges(w, size);
  await laySegments(w, size);
  await layMessages(w, size);
}

const every = <Row>(size: number, row: (nth: number) => Row): Row[] =>
  Array.from({ length: size }, (_none, nth) => row(nth));

/** What members claim and whom they bring; none of it was answered. */
async function layCommunity({ deps: { db, clock }, grocer, ana }: World, size: number): Promise<void> {
  const at = clock.now();
  const receipt = { partnerId: grocer.id, memberId: ana.id, kind: "MISSING", state: "WAITING" } as const;
  await db.claim.createMany({
    data: every(size, (nth) => ({
      ...{ id: newId("claim"), ...receipt, receiptNumber: `R-${nth}`, boughtOn: at, amountE6: 1n },
      ...{ fileName: "slip.txt", mediaType: "text/plain", content: Buffer.from("slip"), openedAt: at, deadlineAt: at },
    })),
  });
  const refused = { state: "REFUSED", refusedFor: "SAME_DEVICE", evidence: "one telephone" } as const;
  const brought = { advocateId: ana.id, openedAt: at };
  await db.referral.createMany({
    data: every(size, () => [
      { id: newId("referral"), ...brought, friendId: ana.id, ...refused },
      { id: newId("referral"), ...brought, state: "INVITED" as const },
    ]).flat(),
  });
  await db.charity.create({ data: { partnerId: grocer.id, purpose: { en: "Boots", ru: null, be: null }, since: at } });
  const asked = { memberId: ana.id, partnerId: grocer.id, points: 1n, cause: "NEW_PLACE", state: "WAITING" } as const;
  const until = new Date(at.getTime() + 60_000);
  await db.spendRequest.createMany({
    data: every(size, () => ({
      id: newId("spendRequest"),
      ...asked,
      code: "000000",
      requestedAt: at,
      expiresAt: until,
    })),
  });
}

/** A withdrawn dispute holds nothing. */
async function layDispute({ deps: { db, clock }, grocer, pharmacy }: World, size: number): Promise<void> {
  const at = clock.now();
  const burn = await db.burn.findFirstOrThrow({
    where: { state: "CAPTURED", slices: { some: { issuerId: grocer.id } } },
  });
  const sides = { claimantId: grocer.id, respondentId: pharmacy.id, openedBy: "system", openedAt: at };
  const id = newId("dispute");
  const what = { burnId: burn.id, reasonCode: "D10", points: 1n, heldE6: 0n, state: "WITHDRAWN" } as const;
  await db.dispute.create({ data: { id, ...what, ...sides } });
  const file = { fileName: "slip.txt", mediaType: "text/plain", content: Buffer.from("slip"), hash: "0".repeat(64) };
  await db.disputeEvidence.createMany({
    data: every(size, (nth) => ({
      id: newId("disputeEvidence"),
      disputeId: id,
      partnerId: nth % 2 ? grocer.id : pharmacy.id,
      text: `Slip ${nth}`,
      ...file,
      addedBy: "system",
      addedAt: at,
    })),
  });
}

/** A receipt that many things explained, and a file of payments. */
async function layReceipt({ deps: { db, clock }, cycleId }: World, size: number): Promise<void> {
  const at = clock.now();
  const item = { id: newId("reconItem"), source: "BANK", state: "MATCHED", unit: "EUR", openedAt: at } as const;
  await db.reconItem.create({ data: { ...item, cycleId } });
  const payments = await db.paymentInstruction.findMany({ take: size });
  await db.reconMatch.createMany({
    data: payments.map(({ id, obligationId }) => ({
      id: newId("reconMatch"),
      itemId: item.id,
      paymentId: id,
      obligationId,
      amountE6: 1n,
      rule: "END_TO_END_ID",
      score: 100,
      matchedBy: "system",
      matchedAt: at,
    })),
  });
  const operator = await db.partner.findFirstOrThrow({ where: { isOperator: true } });
  const account = { holder: "Operator", iban: "DE89370400440532013000", state: "ACTIVE", usableFrom: at } as const;
  const whose = { partnerId: operator.id, purpose: "SETTLEMENT", proposedBy: "system" } as const;
  await db.bankAccount.create({ data: { id: newId("bankAccount"), ...account, ...whose } });
  const file = { id: newId("paymentFile"), messageId: "CY1-1", cycleId, content: "", hash: "0".repeat(64) };
  const sums = { paymentCount: payments.length, totalE6: 0n, createdBy: "system", createdAt: at };
  await db.paymentFile.create({ data: { ...file, ...sums } });
}

async function layPartnerFile({ deps: { db, clock }, grocer, cycleId }: World, size: number): Promise<void> {
  const at = clock.now();
  const file = { id: newId("partnerFile"), partnerId: grocer.id, name: "till-rolls.csv", hash: "0".repeat(64) };
  const period = { from: at, until: at, rowCount: size, uploadedBy: "system", uploadedAt: at, comparedAt: at };
  await db.partnerFile.create({ data: { ...file, ...period } });
  await db.reconItem.createMany({
    data: every(size, (nth) => ({
      id: newId("reconItem"),
      source: "PARTNER_FILE" as const,
      kind: "POINTS_DIFF" as const,
      state: "BREAK" as const,
      partnerId: grocer.id,
      cycleId,
      fileId: file.id,
      fileLine: nth + 1,
      event: "EARN",
      unit: "PTS",
      openedAt: at,
    })),
  });
}

/** A member who went over a limit, with what was counted. */
async function layVelocityCase({ deps: { db, clock }, ana }: World, size: number): Promise<void> {
  const at = clock.now();
  const kind = "POINTS_EARNED" as const;
  const limits = { kind, subject: "MEMBER", limit: 1n, action: "OPEN_CASE", reason: "Much at once" } as const;
  const ruleId = newId("velocityRule");
  const agreed = { validFrom: at, approvalId: newId("approval"), createdAt: at };
  await db.velocityRule.create({ data: { id: ruleId, ...limits, ...agreed } });
  const span = { windowFrom: at, windowUntil: new Date(at.getTime() + 1), openedAt: at };
  const found = { id: newId("velocityCase"), ruleId, subjectId: ana.id, value: 2n };
  await db.velocityCase.create({ data: { ...found, ...span } });
  const entries = await db.entry.findMany({ where: { event: "EARN" }, take: size });
  await db.velocityEvent.createMany({
    data: entries.map(({ ord }) => ({ ord, kind, occurredAt: at, amount: 1n, memberId: ana.id })),
  });
}

async function layProofs({ deps: { db, clock } }: World, size: number): Promise<void> {
  const found = { milliseconds: 1, errorCount: 0, warningCount: 0, broken: [] };
  const dayOf = (nth: number) => new Date(clock.now().getTime() - nth * 86_400_000);
  await db.booksProof.createMany({
    data: every(size, (nth) => ({ id: newId("booksProof"), provedAt: dayOf(nth), ...found })),
  });
  const tree = { memberCount: 1, points: 1n, height: 0, root: "", signature: "" };
  await db.balanceTree.createMany({
    data: every(size, (nth) => ({ id: newId("balanceTree"), takenAt: dayOf(nth), day: dayOf(nth), ...tree })),
  });
}

/** Campaigns that are over: one with many versions, each reviewed, joined and tried; and many with one. */
async function layCampaigns({ deps: { db, clock }, grocer, fuel }: World, size: number): Promise<void> {
  const at = clock.now();
  const campaigns = every(size, () => ({
    id: newId("campaign"),
    partnerId: grocer.id,
    createdBy: "system",
    createdAt: at,
  }));
  await db.campaign.createMany({ data: campaigns });
  const text = { definition: JSON.parse(JSON.stringify(definition)) as object, startsAt: at, createdAt: at };
  const ended = { state: "ENDED" as const, funderIds: [fuel.id], needsJoining: false, authors: [], round: 1 };
  const over = { ...text, ...ended };
  const versions = [
    ...every(size, (nth) => ({ campaignId: campaigns[0]?.id ?? "", version: nth + 1 })),
    ...campaigns.slice(1).map(({ id }) => ({ campaignId: id, version: 1 })),
  ].map((one) => ({ id: newId("campaignVersion"), ...one, ...over }));
  await db.campaignVersion.createMany({ data: versions });
  const asked = {
    action: "reviewCampaign",
    payload: { round: 1 },
    reason: "?",
    requestedBy: "system",
    requestedAt: at,
  };
  const tried = { definition: over.definition, from: at, until: at, requestedBy: "system", userId: "", createdAt: at };
  for (const { id: versionId } of versions) {
    const joined = { versionId, partnerId: grocer.id, joinedBy: "system", joinedAt: at };
    await db.campaignJoining.create({ data: joined });
    await db.approval.create({ data: { id: newId("approval"), subjectId: versionId, partnerId: fuel.id, ...asked } });
    await db.campaignSimulation.create({ data: { id: newId("campaignSimulation"), versionId, ...tried } });
    const step = { object: "campaign", objectId: versionId, from: null, to: "DRAFT", at, actor: "system" };
    await db.transition.create({ data: { id: newId("transition"), ...step } });
  }
}

/** Templates that a journey sends, one journey with many versions and many with one, members on it, and what they were told. */
async function layMessages({ deps: { db, clock }, grocer, ana }: World, size: number): Promise<void> {
  const at = clock.now();
  const house = grocer.id;
  const text = { text: { title: { en: "Hello" }, body: { en: "{coupon}" } }, own: {}, href: null };
  const template = { house, purpose: "OFFERS" as const, text, variables: ["coupon"], createdAt: at };
  await db.messageTemplate.createMany({
    data: every(size, (nth) => ({ id: newId("messageTemplate"), name: `hello-${nth}`, ...template })),
  });
  const steps = [{ kind: "MESSAGE", template: "hello-0", fill: { coupon: "x" } }];
  const definition = { title: { en: "Journey" }, trigger: { on: "CAMPAIGN" }, stopsOnPurchase: false, steps };
  const journeys = every(size, (nth) => ({
    id: newId("journey"),
    house,
    name: `journey-${nth}`,
    createdBy: "system",
    createdAt: at,
  }));
  await db.journey.createMany({ data: journeys });
  const over = { definition, authors: [], state: "STOPPED" as const, createdAt: at };
  const versions = [
    ...every(size, (nth) => ({ journeyId: journeys[0]?.id ?? "", version: nth + 1 })),
    ...journeys.slice(1).map(({ id }) => ({ journeyId: id, version: 1 })),
  ].map((one) => ({ id: newId("journeyVersion"), ...one, ...over }));
  await db.journeyVersion.createMany({ data: versions });
  const run = { journeyId: journeys[0]?.id ?? "", versionId: versions[0]?.id ?? "", memberId: ana.id, enteredAt: at };
  await db.journeyRun.createMany({
    data: every(size, (nth) => ({ id: newId("journeyRun"), ...run, cause: `${nth}`, state: "FINISHED" as const })),
  });
  const said = { house, purpose: "OFFERS", channel: "INBOX" } as const;
  const words = { template: "hello-0", language: "en", title: "Hello", body: "Hello" };
  await db.message.createMany({
    data: every(size, (nth) => ({
      id: newId("message"),
      memberId: ana.id,
      cause: `desk ${nth}`,
      ...said,
      ...words,
      state: "DELIVERED" as const,
      createdAt: at,
    })),
  });
  await db.consentChange.createMany({
    data: every(size, () => ({ memberId: ana.id, ...said, granted: true, at, source: "PORTAL" as const, actor: "x" })),
  });
}
