import type { Actor } from "#api/kernel/actor.ts";
import type { DisputeEvidence } from "#api/sql/rows.ts";
import { sideOf } from "#api/use-cases/cycles/side.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { findDisputes, takingPart } from "#api/use-cases/disputes/find-disputes.ts";

/** A piece of evidence without its file's content. */
export type EvidenceView = Omit<DisputeEvidence, "content">;

const withoutContent = { content: true } as const;

/** The evidence of disputes the actor may see, in the order it was brought. */
export async function findEvidenceOf(
  deps: Deps,
  actor: Actor,
  disputeIds: readonly string[],
): Promise<Map<string, EvidenceView[]>> {
  const seen = [...(await findDisputes(deps, actor, disputeIds)).keys()];
  const rows = await deps.db.disputeEvidence.findMany({
    where: { disputeId: { in: seen } },
    omit: withoutContent,
    orderBy: { id: "asc" },
  });
  const found = Map.groupBy(rows, ({ disputeId }) => disputeId);
  return new Map(seen.map((id) => [id, found.get(id) ?? []]));
}

export type EvidenceFile = { fileName: string; mediaType: string; hash: string; contentBase64: string };

/** The file of one piece of evidence; null when there is none, or none the actor may see. */
export async function readEvidenceFile(deps: Deps, actor: Actor, evidenceId: string): Promise<EvidenceFile | null> {
  const side = sideOf(actor, "dispute:read");
  if (!side) return null;
  const row = await deps.db.disputeEvidence.findFirst({ where: { id: evidenceId, dispute: takingPart(side) } });
  if (!row?.content || !row.fileName || !row.mediaType || !row.hash) return null;
  const { fileName, mediaType, hash, content } = row;
  return { fileName, mediaType, hash, contentBase64: Buffer.from(content).toString("base64") };
}
