import type { Actor } from "#api/kernel/actor.ts";
import { can } from "#api/use-cases/can.ts";
import { sideOf } from "#api/use-cases/cycles/side.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { takingPart } from "#api/use-cases/disputes/find-disputes.ts";
import { openStates } from "#api/use-cases/disputes/states.ts";

/** Open disputes by whose word is due, and how soon. */
export type DisputeQueue = {
  waitsForRespondent: number;
  waitsForClaimant: number;
  waitsForOperator: number;
  /** Of a partner: those that wait for its own word; of the operator: for its decision. */
  waitsForViewer: number;
  /** Whose next word is overdue; of these, only an arbitration stays so. */
  overdue: number;
  /** Due within three days, not overdue. */
  dueSoon: number;
  /** The nearest or longest passed deadline. */
  nextDeadlineAt: Date | null;
};

const SOON_MS = 3 * 86_400_000;

/** The queue of what the actor sees. */
export async function countOpenDisputes(deps: Deps, actor: Actor): Promise<DisputeQueue> {
  can(actor, "dispute:read");
  const side = sideOf(actor, "dispute:read") ?? { partnerId: "" };
  const now = deps.clock.now();
  const soon = new Date(now.getTime() + SOON_MS);
  const open = await deps.db.dispute.groupBy({
    by: ["state", "claimantId", "respondentId"],
    where: { ...takingPart(side), state: { in: [...openStates] } },
    _count: true,
    _min: { deadlineAt: true },
  });
  const where = (deadlineAt: object) => ({ ...takingPart(side), state: { in: [...openStates] }, deadlineAt });
  const [overdue, dueSoon] = await Promise.all([
    deps.db.dispute.count({ where: where({ lte: now }) }),
    deps.db.dispute.count({ where: where({ gt: now, lte: soon }) }),
  ]);
  const countOf = (waits: (row: (typeof open)[number]) => boolean) =>
    open.filter(waits).reduce((sum, { _count }) => sum + _count, 0);
  const deadlines = open.flatMap(({ _min }) => _min.deadlineAt ?? []).sort((a, b) => a.getTime() - b.getTime());
  const own = side.partnerId;
  return {
    waitsForRespondent: countOf(({ state }) => state === "OPEN"),
    waitsForClaimant: countOf(({ state }) => state === "RESPONDED"),
    waitsForOperator: countOf(({ state }) => state === "ARBITRATION"),
    waitsForViewer: countOf(({ state, claimantId, respondentId }) =>
      own === null
        ? state === "ARBITRATION"
        : (state === "OPEN" && respondentId === own) || (state === "RESPONDED" && claimantId === own),
    ),
    overdue,
    dueSoon,
    nextDeadlineAt: deadlines[0] ?? null,
  };
}
