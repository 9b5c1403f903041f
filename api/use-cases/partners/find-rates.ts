import type { Actor } from "#api/kernel/actor.ts";
import { may } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { findTerms } from "#api/use-cases/partners/find-terms.ts";
import { mayPartner } from "#api/use-cases/partners/standing.ts";

/** What members get and can do at a partner: the public part of its contract. */
export type Rates = {
  earnBps: number;
  issues: boolean;
  accepts: boolean;
  redeemShareMaxBps: number;
  isCharity: boolean;
};

/** Of every partner that trades now, not of the operator; whoever sees partners sees this of them. */
export async function findRates(deps: Deps, actor: Actor, partnerIds: readonly string[]): Promise<Map<string, Rates>> {
  if (!may(actor, "partner:read")) return new Map();
  const [terms, charities] = await Promise.all([
    findTerms(deps, partnerIds, deps.clock.now()),
    deps.db.charity.findMany({ where: { partnerId: { in: [...partnerIds] }, until: null } }),
  ]);
  const given = new Set(charities.map(({ partnerId }) => partnerId));
  return new Map(
    [...terms].flatMap(([id, { partner, contract }]): [string, Rates][] => {
      if (!contract || partner.isOperator || !mayPartner(partner, "redeem")) return [];
      const { earnBps, redeemShareMaxBps } = contract;
      const issues = partner.mayIssue && mayPartner(partner, "issue");
      return [[id, { earnBps, redeemShareMaxBps, issues, accepts: partner.mayRedeem, isCharity: given.has(id) }]];
    }),
  );
}
