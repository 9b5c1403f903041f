import { createHash } from "node:crypto";
import { type PartnerFileRow, type ReadPartnerFile, readPartnerFile } from "#api/formats/partner-file.ts";
import { type Actor, partnerOf } from "#api/kernel/actor.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { InvalidValue, PartnerNotFound } from "#api/use-cases/partners/refusals.ts";
import { checkText } from "#api/use-cases/partners/values.ts";

export type SentPartnerFile = {
  /** Whose transactions; the operator says it, partners send their own. */
  partnerId?: string | null | undefined;
  name: string;
  /** The rows stand for everything in [from, until). */
  from: Date;
  until: Date;
  /** CSV, as docs/partner-files.md says. */
  content: string;
};

export type CheckedPartnerFile = {
  partnerId: string;
  name: string;
  hash: string;
  /** The file that has the same content, if one was taken. */
  takenId: string | null;
};

const SPAN_MAX_MS = 100 * 86_400_000;

/** Who may send it, for whom, and whether it was sent before. Nothing is read or kept yet. */
export async function checkPartnerFile(deps: Deps, actor: Actor, sent: SentPartnerFile): Promise<CheckedPartnerFile> {
  const partnerId = partnerOf(actor) ?? sent.partnerId ?? "";
  can(actor, "partnerFile:upload", { partnerId });
  const name = checkText("name", sent.name);
  const { from, until } = sent;
  if (until <= from || until.getTime() - from.getTime() > SPAN_MAX_MS)
    throw new InvalidValue("until", until.toISOString(), "after `from`, by a hundred days at most");
  if (!(await deps.db.partner.findUnique({ where: { id: partnerId }, select: { id: true } })))
    throw new PartnerNotFound(partnerId);
  const hash = createHash("sha256").update(sent.content).digest("hex");
  const taken = await deps.db.partnerFile.findUnique({ where: { partnerId_hash: { partnerId, hash } } });
  return { partnerId, name, hash, takenId: taken?.id ?? null };
}

export type PartnerFilePreview = {
  rowCount: number;
  problemCount: number;
  problems: ReadPartnerFile["problems"];
  takenId: string | null;
  /** What the good rows say, by event. */
  events: { event: string; rows: number; points: bigint }[];
};

/** What would be taken, row by row, before anything is. */
export async function previewPartnerFile(deps: Deps, actor: Actor, sent: SentPartnerFile): Promise<PartnerFilePreview> {
  const { takenId } = await checkPartnerFile(deps, actor, sent);
  const events = new Map<string, EventCount>();
  const read = await readPartnerFile(sent.content, sent, (rows) => countEvents(events, rows));
  return { ...read, takenId, events: [...events.values()] };
}

type EventCount = PartnerFilePreview["events"][number];

function countEvents(events: Map<string, EventCount>, rows: readonly PartnerFileRow[]): void {
  for (const { event, points } of rows) {
    const count = events.get(event) ?? { event, rows: 0, points: 0n };
    events.set(event, { event, rows: count.rows + 1, points: count.points + points });
  }
}
