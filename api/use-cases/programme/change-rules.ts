import type { Actor } from "#api/kernel/actor.ts";
import type { Approval, Programme } from "#api/sql/rows.ts";
import { requestApproval } from "#api/use-cases/approvals/request-approval.ts";
import { recordAudit } from "#api/use-cases/audit/record-audit.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { CurrencyUnsupported, InvalidValue } from "#api/use-cases/partners/refusals.ts";
import { findProgramme } from "#api/use-cases/programme/read-programme.ts";
import { RulesChangedMeanwhile } from "#api/use-cases/programme/refusals.ts";
import { checkRule, type RuleName, type Rules, restored, stored } from "#api/use-cases/programme/rules.ts";

export type ChangeProgrammeRules = {
  /** Only what shall change; absent rules stay. */
  rules: { [Name in RuleName]?: Rules[Name] | undefined };
  /** Only to be told that it cannot change. */
  currency?: string | null | undefined;
  reason: string;
  idempotencyKey: string;
};

type Values = Record<string, string | number | null>;

/** Proposes other rules for the coalition, beside those in force. They count when a second person agrees. */
export async function changeProgrammeRules(
  deps: Deps,
  actor: Actor,
  { rules, currency, reason, idempotencyKey }: ChangeProgrammeRules,
): Promise<{ programme: Programme; approval: Approval }> {
  can(actor, "programme:change");
  const programme = await findProgramme(deps);
  if (currency && currency !== programme.currency) throw new CurrencyUnsupported(currency, programme.currency);
  const wished = Object.entries(rules).filter(([, value]) => value !== undefined);
  for (const [name, value] of wished) checkRule(name, value);
  const after: Values = Object.fromEntries(wished.map(([name, value]) => [name, stored(value)]));
  const before = valuesOf(programme, Object.keys(after));
  const asked = { payload: { after }, seen: { before }, reason, idempotencyKey };
  const request = { action: "changeProgrammeRules", subjectId: programme.id, ...asked };
  const approval = await requestApproval(deps, actor, request, async () => {
    if (wished.length === 0) throw new InvalidValue("rules", "none", "at least one rule that changes");
  });
  return { programme, approval };
}

/** What runs when the second person agrees: only upon the rules that were seen when it was proposed. */
export async function changeApprovedRules(deps: Deps, actor: Actor, approval: Approval): Promise<Programme> {
  const { before, after } = approval.payload as { before: Values; after: Values };
  return deps.db.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT FROM programme FOR UPDATE`;
    const programme = await tx.programme.findFirstOrThrow();
    const now = valuesOf(programme, Object.keys(after));
    if (isSame(now, after)) return programme;
    const changed = Object.keys(after).filter((name) => now[name] !== before[name]);
    if (changed.length > 0) throw new RulesChangedMeanwhile(changed);
    const data = Object.fromEntries(Object.entries(after).map(([name, value]) => [name, restored(name, value)]));
    const { id: objectId } = programme;
    const why = { at: deps.clock.now(), reason: approval.reason, approvalId: approval.id };
    await recordAudit(tx, actor, { action: approval.action, object: "programme", objectId, before, after, ...why });
    return tx.programme.update({ where: { id: objectId }, data });
  });
}

function valuesOf(programme: Programme, names: readonly string[]): Values {
  const rules = programme as unknown as Record<string, unknown>;
  return Object.fromEntries(names.map((name) => [name, stored(rules[name])]));
}

const isSame = (a: Values, b: Values) => Object.keys(b).every((name) => a[name] === b[name]);
