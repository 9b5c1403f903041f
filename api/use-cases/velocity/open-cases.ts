import type { Actor } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import type { Tx, VelocityRule } from "#api/sql/rows.ts";
import { putMember } from "#api/use-cases/members/member-status.ts";
import { notifyStaff } from "#api/use-cases/notices/notify.ts";
import { recordSteps } from "#api/use-cases/transitions.ts";
import type { Crossing } from "#api/use-cases/velocity/find-crossings.ts";

type Found = { rule: VelocityRule; crossings: readonly Crossing[]; at: Date };

/** Opens a case for each, does what the rule says, and tells risk. */
export async function openCases(tx: Tx, actor: Actor, { rule, crossings, at }: Found): Promise<void> {
  const cases = crossings.map((crossing) => ({
    id: newId("velocityCase"),
    ruleId: rule.id,
    openedAt: at,
    ...crossing,
  }));
  await tx.velocityCase.createMany({ data: cases });
  const step = { object: "velocityCase", from: null, to: "OPEN", at };
  await recordSteps(
    tx,
    actor,
    cases.map(({ id }) => ({ ...step, objectId: id })),
  );
  if (rule.action === "OPEN_CASE_AND_BLOCK_MEMBER") {
    const reason = `Over the limit of the velocity rule ${rule.id}`;
    const ids = crossings.map(({ subjectId }) => subjectId);
    const active = await tx.member.findMany({ where: { id: { in: ids }, status: "ACTIVE" }, orderBy: { id: "asc" } });
    for (const { id: memberId } of active) await putMember(tx, actor, { memberId, to: "BLOCKED", reason, at });
  }
  await notifyStaff(
    tx,
    { partnerId: null, roles: ["OPERATOR_RISK"] },
    {
      kind: "VELOCITY_CASE",
      facts: { rule: rule.kind, count: String(cases.length) },
      href: "/operator/partners/velocity",
      at,
    },
  );
}
