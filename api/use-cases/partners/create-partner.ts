import type { Actor } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import { openExposure } from "#api/ledger/exposures.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { takeKey } from "#api/use-cases/keys.ts";
import { type PartnerView, viewPartner } from "#api/use-cases/partners/partner-view.ts";
import { CodeTaken } from "#api/use-cases/partners/refusals.ts";
import { checkCode, checkText } from "#api/use-cases/partners/values.ts";
import { recordStep } from "#api/use-cases/transitions.ts";

export type CreatePartner = {
  code: string;
  name: string;
  category: string;
  mayIssue?: boolean | null | undefined;
  mayRedeem?: boolean | null | undefined;
  idempotencyKey: string;
};

/** Takes a merchant into the coalition. It trades once it has a contract and is activated. */
export async function createPartner(deps: Deps, actor: Actor, input: CreatePartner): Promise<PartnerView> {
  can(actor, "partner:create");
  const partner = {
    id: newId("partner"),
    code: checkCode("code", input.code),
    name: checkText("name", input.name),
    category: checkText("category", input.category),
    mayIssue: input.mayIssue ?? true,
    mayRedeem: input.mayRedeem ?? true,
  };
  return deps.db.$transaction(async (tx) => {
    const first = await takeKey(tx, actor, { verb: "createPartner", input, objectId: partner.id });
    if (first) return viewPartner(actor, await tx.partner.findUniqueOrThrow({ where: { id: first } }));
    const { count } = await tx.partner.createMany({ data: [partner], skipDuplicates: true });
    if (count === 0) throw new CodeTaken(partner.code);
    await openExposure(tx, partner.id);
    const at = deps.clock.now();
    const step = { object: "partner", objectId: partner.id, from: null, to: "ONBOARDING", after: partner };
    await recordStep(tx, actor, { ...step, at });
    return viewPartner(actor, await tx.partner.findUniqueOrThrow({ where: { id: partner.id } }));
  });
}
