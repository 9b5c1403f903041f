import type { Actor } from "#api/kernel/actor.ts";
import type { Partner, PartnerStatus, Tx } from "#api/sql/rows.ts";
import { type Machine, nextState } from "#api/use-cases/machine.ts";
import { PartnerNotFound } from "#api/use-cases/partners/refusals.ts";
import { recordStep } from "#api/use-cases/transitions.ts";

export type PartnerEvent =
  | "activate"
  | "blockIssuing"
  | "suspend"
  | "resume"
  | "declareDefault"
  | "reinstate"
  | "close";

/** Redeeming stops when suspended; only issuing stops when the partner's debt grew too large. */
export const partnerMachine: Machine<PartnerStatus, PartnerEvent> = {
  ONBOARDING: { activate: "ACTIVE", close: "CLOSED" },
  ACTIVE: { blockIssuing: "ISSUE_BLOCKED", suspend: "SUSPENDED", declareDefault: "DEFAULTED", close: "CLOSED" },
  ISSUE_BLOCKED: { resume: "ACTIVE", suspend: "SUSPENDED", declareDefault: "DEFAULTED", close: "CLOSED" },
  SUSPENDED: { resume: "ACTIVE", declareDefault: "DEFAULTED", close: "CLOSED" },
  DEFAULTED: { reinstate: "ACTIVE", close: "CLOSED" },
  CLOSED: {},
};

const outcome: Record<PartnerEvent, PartnerStatus> = {
  activate: "ACTIVE",
  blockIssuing: "ISSUE_BLOCKED",
  suspend: "SUSPENDED",
  resume: "ACTIVE",
  declareDefault: "DEFAULTED",
  reinstate: "ACTIVE",
  close: "CLOSED",
};

export type PartnerStep = {
  partnerId: string;
  event: PartnerEvent;
  at: Date;
  reason?: string | null;
  approvalId?: string | null;
};

/** Moves the partner on and leaves the trace. Where it already is, it stays: repeating the deed is harmless. */
export async function movePartner(
  tx: Tx,
  actor: Actor,
  { partnerId, event, at, ...why }: PartnerStep,
): Promise<Partner> {
  const partner = await lockPartner(tx, partnerId);
  if (partner.status === outcome[event]) return partner;
  const from = partner.status;
  const to = nextState(partnerMachine, { object: "partner", id: partnerId, state: from }, event);
  await recordStep(tx, actor, { object: "partner", objectId: partnerId, from, to, at, ...why });
  return tx.partner.update({ where: { id: partnerId }, data: { status: to } });
}

/** Holds the partner still until the transaction ends. */
export async function lockPartner(tx: Tx, partnerId: string): Promise<Partner> {
  await tx.$executeRaw`SELECT FROM partner WHERE id = ${partnerId} FOR UPDATE`;
  const partner = await tx.partner.findUnique({ where: { id: partnerId } });
  if (!partner) throw new PartnerNotFound(partnerId);
  return partner;
}
