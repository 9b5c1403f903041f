import type { Actor } from "#api/kernel/actor.ts";
import type { PartnerFile, Tx } from "#api/sql/rows.ts";
import { nextState } from "#api/use-cases/machine.ts";
import { type PartnerFileEvent, partnerFileMachine } from "#api/use-cases/partner-files/file-states.ts";
import { PartnerFileNotFound } from "#api/use-cases/partner-files/refusals.ts";
import { recordStep } from "#api/use-cases/transitions.ts";

type Move = { event: PartnerFileEvent; at: Date } & Partial<
  Pick<PartnerFile, "comparingAt" | "comparedAt" | "step" | "position" | "workDone" | "workTotal" | "progressAt">
>;

/** Moves a locked file on, with what the step brings. */
export async function moveFile(
  tx: Tx,
  actor: Actor,
  file: PartnerFile,
  { event, at, ...changes }: Move,
): Promise<PartnerFile> {
  const { id, partnerId, state: from, comparedAt } = file;
  const to = nextState(partnerFileMachine, { object: "partner file", id, state: from }, event);
  const step = { object: "partner file", objectId: id, partnerId, from, to, at };
  const compared = changes.comparedAt ? { before: { comparedAt }, after: { comparedAt: changes.comparedAt } } : {};
  await recordStep(tx, actor, { ...step, ...compared });
  const moved = await tx.partnerFile.update({ where: { id }, data: { state: to, ...changes } });
  await ringPartner(tx, partnerId);
  return moved;
}

/** Holds the file still until the transaction ends, and the comparisons of the partner's other files with it. */
export async function lockFile(tx: Tx, id: string): Promise<PartnerFile> {
  const known = await tx.partnerFile.findUnique({ where: { id }, select: { partnerId: true } });
  if (!known) throw new PartnerFileNotFound(id);
  await lockFilesOf(tx, known.partnerId);
  return tx.partnerFile.findUniqueOrThrow({ where: { id } });
}

/** A partner's files close each other's items, so they are gone through one at a time. */
export async function lockFilesOf(tx: Tx, partnerId: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('partner file'), hashtext(${partnerId}))`;
}

/** Whoever looks at the partner's pages sees how far it is. */
export async function ringPartner(tx: Tx, partnerId: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_notify('doorbell', ${JSON.stringify({ partners: [partnerId] })})`;
}
