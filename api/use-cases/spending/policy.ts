import type { Actor } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import type { Points } from "#api/kernel/points.ts";
import type { Approval, SpendPolicy } from "#api/sql/rows.ts";
import { requestApproval } from "#api/use-cases/approvals/request-approval.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { checkNotNegative, checkText } from "#api/use-cases/partners/values.ts";
import { together } from "#api/use-cases/together.ts";
import { recordStep } from "#api/use-cases/transitions.ts";

/** The least guard for everybody's points. */
export type PolicyTerms = {
  needsCode: boolean;
  /** More points than this at once are confirmed by the member; null: never because of their number. */
  confirmAbove: Points | null;
  confirmNewPlaces: boolean;
  /** The most points one member may give away in a day; null: no bound. */
  giftDayMost: Points | null;
};

export type ProposeSpendPolicy = PolicyTerms & { reason: string; idempotencyKey: string };

/** The policy in force; null where the coalition has none. */
export async function policyInForce(deps: Deps): Promise<SpendPolicy | null> {
  const [policy] = await policies(deps, ["policy"]);
  return policy ?? null;
}

const policies = together(async ({ db }) => {
  const policy = await db.spendPolicy.findFirst({ orderBy: { version: "desc" } });
  return new Map(policy ? [["policy", policy]] : []);
});

export async function readSpendPolicy(deps: Deps, actor: Actor): Promise<SpendPolicy | null> {
  can(actor, "programme:read");
  return policyInForce(deps);
}

/** Asks a second person for another policy; in force from the yes on. */
export async function proposeSpendPolicy(deps: Deps, actor: Actor, input: ProposeSpendPolicy): Promise<Approval> {
  can(actor, "spendPolicy:propose");
  const { needsCode, confirmAbove, confirmNewPlaces, giftDayMost, idempotencyKey } = input;
  const payload = {
    needsCode,
    confirmNewPlaces,
    confirmAbove: bound("confirmAbove", confirmAbove),
    giftDayMost: bound("giftDayMost", giftDayMost),
  };
  const reason = checkText("reason", input.reason);
  const request = { action: "proposeSpendPolicy", subjectId: "spendPolicy", payload, reason, idempotencyKey };
  return requestApproval(deps, actor, request);
}

const bound = (field: string, points: Points | null) =>
  points === null ? null : String(checkNotNegative(field, points));

type Stored = {
  needsCode: boolean;
  confirmAbove: string | null;
  confirmNewPlaces: boolean;
  giftDayMost: string | null;
};

/** What runs when the second person agrees. */
export async function spendPolicyApproved(deps: Deps, actor: Actor, approval: Approval): Promise<SpendPolicy> {
  const { id: approvalId, reason } = approval;
  const { confirmAbove, giftDayMost, ...asked } = approval.payload as Stored;
  return deps.db.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('spend policy'))`;
    const known = await tx.spendPolicy.findUnique({ where: { approvalId } });
    if (known) return known;
    const last = await tx.spendPolicy.findFirst({ orderBy: { version: "desc" } });
    const at = deps.clock.now();
    const id = newId("spendPolicy");
    const terms = { ...asked, confirmAbove: points(confirmAbove), giftDayMost: points(giftDayMost) };
    const why = { at, reason, approvalId };
    await recordStep(tx, actor, {
      object: "spendPolicy",
      objectId: id,
      from: null,
      to: "IN_FORCE",
      after: asked,
      ...why,
    });
    const version = (last?.version ?? 0) + 1;
    return tx.spendPolicy.create({ data: { id, version, ...terms, validFrom: at, approvalId } });
  });
}

const points = (text: string | null) => (text === null ? null : BigInt(text));
