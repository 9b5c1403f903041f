import type { Approval } from "#api/sql/rows.ts";
import { decideApproval } from "#api/use-cases/approvals/decide-approval.ts";
import type { TermsInput } from "#api/use-cases/partners/contract-terms.ts";
import { givePartnerNotice } from "#api/use-cases/partners/give-notice.ts";
import { proposeContract } from "#api/use-cases/partners/propose-contract.ts";
import { overrideLimit } from "#api/use-cases/risk/override-limit.ts";
import { listExposures } from "#api/use-cases/risk/read-exposures.ts";
import { recordRecovery } from "#api/use-cases/risk/record-recovery.ts";
import { DAY_MS, partnerOn, type Stage } from "./stage.ts";

const OVERRIDE_DAYS = 20;
/** A cycle that everybody has settled, for replays. */
const REPLAYED_CYCLES_AGO = 3;

/** Finance proposes, risk agrees: terms change from that moment on. */
export async function changeTerms(stage: Stage, code: string, terms: Partial<TermsInput>, reason: string) {
  await agree(stage, await proposal(stage, code, { ...terms, reason }));
}

/** A proposal that waits for the visitor, with the last settled cycle replayed under it. */
export async function proposeTerms(stage: Stage, code: string, terms: Partial<TermsInput>, reason: string) {
  const seq = stage.lastSeq - REPLAYED_CYCLES_AGO;
  const { id: whatIfCycleId } = await stage.deps.db.cycle.findUniqueOrThrow({ where: { seq } });
  await proposal(stage, code, { ...terms, reason, whatIfCycleId });
}

type Proposed = Partial<TermsInput> & { reason: string; whatIfCycleId?: string };

/** The terms in force, with what is to change. */
async function proposal(stage: Stage, code: string, proposed: Proposed): Promise<Approval> {
  const { deps, office, key } = stage;
  const { id: partnerId } = partnerOn(stage, code);
  const newest = await deps.db.contract.findFirstOrThrow({ where: { partnerId }, orderBy: { version: "desc" } });
  const { validFrom: _from, ...terms } = newest;
  const input = { ...terms, ...proposed, idempotencyKey: key("contract") };
  return proposeContract(deps, office.finance, input);
}

/**
 * Whoever the coalition could lose most by has come near its limit: risk asks for a little more for some weeks, finance
 * agrees. It stays in sight of the alarm.
 */
export async function nearTheLimit(stage: Stage, reason: string): Promise<void> {
  const { deps, office, key, clock, partners } = stage;
  const [largest] = (await listExposures(deps, office.risk)).sort((a, b) => (a.exposureE6 > b.exposureE6 ? -1 : 1));
  const code = partners.values().find(({ id }) => id === largest?.partnerId)?.code;
  if (!largest || !code || largest.exposureE6 === 0n) return;
  const limitE6 = (largest.exposureE6 / 9_000_000n + 1n) * 10_000_000n;
  await changeTerms(stage, code, { exposureLimitE6: limitE6 }, "What its collateral can bear");
  const expiresAt = new Date(clock.now().getTime() + OVERRIDE_DAYS * DAY_MS);
  const asked = { partnerId: largest.partnerId, limitE6: (limitE6 * 11n) / 10n, expiresAt, reason };
  const approval = await overrideLimit(deps, office.risk, { ...asked, idempotencyKey: key("override") });
  const note = "Until the holidays are over";
  await decideApproval(deps, office.finance, { approvalId: approval.id, decision: "APPROVE", note });
}

/** The owner gives notice; the points stay good elsewhere until the run-off is over. */
export async function leaveSoon(stage: Stage, code: string, reason: string): Promise<void> {
  const { id: partnerId, owner } = partnerOn(stage, code);
  await givePartnerNotice(stage.deps, owner, { partnerId, reason, idempotencyKey: stage.key("notice") });
  stage.remembered.set("leaving", partnerId);
}

/** What the failed partner's administrator paid goes back to those who covered for it. */
export async function recoverFromBooks({ deps, office, key, remembered }: Stage): Promise<void> {
  const [obligationId, otherRef] = [remembered.get("failed obligation"), remembered.get("dividend")];
  if (!obligationId || !otherRef) return;
  const item = await deps.db.reconItem.findFirstOrThrow({ where: { otherRef } });
  const received = { reconItemId: item.id, amountE6: item.openE6 };
  await recordRecovery(deps, office.finance, { obligationId, ...received, idempotencyKey: key("recovery") });
}

async function agree({ deps, office }: Stage, { id: approvalId }: Approval): Promise<void> {
  await decideApproval(deps, office.risk, { approvalId, decision: "APPROVE", note: "Looked at the figures" });
}
