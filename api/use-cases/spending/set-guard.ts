import type { Actor } from "#api/kernel/actor.ts";
import type { Points } from "#api/kernel/points.ts";
import type { Tx } from "#api/sql/rows.ts";
import { recordAudit } from "#api/use-cases/audit/record-audit.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { lockMember, requireLiving } from "#api/use-cases/members/own-member.ts";
import { InvalidValue, PartnerNotFound } from "#api/use-cases/partners/refusals.ts";
import { checkNotNegative, checkText } from "#api/use-cases/partners/values.ts";
import { ringMember } from "./ring-member.ts";

/** Only what shall change; absent stays, null takes a bound away. */
export type SetSpendGuard = {
  locked?: boolean | null | undefined;
  allowedPartnerIds?: readonly string[] | null | undefined;
  dayMost?: Points | null | undefined;
  confirmAbove?: Points | null | undefined;
  confirmNewPlaces?: boolean | null | undefined;
  needsCode?: boolean | null | undefined;
};

export const ALLOWED_PARTNERS_MAX = 100;

/** How a member guards their points; it counts from the next request of any till. */
export async function setSpendGuard(deps: Deps, actor: Actor, input: SetSpendGuard): Promise<{ memberId: string }> {
  can(actor, "spend:guard");
  if (actor.kind !== "member") throw new InvalidValue("member", actor.kind, "the member, whose points they are");
  const { memberId } = actor;
  return deps.db.$transaction(async (tx) => {
    requireLiving(await lockMember(tx, actor, memberId));
    const wish = { ...given(input), ...(await allowed(tx, input)), ...bounds(input) };
    await write(tx, actor, { memberId, wish, at: deps.clock.now(), reason: null });
    return { memberId };
  });
}

export type LockSpending = { memberId: string; reason: string };

/** The operator's support locks on a telephone call; only the member unlocks. */
export async function lockSpending(deps: Deps, actor: Actor, input: LockSpending): Promise<{ memberId: string }> {
  can(actor, "spend:lock");
  const { memberId } = input;
  const reason = checkText("reason", input.reason);
  return deps.db.$transaction(async (tx) => {
    requireLiving(await lockMember(tx, actor, memberId));
    await write(tx, actor, { memberId, wish: { locked: true }, at: deps.clock.now(), reason });
    return { memberId };
  });
}

type Wish = Parameters<Tx["spendGuard"]["update"]>[0]["data"] & object;
type Written = { memberId: string; wish: Wish; at: Date; reason: string | null };

async function write(tx: Tx, actor: Actor, { memberId, wish, at, reason }: Written): Promise<void> {
  const before = await tx.spendGuard.findUnique({ where: { memberId } });
  const set = { ...wish, updatedAt: at };
  const after = before
    ? await tx.spendGuard.update({ where: { memberId }, data: set })
    : await tx.spendGuard.create({ data: { memberId, ...(wish as object), updatedAt: at } });
  const facts = { object: "spendGuard", objectId: memberId, at, reason, before, after };
  await recordAudit(tx, actor, { action: `spendGuard.${after.locked ? "locked" : "set"}`, ...facts });
  await ringMember(tx, memberId);
}

function given({ locked, confirmNewPlaces, needsCode }: SetSpendGuard) {
  const wishes = Object.entries({ locked, confirmNewPlaces, needsCode });
  return Object.fromEntries(wishes.filter(([, wish]) => wish !== null && wish !== undefined));
}

function bounds({ dayMost, confirmAbove }: SetSpendGuard) {
  const wishes = Object.entries({ dayMost, confirmAbove }).filter(([, wish]) => wish !== undefined);
  for (const [field, wish] of wishes) if (wish !== null && wish !== undefined) checkNotNegative(field, wish);
  return Object.fromEntries(wishes);
}

async function allowed(tx: Tx, { allowedPartnerIds }: SetSpendGuard) {
  if (!allowedPartnerIds) return {};
  const ids = [...new Set(allowedPartnerIds)];
  if (ids.length > ALLOWED_PARTNERS_MAX) {
    throw new InvalidValue("allowedPartnerIds", String(ids.length), `at most ${ALLOWED_PARTNERS_MAX}`);
  }
  const known = await tx.partner.findMany({ where: { id: { in: ids } }, select: { id: true } });
  const unknown = ids.find((id) => !known.some((partner) => partner.id === id));
  if (unknown) throw new PartnerNotFound(unknown);
  return { allowedPartnerIds: ids };
}
