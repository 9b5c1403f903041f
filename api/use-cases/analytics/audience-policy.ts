import { type Actor, actorRef } from "#api/kernel/actor.ts";
import type { Tx } from "#api/sql/rows.ts";
import { recordAudit } from "#api/use-cases/audit/record-audit.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { checkText, checkWhole } from "#api/use-cases/partners/values.ts";

/** How people are protected in figures about many, and who counts as inactive. */
export type AudiencePolicyView = {
  /** Fewer members than this are never told of as a number to whoever does not know them. */
  minimumGroup: number;
  /** Who bought nothing for so many days is inactive. */
  inactiveDays: number;
};

const unset: AudiencePolicyView = { minimumGroup: 10, inactiveDays: 90 };

/** Below five, a group is a family. */
const GROUP = [5, 1_000] as const;
const INACTIVE = [7, 731] as const;

export async function readAudiencePolicy(deps: Deps, actor: Actor): Promise<AudiencePolicyView> {
  can(actor, "analytics:read");
  return findAudiencePolicy(deps);
}

export function findAudiencePolicy({ db }: { db: Tx }): Promise<AudiencePolicyView> {
  return policyIn(db);
}

async function policyIn(db: Tx): Promise<AudiencePolicyView> {
  const set = await db.audiencePolicy.findUnique({ where: { id: 1 } });
  return set ? { minimumGroup: set.minimumGroup, inactiveDays: set.inactiveDays } : unset;
}

export type SetAudiencePolicy = AudiencePolicyView & { reason: string };

export async function setAudiencePolicy(
  deps: Deps,
  actor: Actor,
  { reason: said, ...input }: SetAudiencePolicy,
): Promise<AudiencePolicyView> {
  can(actor, "audience:setPolicy");
  const reason = checkText("reason", said);
  const minimumGroup = checkWhole("minimumGroup", input.minimumGroup, GROUP);
  const inactiveDays = checkWhole("inactiveDays", input.inactiveDays, INACTIVE);
  return deps.db.$transaction(async (tx) => {
    const before = await policyIn(tx);
    const at = deps.clock.now();
    const after = { minimumGroup, inactiveDays };
    if (before.minimumGroup === minimumGroup && before.inactiveDays === inactiveDays) return before;
    const set = { ...after, setBy: actorRef(actor), setAt: at };
    await tx.audiencePolicy.upsert({ where: { id: 1 }, create: set, update: set });
    const about = { action: "setAudiencePolicy", object: "audiencePolicy", objectId: "1", at, reason };
    await recordAudit(tx, actor, { ...about, before, after });
    return after;
  });
}

/**
 * A count as it may be told to whoever does not know the members: rounded down to whole groups, and null for less than one.
 * One person more or less is seen in it once in a group's size, and nobody chooses when.
 */
export function tellableCount(count: number, minimumGroup: number): number | null {
  return count < minimumGroup ? null : count - (count % minimumGroup);
}
