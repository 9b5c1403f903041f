import { type Actor, partnerOf } from "#api/kernel/actor.ts";
import { type Page, type PageArgs, pageOf } from "#api/kernel/page.ts";
import type { AuditEvent } from "#api/sql/rows.ts";
import { can, seesPartner } from "#api/use-cases/can.ts";
import { sideOf } from "#api/use-cases/cycles/side.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { PartnerNotFound } from "#api/use-cases/partners/refusals.ts";

export type AuditFilter = {
  /** As entries name them: "operator:usr_…". */
  actor?: string | null | undefined;
  action?: string | null | undefined;
  object?: string | null | undefined;
  objectId?: string | null | undefined;
  partnerId?: string | null | undefined;
  /** First instant inside. */
  from?: Date | null | undefined;
  /** First instant outside. */
  until?: Date | null | undefined;
};

/** What people did, newest first; a partner's owner sees its own house. The cursor is the event's number. */
export async function readAuditLog(
  deps: Deps,
  actor: Actor,
  filter: AuditFilter,
  { first, after }: PageArgs,
): Promise<Page<AuditEvent>> {
  can(actor, "audit:read");
  const partnerId = sideOf(actor, "audit:read")?.partnerId ?? filter.partnerId ?? null;
  if (filter.partnerId && !(await isKnown(deps, actor, filter.partnerId))) throw new PartnerNotFound(filter.partnerId);
  const rows = await deps.db.auditEvent.findMany({
    where: {
      ...given({ actor: filter.actor, action: filter.action, object: filter.object, objectId: filter.objectId }),
      ...given({ partnerId }),
      at: given({ gte: filter.from, lt: filter.until }),
      ...(after !== null && /^\d{1,18}$/.test(after) ? { seq: { lt: BigInt(after) } } : {}),
    },
    orderBy: { seq: "desc" },
    take: first + 1,
  });
  return pageOf(
    rows.map((row) => seenBy(actor, row)),
    first,
  );
}

async function isKnown({ db }: Deps, actor: Actor, partnerId: string): Promise<boolean> {
  return seesPartner(actor, partnerId) && (await db.partner.count({ where: { id: partnerId } })) === 1;
}

/** From where the operator's people work is nobody else's business. */
function seenBy(actor: Actor, row: AuditEvent): AuditEvent {
  if (partnerOf(actor) === null || row.actor.startsWith("partnerStaff:")) return row;
  return { ...row, ip: null, requestId: null };
}

type Given<Filter> = { [Field in keyof Filter]?: NonNullable<Filter[Field]> };

function given<Filter extends object>(filter: Filter): Given<Filter> {
  return Object.fromEntries(
    Object.entries(filter).filter(([, value]) => value !== null && value !== undefined),
  ) as Given<Filter>;
}

/** Events' places in the chain and their hashes. */
export async function findAuditLinks(
  deps: Deps,
  _actor: Actor,
  seqs: readonly string[],
): Promise<Map<string, { position: bigint; hash: string }>> {
  const rows = await deps.db.auditLink.findMany({ where: { seq: { in: seqs.map(BigInt) } } });
  return new Map(rows.map((row) => [String(row.seq), row]));
}
