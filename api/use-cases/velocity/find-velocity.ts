import type { Actor } from "#api/kernel/actor.ts";
import { type Page, type PageArgs, pageOf } from "#api/kernel/page.ts";
import type { EntryRow } from "#api/ledger/read/entries.ts";
import { findCountedEntries } from "#api/ledger/read/velocity.ts";
import type { VelocityCase, VelocityCaseState, VelocityRule } from "#api/sql/rows.ts";
import { sql } from "#api/sql/snapshot.ts";
import { can, may } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { readSteps, type StepRow } from "#api/use-cases/steps.ts";
import { isOfPair } from "#api/use-cases/velocity/find-crossings.ts";

type Found<Row> = Promise<Map<string, Row>>;

/** Rules by id; the operator's only. */
export async function findVelocityRules(deps: Deps, actor: Actor, ids: readonly string[]): Found<VelocityRule> {
  if (!may(actor, "velocity:read")) return new Map();
  const rows = await deps.db.velocityRule.findMany({ where: { id: { in: [...ids] } } });
  return new Map(rows.map((row) => [row.id, row]));
}

/** Newest first. The cursor is the id. */
export async function listVelocityRules(
  deps: Deps,
  actor: Actor,
  { first, after, inForce }: PageArgs & { inForce?: boolean | null | undefined },
): Promise<Page<VelocityRule>> {
  can(actor, "velocity:read");
  const at = deps.clock.now();
  const running = { validFrom: { lte: at }, OR: [{ validUntil: null }, { validUntil: { gt: at } }] };
  const where = { ...(inForce ? running : {}), ...(after === null ? {} : { id: { lt: after } }) };
  return pageOf(await deps.db.velocityRule.findMany({ where, orderBy: { id: "desc" }, take: first + 1 }), first);
}

/** Cases by id; the operator's only. */
export async function findVelocityCases(deps: Deps, actor: Actor, ids: readonly string[]): Found<VelocityCase> {
  if (!may(actor, "velocity:read")) return new Map();
  const rows = await deps.db.velocityCase.findMany({ where: { id: { in: [...ids] } } });
  return new Map(rows.map((row) => [row.id, row]));
}

/** How cases came to where they stand, oldest first. */
export async function findVelocitySteps(deps: Deps, actor: Actor, ids: readonly string[]): Found<StepRow[]> {
  return readSteps(deps, actor, [...(await findVelocityCases(deps, actor, ids)).keys()]);
}

export type ListVelocityCases = PageArgs & {
  states?: readonly VelocityCaseState[] | null | undefined;
  velocityRuleId?: string | null | undefined;
  /** A member, terminal, location or partner. */
  subjectId?: string | null | undefined;
};

/** Newest first. The cursor is the id. */
export async function listVelocityCases(
  deps: Deps,
  actor: Actor,
  input: ListVelocityCases,
): Promise<Page<VelocityCase>> {
  can(actor, "velocity:read");
  const { first, after, states, velocityRuleId, subjectId } = input;
  const where = {
    ...(states ? { state: { in: [...states] } } : {}),
    ...(velocityRuleId ? { ruleId: velocityRuleId } : {}),
    ...(subjectId ? { subjectId } : {}),
    ...(after === null ? {} : { id: { lt: after } }),
  };
  return pageOf(await deps.db.velocityCase.findMany({ where, orderBy: { id: "desc" }, take: first + 1 }), first);
}

/** What a case's rule counted within its window, newest first, as long as it is kept; the cursor is the order of posting. */
export async function listCountedEntries(
  { db }: Deps,
  actor: Actor,
  { ruleId, subjectId, windowFrom: from, windowUntil: until }: VelocityCase,
  page: PageArgs,
): Promise<Page<EntryRow>> {
  can(actor, "velocity:read");
  const rule = await db.velocityRule.findUniqueOrThrow({ where: { id: ruleId } });
  const kind = rule.kind === "FIRST_REDEMPTION_AFTER_ENROLMENT" ? "POINTS_REDEEMED" : rule.kind;
  const counted = kind === "EXCLUDED_PAIR" ? isOfPair(rule) : sql`v.kind = ${kind}::velocity_kind`;
  const ofReceipts = kind === "RECEIPTS";
  return findCountedEntries(db, { counted, ofReceipts, subject: rule.subject, subjectId, from, until }, page);
}

/** What cases' subjects are called: a partner's name, an outlet's, a till's with its outlet's; a member's own id. */
export async function findSubjectNames({ db }: Deps, actor: Actor, ids: readonly string[]): Found<string> {
  if (!may(actor, "velocity:read")) return new Map();
  const rows = await db.$queryRaw<{ id: string; name: string }[]>`
    SELECT id, name FROM partner WHERE id = ANY(${[...ids]})
    UNION ALL SELECT id, name FROM location WHERE id = ANY(${[...ids]})
    UNION ALL SELECT t.id, l.name || ' · ' || t.code FROM terminal t JOIN location l ON l.id = t.location_id
      WHERE t.id = ANY(${[...ids]})
    UNION ALL SELECT id, id FROM member WHERE id = ANY(${[...ids]})`;
  return new Map(rows.map(({ id, name }) => [id, name]));
}
