import { expect, test } from "vitest";
import { systemActor } from "#api/kernel/actor.ts";
import { world } from "#api/test/world.ts";
import { addEvidence } from "#api/use-cases/disputes/add-evidence.ts";
import { concedeDispute } from "#api/use-cases/disputes/concede-dispute.ts";
import { EVIDENCE_BYTES_MAX } from "#api/use-cases/disputes/evidence-file.ts";
import { findEvidenceOf, readEvidenceFile } from "#api/use-cases/disputes/find-evidence.ts";
import { openDispute } from "#api/use-cases/disputes/open-dispute.ts";
import { respondToDispute } from "#api/use-cases/disputes/respond-to-dispute.ts";
import { redeemPoints } from "#api/use-cases/points/redeem-points.ts";

const base64 = (bytes: Uint8Array | string) => Buffer.from(bytes).toString("base64");
const slip = { name: "slip.pdf", mediaType: "application/pdf", contentBase64: base64("%PDF-1.7 a slip") };
let keys = 0;
const idempotencyKey = () => `some evidence ${++keys}`;

async function disputed() {
  const w = await world({ ana: { points: 100n } });
  const asked = { member: { memberId: w.ana.id }, points: 100n, partnerId: w.pharmacy.id };
  const { redemption } = await redeemPoints(w.deps, systemActor, { ...asked, idempotencyKey: "ana-spends-it-all" });
  const claim = { redemptionId: redemption.id, points: 60n, reasonCode: "D10", idempotencyKey: "dispute-60" } as const;
  const { id: disputeId } = await openDispute(w.deps, w.grocer.finance, { ...claim, evidence: { text: "Not Ana" } });
  return { ...w, disputeId };
}

test("both sides and the operator see what was brought, and can have the file; nobody else", async () => {
  const { deps, disputeId, ...w } = await disputed();
  const word = { disputeId, evidence: { text: "Signed", file: slip }, idempotencyKey: idempotencyKey() };
  await addEvidence(deps, w.pharmacy.finance, word);
  await addEvidence(deps, w.pharmacy.finance, word);
  await addEvidence(deps, w.operator, {
    ...word,
    evidence: { text: "We called Ana" },
    idempotencyKey: idempotencyKey(),
  });

  const seen = (await findEvidenceOf(deps, w.grocer.finance, [disputeId])).get(disputeId) ?? [];
  expect(seen.map(({ partnerId, text, fileName }) => [partnerId, text, fileName])).toEqual([
    [w.grocer.id, "Not Ana", null],
    [w.pharmacy.id, "Signed", "slip.pdf"],
    [null, "We called Ana", null],
  ]);
  const fileId = seen[1]?.id ?? "";
  expect(await readEvidenceFile(deps, w.grocer.finance, fileId)).toMatchObject({ contentBase64: slip.contentBase64 });
  expect(await readEvidenceFile(deps, w.fuel.finance, fileId)).toBeNull();
  expect(await readEvidenceFile(deps, w.grocer.till, fileId)).toBeNull();
  expect((await findEvidenceOf(deps, w.fuel.finance, [disputeId])).get(disputeId)).toBeUndefined();
  const foreign = addEvidence(deps, w.fuel.finance, { ...word, idempotencyKey: idempotencyKey() });
  await expect(foreign).rejects.toMatchObject({ code: "DISPUTE_NOT_FOUND" });
});

test("evidence brought before is evidence enough for the response", async () => {
  const { deps, disputeId, ...w } = await disputed();
  const word = { disputeId, evidence: { text: "Signed" }, idempotencyKey: idempotencyKey() };
  await addEvidence(deps, w.grocer.finance, word);
  await expect(respondToDispute(deps, w.pharmacy.finance, { disputeId })).rejects.toMatchObject({
    code: "EVIDENCE_REQUIRED",
  });
  await addEvidence(deps, w.pharmacy.finance, { ...word, idempotencyKey: idempotencyKey() });
  expect(await respondToDispute(deps, w.pharmacy.finance, { disputeId })).toMatchObject({ state: "RESPONDED" });
});

test.each([
  ["a page that runs", { ...slip, name: "slip.html", mediaType: "text/html" }],
  ["a file that is not what it says", { ...slip, contentBase64: base64("MZ not a slip") }],
  ["a text that is none", { name: "a.txt", mediaType: "text/plain", contentBase64: base64(new Uint8Array([0xff, 0])) }],
  ["a file that is too long", { ...slip, contentBase64: base64(new Uint8Array(EVIDENCE_BYTES_MAX + 1)) }],
  ["what is not base 64", { ...slip, contentBase64: "%PDF" }],
  ["a name that leads elsewhere", { ...slip, name: "../slip.pdf" }],
])("%s is not taken", async (_what, file) => {
  const { deps, disputeId, grocer } = await disputed();
  const word = { disputeId, evidence: { text: "Look", file }, idempotencyKey: idempotencyKey() };
  await expect(addEvidence(deps, grocer.finance, word)).rejects.toMatchObject({ code: "EVIDENCE_NOT_ACCEPTABLE" });
});

test("nothing is brought forward when it is over, nor more than fifty pieces", async () => {
  const { deps, disputeId, ...w } = await disputed();
  const many = Array.from({ length: 49 }, (_, at) => ({ id: `evd_${at}`, disputeId, text: "More", addedBy: "x" }));
  await deps.db.disputeEvidence.createMany({ data: many.map((one) => ({ ...one, addedAt: w.clock.now() })) });
  const word = { disputeId, evidence: { text: "Signed" } };
  const more = addEvidence(deps, w.pharmacy.finance, { ...word, idempotencyKey: idempotencyKey() });
  await expect(more).rejects.toMatchObject({ code: "EVIDENCE_NOT_ACCEPTABLE" });
  await concedeDispute(deps, w.pharmacy.finance, { disputeId });
  const late = addEvidence(deps, w.pharmacy.finance, { ...word, idempotencyKey: idempotencyKey() });
  await expect(late).rejects.toMatchObject({ code: "TRANSITION_REFUSED" });
});
