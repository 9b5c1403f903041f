import type { Actor } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import type { StatementSection } from "#api/ledger/chart.ts";
import { findOpenCycle } from "#api/ledger/cycles.ts";
import type { Approval, TaxRule, Tx } from "#api/sql/rows.ts";
import { requestApproval } from "#api/use-cases/approvals/request-approval.ts";
import { recordAudit } from "#api/use-cases/audit/record-audit.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { InvalidValue, PartnerNotFound } from "#api/use-cases/partners/refusals.ts";
import { checkCode, checkWhole } from "#api/use-cases/partners/values.ts";

export type SetTaxRule = {
  section: StatementSection;
  /** Null: for every partner that has no rule of its own. */
  partnerId?: string | null | undefined;
  code: string;
  rateBps: number;
  basis: TaxRule["basis"];
  /** Not before the open cycle began: what was closed is taxed as it was. */
  validFrom: Date;
  /** First instant without it; null: until another rule follows. */
  validUntil?: Date | null | undefined;
  reason: string;
  idempotencyKey: string;
};

/** Proposes how a section of statements is taxed from an instant on. It counts when a second person agrees. */
export async function setTaxRule(deps: Deps, actor: Actor, input: SetTaxRule): Promise<{ approval: Approval }> {
  can(actor, "taxRule:set");
  const {
    reason,
    idempotencyKey,
    validFrom,
    validUntil = null,
    partnerId = null,
    section,
    code,
    rateBps,
    basis,
  } = input;
  if (section === "NET" || section === "TAX") throw new InvalidValue("section", section, "a section that can be taxed");
  checkCode("code", code);
  checkWhole("rateBps", rateBps, [0, 10_000]);
  if (validUntil && validUntil <= validFrom) {
    throw new InvalidValue("validUntil", validUntil.toISOString(), "after validFrom");
  }
  if (partnerId && !(await deps.db.partner.findUnique({ where: { id: partnerId } })))
    throw new PartnerNotFound(partnerId);
  const span = { validFrom: validFrom.toISOString(), validUntil: validUntil?.toISOString() ?? null };
  const payload = { section, partnerId, code, rateBps, basis, ...span };
  const request = { action: "setTaxRule", subjectId: partnerId ?? section, payload, reason, idempotencyKey };
  return { approval: await requestApproval(deps, actor, request, (tx) => requireAhead(tx, validFrom)) };
}

/** What runs when the second person agrees. The rule before ends where the new one begins. */
export async function setApprovedTaxRule(deps: Deps, actor: Actor, approval: Approval): Promise<TaxRule> {
  const { section, partnerId, code, rateBps, basis, ...span } = approval.payload as Stored;
  const validFrom = new Date(span.validFrom);
  return deps.db.$transaction(async (tx) => {
    // No cycle ends meanwhile: what is taxed by the rules before, and what by these, is told by the cycle.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock_shared(cycle_lock_key())`;
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('tax rules'))`;
    const first = await tx.requestKey.findUnique({ where: { owner_key: { owner: "system", key: approval.id } } });
    if (first) return tx.taxRule.findUniqueOrThrow({ where: { id: first.objectId } });
    await requireAhead(tx, validFrom);
    const validUntil = await makeRoom(tx, { section, partnerId, validFrom }, span.validUntil);
    const rule = { section, partnerId, code, rateBps, basis, validFrom, validUntil, createdBy: approval.requestedBy };
    const made = await tx.taxRule.create({ data: { id: newId("taxRule"), ...rule, createdAt: deps.clock.now() } });
    const why = { at: deps.clock.now(), reason: approval.reason, approvalId: approval.id, partnerId };
    const told = { action: approval.action, object: "taxRule", objectId: made.id, before: null, after: made };
    await recordAudit(tx, actor, { ...told, ...why });
    const key = { owner: "system", key: approval.id, fingerprint: "", objectId: made.id };
    await tx.requestKey.create({ data: key });
    return made;
  });
}

type Stored = {
  section: string;
  partnerId: string | null;
  code: string;
  rateBps: number;
  basis: TaxRule["basis"];
  validFrom: string;
  validUntil: string | null;
};

async function requireAhead(tx: Tx, validFrom: Date): Promise<void> {
  const open = await findOpenCycle(tx);
  if (open && validFrom < open.opensAt) {
    throw new InvalidValue("validFrom", validFrom.toISOString(), "not before the open cycle began");
  }
}

type Place = Pick<TaxRule, "section" | "partnerId" | "validFrom">;

/** Ends the rule in force where the new one begins; the new one ends where a later one begins, at the latest. */
async function makeRoom(tx: Tx, { section, partnerId, validFrom }: Place, until: string | null): Promise<Date | null> {
  const place = { section, partnerId };
  await tx.taxRule.deleteMany({ where: { ...place, validFrom } });
  await tx.taxRule.updateMany({
    where: { ...place, validFrom: { lt: validFrom }, OR: [{ validUntil: null }, { validUntil: { gt: validFrom } }] },
    data: { validUntil: validFrom },
  });
  const next = await tx.taxRule.findFirst({
    where: { ...place, validFrom: { gt: validFrom } },
    orderBy: { validFrom: "asc" },
  });
  const wished = until === null ? null : new Date(until);
  if (!next) return wished;
  return wished && wished < next.validFrom ? wished : next.validFrom;
}
