import { Forbidden, Unauthenticated } from "#api/kernel/access.ts";
import type { Actor, OperatorRole, PartnerRole, Scope } from "#api/kernel/actor.ts";
import { MemberNotFound } from "#api/use-cases/members/refusals.ts";
import { PartnerNotFound } from "#api/use-cases/partners/refusals.ts";

/** Who holds a permission. Absent: nobody of that kind. The system holds them all. */
type Holders = {
  operator?: readonly OperatorRole[];
  partner?: readonly PartnerRole[];
  machine?: readonly Scope[];
  member?: true;
};

const everyOperator = ["CLERK", "FINANCE", "RISK", "ADMIN", "AUDITOR"] as const;
const everyPartner = ["OWNER", "MANAGER", "FINANCE", "CASHIER", "ANALYST"] as const;
const everyScope = ["purchases:write", "purchases:read", "members:write", "members:read", "settlement:read"] as const;
const till = { partner: ["OWNER", "MANAGER", "CASHIER"], machine: ["purchases:write"] } as const;
const partnerMoney = ["OWNER", "FINANCE"] as const;

/** Everything that can be done or read, and by whom. A verb without a row here does not compile. */
const holders = {
  // The coalition
  "programme:read": { operator: everyOperator, partner: everyPartner, machine: everyScope, member: true },
  "programme:create": {},
  "programme:rules": { operator: everyOperator, partner: partnerMoney },
  "programme:change": { operator: ["ADMIN"] },
  "programme:approveChange": { operator: ["FINANCE", "RISK"] },
  "partner:read": { operator: everyOperator, partner: everyPartner, machine: everyScope, member: true },
  "partner:list": { operator: everyOperator, partner: everyPartner, member: true },
  "partner:create": { operator: ["ADMIN"] },
  "partner:activate": { operator: ["ADMIN"] },
  "partner:suspend": { operator: ["RISK", "ADMIN"] },
  "partner:resume": { operator: ["RISK", "ADMIN"] },
  "partner:blockIssuing": { operator: ["RISK", "ADMIN"] },
  "legalEntity:read": { operator: everyOperator, partner: ["OWNER", "MANAGER", "FINANCE"] },
  "legalEntity:add": { operator: ["CLERK", "ADMIN"], partner: ["OWNER"] },
  "location:add": { operator: ["CLERK", "ADMIN"], partner: ["OWNER", "MANAGER"] },
  "terminal:add": { operator: ["CLERK", "ADMIN"], partner: ["OWNER", "MANAGER"] },
  "terminal:block": { operator: ["CLERK", "RISK", "ADMIN"], partner: ["OWNER", "MANAGER"] },
  "contract:read": { operator: everyOperator, partner: ["OWNER", "FINANCE", "ANALYST"] },
  "contract:sign": { operator: ["FINANCE", "ADMIN"] },
  "contract:propose": { operator: ["FINANCE", "ADMIN"] },
  "contract:approve": { operator: ["FINANCE", "RISK", "ADMIN"] },
  "whatIf:run": { operator: ["FINANCE", "RISK", "ADMIN", "AUDITOR"] },
  "exit:read": { operator: everyOperator, partner: ["OWNER", "FINANCE"] },
  "exit:give": { operator: ["ADMIN"], partner: ["OWNER"] },
  "exit:release": { operator: ["FINANCE"] },
  "exit:approveRelease": { operator: ["RISK"] },
  "apiKey:read": { operator: ["ADMIN", "AUDITOR"], partner: ["OWNER", "MANAGER"] },
  "apiKey:create": { operator: ["ADMIN"], partner: ["OWNER"] },
  "apiKey:revoke": { operator: ["RISK", "ADMIN"], partner: ["OWNER"] },
  "staff:read": { operator: ["ADMIN", "AUDITOR"], partner: ["OWNER", "MANAGER"] },
  "staff:assign": { operator: ["ADMIN"], partner: ["OWNER"] },
  "audit:read": { operator: ["RISK", "ADMIN", "AUDITOR"], partner: ["OWNER"] },
  "audit:verify": { operator: ["RISK", "ADMIN", "AUDITOR"] },
  "session:own": { operator: everyOperator, partner: everyPartner, member: true },
  "notice:read": { operator: everyOperator, partner: everyPartner, member: true },
  "export:request": { operator: everyOperator, partner: everyPartner, member: true },
  "work:read": { operator: everyOperator },
  "balanceTree:read": { operator: everyOperator, partner: everyPartner, member: true },
  "balanceTree:prove": { member: true },
  "books:prove": { operator: ["FINANCE", "ADMIN", "AUDITOR"] },

  // Members
  "member:enrol": {
    operator: ["CLERK", "ADMIN"],
    partner: ["OWNER", "MANAGER", "CASHIER"],
    machine: ["members:write"],
  },
  "member:find": {
    operator: everyOperator,
    partner: ["OWNER", "MANAGER", "CASHIER"],
    machine: ["members:read", "purchases:write"],
  },
  "member:read": {
    operator: everyOperator,
    partner: everyPartner,
    machine: ["members:read", "purchases:write", "purchases:read"],
    member: true,
  },
  "member:list": { operator: everyOperator, partner: ["OWNER", "MANAGER", "ANALYST"] },
  "member:identify": {
    operator: ["CLERK", "ADMIN"],
    partner: ["OWNER", "MANAGER"],
    machine: ["members:write"],
  },
  "member:block": { operator: ["CLERK", "RISK", "ADMIN"] },
  "member:link": { operator: ["CLERK", "ADMIN"] },
  "member:merge": { operator: ["CLERK", "ADMIN"] },
  "card:issue": {
    operator: ["CLERK", "ADMIN"],
    partner: ["OWNER", "MANAGER", "CASHIER"],
    machine: ["members:write"],
    member: true,
  },
  "card:block": {
    operator: ["CLERK", "RISK", "ADMIN"],
    partner: ["OWNER", "MANAGER", "CASHIER"],
    machine: ["members:write"],
    member: true,
  },
  "card:pass": { member: true },
  "balance:read": {
    operator: everyOperator,
    partner: ["OWNER", "MANAGER", "CASHIER"],
    machine: ["members:read", "purchases:write"],
    member: true,
  },
  "memberData:take": { member: true },
  "history:read": { operator: everyOperator, member: true },

  // Purchases and points
  "purchase:quote": till,
  "purchase:record": till,
  "purchase:return": till,
  "purchase:read": {
    operator: everyOperator,
    partner: everyPartner,
    machine: ["purchases:read", "purchases:write"],
    member: true,
  },
  "points:reserve": till,
  "points:capture": till,
  "points:release": till,
  "points:transfer": { operator: ["CLERK", "ADMIN"], member: true },
  "points:donate": { member: true },
  "spend:guard": { member: true },
  "spend:lock": { operator: ["CLERK", "RISK", "ADMIN"] },
  "spendPolicy:propose": { operator: ["RISK", "ADMIN"] },
  "spendPolicy:approve": { operator: ["FINANCE"] },
  "pool:take": { member: true },
  "pool:read": { operator: everyOperator, partner: everyPartner, member: true },
  "pool:rule": { operator: ["CLERK", "ADMIN"], partner: ["OWNER", "MANAGER"], member: true },
  "pool:open": { operator: ["CLERK", "ADMIN"], member: true },
  "charity:set": { operator: ["ADMIN"] },
  "referral:invite": { member: true },
  "referral:read": { operator: ["CLERK", "RISK", "ADMIN", "AUDITOR"], member: true },
  "referralTerms:propose": { operator: ["ADMIN"] },
  "referralTerms:approve": { operator: ["FINANCE"] },
  "claim:open": { member: true },
  "claim:read": { operator: everyOperator, partner: ["OWNER", "MANAGER", "FINANCE"], member: true },
  "claim:decide": { operator: ["CLERK", "ADMIN"], partner: ["OWNER", "MANAGER"] },
  "points:adjust": { operator: ["CLERK", "ADMIN"] },
  "points:approve": { operator: ["FINANCE", "ADMIN"] },

  // Clearing and settlement
  "ledger:read": { operator: ["FINANCE", "RISK", "ADMIN", "AUDITOR"] },
  "cycle:read": { operator: everyOperator, partner: ["OWNER", "FINANCE", "ANALYST"], machine: ["settlement:read"] },
  "cycle:close": { operator: ["CLERK"] },
  "cycle:reopen": { operator: ["CLERK"] },
  "cycle:correct": { operator: ["CLERK"] },
  "cycle:renet": { operator: ["CLERK", "FINANCE"] },
  "cycle:approve": { operator: ["FINANCE"] },
  "position:read": { operator: everyOperator, partner: ["OWNER", "FINANCE", "ANALYST"], machine: ["settlement:read"] },
  "obligation:read": { operator: everyOperator, partner: partnerMoney, machine: ["settlement:read"] },
  "matrix:read": { operator: ["FINANCE", "RISK", "ADMIN", "AUDITOR"] },
  "statement:confirm": { partner: partnerMoney },
  "taxRule:read": { operator: everyOperator, partner: partnerMoney },
  "taxRule:set": { operator: ["ADMIN"] },
  "taxRule:approve": { operator: ["FINANCE"] },
  "statement:read": { operator: everyOperator, partner: partnerMoney, machine: ["settlement:read"] },
  "prepaid:read": { operator: everyOperator, partner: partnerMoney },
  "prepaid:buy": { operator: ["FINANCE"], partner: partnerMoney },
  "exposure:read": { operator: ["FINANCE", "RISK", "ADMIN", "AUDITOR"], partner: partnerMoney },
  "bankAccount:read": { operator: everyOperator, partner: partnerMoney },
  "bankAccount:propose": { operator: ["CLERK", "ADMIN"], partner: ["OWNER"] },
  "bankAccount:proposeOwn": { operator: ["ADMIN"] },
  "bankAccount:approve": { operator: ["FINANCE"] },
  "bank:read": { operator: everyOperator },
  "bank:import": { operator: ["CLERK", "FINANCE"] },
  "payment:read": { operator: everyOperator, partner: partnerMoney },
  "payment:submit": { operator: ["CLERK"] },
  "payment:approve": { operator: ["FINANCE"] },
  "payment:export": { operator: ["CLERK", "FINANCE"] },
  "payment:cancel": { operator: ["CLERK", "FINANCE"] },
  "recon:read": { operator: everyOperator, partner: ["OWNER", "MANAGER", "FINANCE"] },
  "recon:work": { operator: ["CLERK"] },
  "recon:approve": { operator: ["FINANCE"] },
  "recon:unmatch": { operator: ["FINANCE"] },
  "payout:hold": { operator: ["RISK"] },
  "collateral:record": { operator: ["FINANCE"] },
  "fee:charge": { operator: ["FINANCE"] },
  "limit:override": { operator: ["RISK"] },
  "limit:approveOverride": { operator: ["FINANCE"] },
  "limit:revokeOverride": { operator: ["RISK", "FINANCE"] },
  "stress:read": { operator: ["FINANCE", "RISK", "ADMIN", "AUDITOR"] },
  "velocity:read": { operator: ["CLERK", "RISK", "ADMIN", "AUDITOR"] },
  "velocity:work": { operator: ["CLERK", "RISK"] },
  "velocity:propose": { operator: ["RISK"] },
  "velocity:approve": { operator: ["FINANCE"] },
  "default:read": { operator: ["FINANCE", "RISK", "ADMIN", "AUDITOR"] },
  "default:declare": { operator: ["RISK"] },
  "default:approve": { operator: ["FINANCE"] },
  "recovery:record": { operator: ["FINANCE"] },
  "lotsRule:propose": { operator: ["RISK"] },
  "lotsRule:approve": { operator: ["FINANCE"] },
  "partner:reinstate": { operator: ["RISK"] },
  "partner:approveReinstatement": { operator: ["FINANCE"] },
  "dispute:read": { operator: everyOperator, partner: ["OWNER", "MANAGER", "FINANCE"] },
  "dispute:open": { operator: ["CLERK"], partner: ["OWNER", "MANAGER", "FINANCE"] },
  "dispute:addEvidence": { operator: ["CLERK", "FINANCE"], partner: ["OWNER", "MANAGER", "FINANCE"] },
  "dispute:concede": { partner: partnerMoney },
  "dispute:respond": { partner: ["OWNER", "MANAGER"] },
  "dispute:accept": { partner: ["OWNER", "MANAGER", "FINANCE"] },
  "dispute:escalate": { partner: partnerMoney },
  "dispute:withdraw": { partner: ["OWNER", "MANAGER", "FINANCE"] },
  "dispute:proposeDecision": { operator: ["CLERK"] },
  "dispute:decide": { operator: ["FINANCE"] },
  "partnerFile:read": { operator: everyOperator, partner: ["OWNER", "MANAGER", "FINANCE"] },
  "partnerFile:upload": { operator: ["CLERK"], partner: partnerMoney },
  "partnerFile:resolve": { operator: ["CLERK"] },
  "partnerFile:approve": { operator: ["FINANCE"] },

  // Campaigns
  "campaign:read": { operator: everyOperator, partner: ["OWNER", "MANAGER", "FINANCE", "ANALYST"] },
  "campaign:draft": { operator: ["CLERK", "ADMIN"], partner: ["OWNER", "MANAGER"] },
  "campaign:approve": { operator: ["FINANCE", "ADMIN"], partner: ["OWNER", "MANAGER", "FINANCE"] },
  "campaign:run": { operator: ["CLERK", "RISK", "ADMIN"], partner: ["OWNER", "MANAGER", "FINANCE"] },
  "campaign:join": { partner: partnerMoney },
  "campaign:simulate": { operator: ["CLERK", "FINANCE", "ADMIN"], partner: ["OWNER", "MANAGER", "FINANCE", "ANALYST"] },
  "offering:read": { operator: everyOperator, partner: ["OWNER", "MANAGER", "FINANCE", "ANALYST"] },
  "offering:edit": { operator: ["CLERK", "ADMIN"], partner: ["OWNER", "MANAGER"] },
  "offering:take": { member: true },
  "campaign:setPolicy": { operator: ["FINANCE", "ADMIN"], partner: partnerMoney },

  // Draws, the catalogue, activities and challenges
  "draw:read": { operator: everyOperator },
  "draw:draft": { operator: ["CLERK", "ADMIN"] },
  "draw:approve": { operator: ["FINANCE", "RISK", "ADMIN"] },
  "draw:run": { operator: ["CLERK", "RISK", "ADMIN"] },
  "draw:enter": { member: true },
  "reward:read": { operator: everyOperator, partner: everyPartner, machine: everyScope, member: true },
  "reward:manage": { operator: ["CLERK", "ADMIN"], partner: ["OWNER", "MANAGER"] },
  "reward:order": { member: true },
  "rewardOrder:read": { operator: everyOperator, ...till, member: true },
  "rewardOrder:handOut": { operator: ["CLERK", "ADMIN"], ...till },
  "activity:read": {
    operator: everyOperator,
    partner: everyPartner,
    machine: ["purchases:read", "purchases:write"],
    member: true,
  },
  "activity:record": { partner: ["OWNER", "MANAGER"], machine: ["purchases:write"] },
  "activityKind:manage": { operator: ["CLERK", "ADMIN"], partner: ["OWNER", "MANAGER"] },
  "challenge:read": { operator: everyOperator, partner: ["OWNER", "MANAGER", "FINANCE", "ANALYST"], member: true },
  "challenge:draft": { operator: ["CLERK", "ADMIN"], partner: ["OWNER", "MANAGER"] },
  "challenge:approve": { operator: ["FINANCE", "ADMIN"], partner: ["OWNER", "MANAGER", "FINANCE"] },
  "challenge:run": { operator: ["CLERK", "RISK", "ADMIN"], partner: ["OWNER", "MANAGER", "FINANCE"] },

  // Messages and journeys
  "inbox:read": { member: true },
  "message:read": { operator: everyOperator, partner: ["OWNER", "MANAGER", "ANALYST"], member: true },
  "messaging:read": { operator: everyOperator, partner: ["OWNER", "MANAGER", "ANALYST"] },
  "messaging:setRules": { operator: ["ADMIN"] },
  "template:read": { operator: everyOperator, partner: ["OWNER", "MANAGER", "FINANCE", "ANALYST"] },
  "template:write": { operator: ["CLERK", "ADMIN"], partner: ["OWNER", "MANAGER"] },
  "consent:read": { operator: everyOperator, member: true },
  "consent:set": { member: true },
  "consent:unsubscribe": {},
  "channel:read": { operator: everyOperator, partner: everyPartner, member: true },
  "channel:link": { member: true },
  "channel:test": { operator: ["ADMIN"] },
  "member:setLanguage": { member: true },
  "deletion:ask": { member: true },
  "deletion:read": { operator: everyOperator, member: true },
  "deletion:work": { operator: ["CLERK", "ADMIN"] },
  "journey:read": { operator: everyOperator, partner: ["OWNER", "MANAGER", "FINANCE", "ANALYST"] },
  "journey:draft": { operator: ["CLERK", "ADMIN"], partner: ["OWNER", "MANAGER"] },
  "journey:approve": { operator: ["FINANCE", "ADMIN"], partner: ["OWNER", "MANAGER", "FINANCE"] },
  "journey:run": { operator: ["CLERK", "RISK", "ADMIN"], partner: ["OWNER", "MANAGER"] },

  // Segments, customers and figures about many
  "segment:read": { operator: everyOperator, partner: ["OWNER", "MANAGER", "FINANCE", "ANALYST"] },
  "segment:define": { operator: ["CLERK", "ADMIN"], partner: ["OWNER", "MANAGER"] },
  "segment:recount": { operator: ["CLERK", "ADMIN"], partner: ["OWNER", "MANAGER", "ANALYST"] },
  "segment:share": { operator: ["ADMIN"] },
  "tag:set": { operator: ["CLERK", "ADMIN"], partner: ["OWNER", "MANAGER", "CASHIER"] },
  "customer:read": { partner: ["OWNER", "MANAGER", "ANALYST"] },
  "analytics:read": { operator: everyOperator, partner: ["OWNER", "MANAGER", "FINANCE", "ANALYST"] },
  "coalitionAnalytics:read": { operator: everyOperator },
  "audience:setPolicy": { operator: ["ADMIN"] },

  // Tiers, events, clubs and plans
  "tier:read": { operator: everyOperator, partner: everyPartner, member: true },
  "tier:propose": { operator: ["CLERK", "ADMIN"] },
  "tier:approve": { operator: ["FINANCE", "ADMIN"] },
  "memberEvent:read": { operator: everyOperator, partner: everyPartner, member: true },
  "memberEvent:manage": { operator: ["CLERK", "ADMIN"], partner: ["OWNER", "MANAGER"] },
  "memberEvent:checkIn": { operator: ["CLERK", "ADMIN"], partner: ["OWNER", "MANAGER", "CASHIER"] },
  "memberEvent:book": { member: true },
  "club:read": { operator: everyOperator, partner: everyPartner, member: true },
  "club:manage": { operator: ["CLERK", "ADMIN"], partner: ["OWNER", "MANAGER"] },
  "club:join": { member: true },
  "plan:read": { operator: everyOperator, partner: everyPartner, member: true },
  "plan:propose": { operator: ["CLERK", "ADMIN"] },
  "plan:approve": { operator: ["FINANCE", "ADMIN"] },
  "plan:count": { operator: everyOperator },
  "plan:recordPayment": {
    operator: ["CLERK", "FINANCE"],
    partner: ["OWNER", "MANAGER", "CASHIER"],
    machine: ["purchases:write"],
  },
  "planPayment:read": { operator: everyOperator, partner: ["OWNER", "FINANCE"] },
  "subscription:change": { operator: ["CLERK", "ADMIN"], member: true },

  // Second persons and machinery
  "approval:read": { operator: everyOperator },
  "approval:decide": { operator: ["FINANCE", "RISK", "ADMIN"] },
  "houseApproval:read": { partner: ["OWNER", "MANAGER", "FINANCE"] },
  "houseApproval:decide": { partner: ["OWNER", "MANAGER", "FINANCE"] },
  "opening:record": {},
  "job:run": {},
} as const satisfies Record<string, Holders>;

export type Permission = keyof typeof holders;

/** What a deed is about: whose partner or which member. */
export type Subject = { partnerId: string } | { memberId: string };

/**
 * Refuses what the actor may not do. Without the permission: `Unauthenticated` or `Forbidden`. With it, but for a
 * partner or member that is not its own: the same refusal as for an id that does not exist.
 */
export function can(actor: Actor, permission: Permission, subject?: Subject): void {
  if (!may(actor, permission)) throw actor.kind === "anonymous" ? new Unauthenticated() : new Forbidden(permission);
  if (subject) seesSubject(actor, subject);
}

/** Does one of the actor's roles or scopes include the permission? */
export function may(actor: Actor, permission: Permission): boolean {
  const held: Holders = holders[permission];
  switch (actor.kind) {
    case "anonymous":
      return false;
    case "system":
      return true;
    case "operator":
      return actor.roles.some((role) => held.operator?.includes(role));
    case "partnerStaff":
      return actor.roles.some((role) => held.partner?.includes(role));
    case "machine":
      return actor.scopes.some((scope) => held.machine?.includes(scope));
    case "member":
      return held.member === true;
  }
}

/** May the actor see all of this partner, and not only its public face? */
export function seesPartner(actor: Actor, partnerId: string): boolean {
  if (actor.kind === "system" || actor.kind === "operator") return true;
  return (actor.kind === "partnerStaff" || actor.kind === "machine") && actor.partnerId === partnerId;
}

function seesSubject(actor: Actor, subject: Subject): void {
  if ("partnerId" in subject) {
    if (!seesPartner(actor, subject.partnerId)) throw new PartnerNotFound(subject.partnerId);
  } else if (actor.kind === "member" && actor.memberId !== subject.memberId) {
    throw new MemberNotFound(subject.memberId);
  }
}
