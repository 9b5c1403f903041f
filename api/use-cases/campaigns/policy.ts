import { type Actor, actorRef, partnerOf } from "#api/kernel/actor.ts";
import type { Tx } from "#api/sql/rows.ts";
import { recordAudit } from "#api/use-cases/audit/record-audit.ts";
import { houseOf } from "#api/use-cases/campaigns/houses.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { checkText } from "#api/use-cases/partners/values.ts";

/** What a house asks of its own campaigns. */
export type CampaignPolicyView = {
  /** None is submitted that may cost without end. */
  budgetRequired: boolean;
};

/** The viewer's house's own. */
export async function readCampaignPolicy({ db }: Deps, actor: Actor): Promise<CampaignPolicyView> {
  can(actor, "campaign:read");
  return policyOf(db, houseOf(actor));
}

export async function policyOf(db: Tx, house: string): Promise<CampaignPolicyView> {
  const set = await db.campaignPolicy.findUnique({ where: { house } });
  return { budgetRequired: set?.budgetRequired ?? false };
}

export type SetCampaignPolicy = { budgetRequired: boolean; reason: string };

/** Sets it for campaigns that are submitted from now on. */
export async function setCampaignPolicy(
  deps: Deps,
  actor: Actor,
  { budgetRequired, reason: said }: SetCampaignPolicy,
): Promise<CampaignPolicyView> {
  can(actor, "campaign:setPolicy");
  const reason = checkText("reason", said);
  const house = houseOf(actor);
  return deps.db.$transaction(async (tx) => {
    const before = await policyOf(tx, house);
    if (before.budgetRequired === budgetRequired) return before;
    const at = deps.clock.now();
    const set = { budgetRequired, setBy: actorRef(actor), setAt: at };
    await tx.campaignPolicy.upsert({ where: { house }, create: { house, ...set }, update: set });
    const after = { budgetRequired };
    const about = {
      action: "setCampaignPolicy",
      object: "campaignPolicy",
      objectId: house,
      partnerId: partnerOf(actor),
    };
    await recordAudit(tx, actor, { ...about, at, reason, before, after });
    return after;
  });
}
