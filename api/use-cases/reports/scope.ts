import type { Actor } from "#api/kernel/actor.ts";
import { minorUnitE6 } from "#api/kernel/money.ts";
import type { ReportScope } from "#api/ledger/read/reports/scope.ts";
import type { Programme } from "#api/sql/rows.ts";
import { can, seesPartner } from "#api/use-cases/can.ts";
import { sideOf } from "#api/use-cases/cycles/side.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { givenFilters, type ReportFilters } from "#api/use-cases/reports/filters.ts";
import { ReportFilterRefused, ReportSubjectNotFound } from "#api/use-cases/reports/refusals.ts";
import type { ReportDefinition } from "#api/use-cases/reports/report-definition.ts";

/** The part of a scope that was asked for, and what it is called in the file's name. */
export type AskedScope = Omit<ReportScope, "at" | "timeZone" | "minorUnitE6"> & { of: ReportSubject };

/** Codes and numbers, as people know them; null: all. */
export type ReportSubject = { partner: string | null; cycle: string | null; version: number };

const unasked = {
  partnerId: null,
  cycleId: null,
  statementId: null,
  fileId: null,
  memberId: null,
  locationId: null,
  event: null,
  place: null,
  section: null,
  originCycleId: null,
  issuerId: null,
  redeemerId: null,
  state: null,
  search: null,
  actor: null,
  object: null,
  objectId: null,
  account: null,
  ownerId: null,
  action: null,
  from: null,
  until: null,
} as const;

/**
 * What the actor gets when asking for a report so: a partner its own side whatever it asks, a member itself. Refuses
 * filters that the report does not take, misses those it needs, and knows no ids the actor may not see.
 */
export async function scopeOf(
  deps: Deps,
  actor: Actor,
  definition: ReportDefinition,
  filters: ReportFilters,
): Promise<AskedScope> {
  can(actor, permissionFor(actor, definition));
  const known = [...definition.needs, ...definition.takes];
  const stray = givenFilters(filters).find((name) => !known.includes(name));
  if (stray) throw new ReportFilterRefused(stray, "not taken");
  const own = sideOf(actor, permissionFor(actor, definition))?.partnerId ?? null;
  const asked: typeof filters = {
    ...filters,
    ...(own !== null && !filters.partnerId ? { partnerId: own } : {}),
    ...(actor.kind === "member" && !filters.memberId ? { memberId: actor.memberId } : {}),
  };
  const missing = definition.needs.find((name) => asked[name] === null || asked[name] === undefined);
  if (missing) throw new ReportFilterRefused(missing, "needed");
  const of = await subjectOf(deps, actor, asked);
  const given = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined));
  return { ...unasked, ...given, of };
}

/** The operator's people read single entries only with the right to read the books. */
export function permissionFor(actor: Actor, { permission, operatorNeeds }: ReportDefinition) {
  return actor.kind === "operator" ? (operatorNeeds ?? permission) : permission;
}

async function subjectOf({ db }: Deps, actor: Actor, asked: ReportFilters): Promise<ReportSubject> {
  const { partnerId, statementId, fileId, memberId } = asked;
  if (partnerId && !seesPartner(actor, partnerId)) throw new ReportSubjectNotFound("partnerId", partnerId);
  if (memberId && actor.kind === "member" && actor.memberId !== memberId)
    throw new ReportSubjectNotFound("memberId", memberId);
  const statement = statementId
    ? await db.statement.findUnique({
        where: { id: statementId },
        select: { partnerId: true, cycleId: true, version: true },
      })
    : null;
  if (statementId && (!statement || !seesPartner(actor, statement.partnerId)))
    throw new ReportSubjectNotFound("statementId", statementId);
  const file = fileId ? await db.partnerFile.findUnique({ where: { id: fileId }, select: { partnerId: true } }) : null;
  if (fileId && (!file || !seesPartner(actor, file.partnerId))) throw new ReportSubjectNotFound("fileId", fileId);
  const cycleId = asked.cycleId ?? statement?.cycleId;
  const [partner, cycle, member] = await Promise.all([
    findNamed("partnerId", partnerId ?? statement?.partnerId ?? file?.partnerId, (id) =>
      db.partner.findUnique({ where: { id }, select: { code: true } }),
    ),
    findNamed("cycleId", cycleId, (id) => db.cycle.findUnique({ where: { id }, select: { seq: true, version: true } })),
    findNamed("memberId", memberId, (id) => db.member.findUnique({ where: { id }, select: { id: true } })),
  ]);
  const version = statement?.version ?? cycle?.version ?? 1;
  return { partner: partner?.code ?? member?.id ?? null, cycle: cycle ? String(cycle.seq) : null, version };
}

async function findNamed<Row>(
  filter: string,
  id: string | null | undefined,
  find: (id: string) => Promise<Row | null>,
): Promise<Row | null> {
  const found = id ? await find(id) : null;
  if (id && !found) throw new ReportSubjectNotFound(filter, id);
  return found;
}

/** The scope at an instant: what a report counts ages to. */
export function scopeAt({ of: _of, ...asked }: AskedScope, programme: Programme, at: Date): ReportScope {
  return { ...asked, at, timeZone: programme.timeZone, minorUnitE6: minorUnitE6(programme.minorDigits) };
}
