import { type Words, words } from "#api/engine/campaign.ts";
import { type Actor, actorRef, partnerOf } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import type { ActivityKind, Tx } from "#api/sql/rows.ts";
import { ActivityKindNotFound, ActivityKindTaken, TooManyActivityKinds } from "#api/use-cases/activities/refusals.ts";
import { recordAudit } from "#api/use-cases/audit/record-audit.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { takeKey } from "#api/use-cases/keys.ts";
import { InvalidValue, PartnerNotFound } from "#api/use-cases/partners/refusals.ts";
import { checkCode } from "#api/use-cases/partners/values.ts";

/** What the hub records by itself. */
export const hubKinds = {
  birthday: "A member's birthday, once a year.",
  profile_completed: "Name, birthday, phone and e-mail are known for the first time.",
} as const;

/** More than anybody reads; the coalition's own are a house's too. */
const KINDS_MAX = 50;

export type CreateActivityKind = {
  /** What rules compare `activity.kind` with. */
  code: string;
  /** What members read in their history. */
  name: Words;
  /** Who records it; every partner when absent. A partner's own is always recorded by itself. */
  partnerId?: string | null | undefined;
  idempotencyKey: string;
};

/** Adds a kind that campaigns may reward: the coalition's or a partner's own. The hub alone records what it knows. */
export async function createActivityKind(deps: Deps, actor: Actor, input: CreateActivityKind): Promise<ActivityKind> {
  can(actor, "activityKind:manage");
  const code = checkCode("code", input.code).toLowerCase();
  const name = checkName(input.name);
  const byHub = code in hubKinds;
  const own = partnerOf(actor);
  if (byHub && own !== null) throw new ActivityKindTaken(code);
  const partnerId = byHub ? null : (own ?? input.partnerId ?? null);
  const id = newId("activityKind");
  return deps.db.$transaction(async (tx) => {
    const first = await takeKey(tx, actor, { verb: "createActivityKind", input, objectId: id });
    if (first) return tx.activityKind.findUniqueOrThrow({ where: { id: first } });
    if (partnerId && !(await tx.partner.findUnique({ where: { id: partnerId } }))) throw new PartnerNotFound(partnerId);
    await requireRoom(tx, partnerId);
    const at = deps.clock.now();
    const data = { id, code, partnerId, name, byHub, createdBy: actorRef(actor), createdAt: at };
    const { count } = await tx.activityKind.createMany({ data: [data], skipDuplicates: true });
    if (count === 0) throw new ActivityKindTaken(code);
    const about = { action: "createActivityKind", object: "activityKind", objectId: id, partnerId, at };
    await recordAudit(tx, actor, { ...about, before: null, after: data });
    return tx.activityKind.findUniqueOrThrow({ where: { id } });
  });
}

/** Those who add kinds at the same moment come one after the other. */
async function requireRoom(tx: Tx, partnerId: string | null): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('activity kinds'))`;
  if ((await tx.activityKind.count({ where: { partnerId } })) >= KINDS_MAX) throw new TooManyActivityKinds(KINDS_MAX);
}

/** Says it in other words; what rules compare stays. */
export async function renameActivityKind(
  deps: Deps,
  actor: Actor,
  input: { code: string; name: Words },
): Promise<ActivityKind> {
  can(actor, "activityKind:manage");
  const name = checkName(input.name);
  return deps.db.$transaction(async (tx) => {
    const before = await lockOwn(tx, actor, input.code);
    const after = await tx.activityKind.update({ where: { id: before.id }, data: { name } });
    const { id: objectId, partnerId } = before;
    const about = { action: "renameActivityKind", object: "activityKind", objectId, partnerId, at: deps.clock.now() };
    await recordAudit(tx, actor, { ...about, before, after });
    return after;
  });
}

/** Nothing of the kind is recorded any more. */
export async function retireActivityKind(deps: Deps, actor: Actor, { code }: { code: string }): Promise<ActivityKind> {
  can(actor, "activityKind:manage");
  return deps.db.$transaction(async (tx) => {
    const before = await lockOwn(tx, actor, code);
    if (before.retiredAt) return before;
    const at = deps.clock.now();
    const after = await tx.activityKind.update({ where: { id: before.id }, data: { retiredAt: at } });
    const { id: objectId, partnerId } = before;
    const about = { action: "retireActivityKind", object: "activityKind", objectId, partnerId, at };
    await recordAudit(tx, actor, { ...about, before, after });
    return after;
  });
}

/** The operator keeps all kinds, a partner its own. */
async function lockOwn(tx: Tx, actor: Actor, code: string): Promise<ActivityKind> {
  await tx.$executeRaw`SELECT FROM activity_kind WHERE code = ${code} FOR UPDATE`;
  const found = await tx.activityKind.findUnique({ where: { code } });
  const own = partnerOf(actor);
  if (!found || (own !== null && found.partnerId !== own)) throw new ActivityKindNotFound(code);
  return found;
}

function checkName(name: Words): Words {
  const read = words.safeParse(name);
  if (!read.success) throw new InvalidValue("name", name.en, "1 to 300 characters in each language");
  return read.data;
}
