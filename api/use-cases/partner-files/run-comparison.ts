import type { Actor } from "#api/kernel/actor.ts";
import type { PartnerFile, Tx } from "#api/sql/rows.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { firstStep, nextStep, stepOf } from "#api/use-cases/partner-files/comparison-steps.ts";
import { lockFile, moveFile, ringPartner } from "#api/use-cases/partner-files/move-file.ts";
import { findProgramme } from "#api/use-cases/programme/read-programme.ts";
import { LONG_TRANSACTION } from "#api/use-cases/transitions.ts";

/** Large enough to be fast, small enough that tills and other files notice nothing. */
const CHUNK_ROWS = 5_000;

/**
 * Takes a comparison from wherever it stands to its end, one chunk after the other, each in a transaction of its own
 * that also says where the next one begins. Broken off, it goes on from there; two at once take turns.
 */
export async function runComparison(
  deps: Deps,
  actor: Actor,
  { fileId, chunkRows = CHUNK_ROWS }: { fileId: string; chunkRows?: number },
): Promise<PartnerFile> {
  for (;;) {
    const file = await deps.db.$transaction(
      (tx) => takeChunk(deps, tx, actor, { fileId, chunkRows }),
      LONG_TRANSACTION,
    );
    deps.reach?.("partner file: chunk compared");
    if (file.state !== "QUEUED" && file.state !== "COMPARING") return file;
  }
}

type Chunk = { fileId: string; chunkRows: number };

async function takeChunk(deps: Deps, tx: Tx, actor: Actor, { fileId, chunkRows }: Chunk): Promise<PartnerFile> {
  const file = await lockFile(tx, fileId);
  const at = deps.clock.now();
  if (file.state === "QUEUED") return moveFile(tx, actor, file, { event: "start", at, progressAt: at });
  if (file.state !== "COMPARING" || !file.comparingAt) return file;
  if (file.step === null) return begin(tx, file, at);
  const { run, isLast } = stepOf(file.step);
  // Tables that fill while they are read have no statistics yet; every look into them is by an index.
  await tx.$executeRaw`SET LOCAL enable_seqscan = off`;
  const programme = await findProgramme(deps);
  const came = await run(tx, { file, programme, at: file.comparingAt, after: file.position, take: chunkRows });
  if (came.position === null && isLast) return finish(tx, actor, file, at);
  const step = came.position === null ? nextStep(file.step) : file.step;
  const data = { step, position: came.position, workDone: file.workDone + came.rows, progressAt: at };
  await ringPartner(tx, file.partnerId);
  return tx.partnerFile.update({ where: { id: fileId }, data });
}

async function begin(tx: Tx, { id: fileId }: PartnerFile, progressAt: Date): Promise<PartnerFile> {
  await sweep(tx, fileId);
  const data = { step: firstStep, position: null, workDone: 0, progressAt };
  return tx.partnerFile.update({ where: { id: fileId }, data });
}

async function finish(tx: Tx, actor: Actor, file: PartnerFile, at: Date): Promise<PartnerFile> {
  await sweep(tx, file.id);
  const done = { step: null, position: null, workDone: file.workTotal, progressAt: at };
  return moveFile(tx, actor, file, { event: "finish", at, comparedAt: file.comparingAt, comparingAt: null, ...done });
}

async function sweep(tx: Tx, fileId: string): Promise<void> {
  await tx.partnerFilePair.deleteMany({ where: { fileId } });
  await tx.partnerFileHubRow.deleteMany({ where: { fileId } });
}
