import { type Actor, actorRef, partnerOf } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import type { Tx } from "#api/sql/rows.ts";
import { type CheckedFile, checkFile, EVIDENCE_BYTES_MAX, evidenceMediaTypes, type SentFile } from "./evidence-file.ts";
import { EvidenceNotAcceptable } from "./refusals.ts";

/** What one side brings forward: words, and a file if there is one. */
export type Evidence = { text: string; file?: SentFile | null | undefined };
export type CheckedEvidence = { text: string; file: CheckedFile | null };

const TEXT_MAX = 4_000;
/** So that nobody buries the other side, and a dispute's evidence is one list. */
export const EVIDENCE_MAX = 50;

export function checkEvidence({ text, file }: Evidence): CheckedEvidence {
  const said = text.trim();
  if (said === "" || said.length > TEXT_MAX)
    throw refuse(`Evidence says something, in at most ${TEXT_MAX} characters.`);
  return { text: said, file: file ? checkFile(file) : null };
}

/** Lays it before both sides and the operator. The dispute is the caller's, locked. */
export async function keepEvidence(
  tx: Tx,
  actor: Actor,
  { disputeId, at, id = newId("disputeEvidence") }: { disputeId: string; at: Date; id?: string },
  { text, file }: CheckedEvidence,
): Promise<string> {
  const there = await tx.disputeEvidence.count({ where: { disputeId } });
  if (there >= EVIDENCE_MAX) throw refuse(`A dispute has at most ${EVIDENCE_MAX} pieces of evidence.`);
  const by = { partnerId: partnerOf(actor), addedBy: actorRef(actor), addedAt: at };
  await tx.disputeEvidence.create({ data: { id, disputeId, text, ...by, ...file } });
  return id;
}

const refuse = (problem: string) =>
  new EvidenceNotAcceptable(problem, { bytesMax: EVIDENCE_BYTES_MAX, mediaTypes: evidenceMediaTypes });
