import { randomInt } from "node:crypto";
import type { Actor } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import type { Referral, Tx } from "#api/sql/rows.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { takeKey } from "#api/use-cases/keys.ts";
import { lockMember, requireLiving } from "#api/use-cases/members/own-member.ts";
import { InvalidValue } from "#api/use-cases/partners/refusals.ts";
import { checkText } from "#api/use-cases/partners/values.ts";
import { recordStep } from "#api/use-cases/transitions.ts";
import { noteDevice } from "./devices.ts";

/** No letter that can be taken for another, and none that a cashier has to spell. */
const ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
const LENGTH = 8;
export const OPEN_INVITATIONS_MAX = 50;

/** The member's own code, the same whenever they ask. `device`: what the browser calls itself, to tell members apart. */
export async function openReferralCode(
  deps: Deps,
  actor: Actor,
  { device }: { device?: string | null | undefined },
): Promise<{ memberId: string; code: string }> {
  const memberId = ownIdOf(actor);
  return deps.db.$transaction(async (tx) => {
    requireLiving(await lockMember(tx, actor, memberId));
    const at = deps.clock.now();
    if (device) await noteDevice(deps, tx, { memberId, device, at });
    const there = await tx.referralCode.findUnique({ where: { memberId } });
    if (there) return there;
    await recordStep(tx, actor, { object: "referralCode", objectId: memberId, from: null, to: "OPEN", at });
    return tx.referralCode.create({ data: { memberId, code: newCode(), createdAt: at } });
  });
}

export type InviteFriend = {
  /** Whom it is for, for the member's own list. */
  label: string;
  idempotencyKey: string;
};

/** An invitation for one friend, with a code of its own. */
export async function inviteFriend(deps: Deps, actor: Actor, input: InviteFriend): Promise<Referral> {
  const advocateId = ownIdOf(actor);
  const label = checkText("label", input.label);
  const id = newId("referral");
  return deps.db.$transaction(async (tx) => {
    const first = await takeKey(tx, actor, { verb: "inviteFriend", input, objectId: id });
    if (first) return tx.referral.findUniqueOrThrow({ where: { id: first } });
    requireLiving(await lockMember(tx, actor, advocateId));
    await requireFewOpen(tx, advocateId);
    const at = deps.clock.now();
    await recordStep(tx, actor, { object: "referral", objectId: id, from: null, to: "INVITED", at });
    return tx.referral.create({ data: { id, advocateId, code: newCode(), label, state: "INVITED", openedAt: at } });
  });
}

async function requireFewOpen(tx: Tx, advocateId: string): Promise<void> {
  const open = await tx.referral.count({ where: { advocateId, state: "INVITED" } });
  if (open >= OPEN_INVITATIONS_MAX) {
    throw new InvalidValue("label", "one more", `at most ${OPEN_INVITATIONS_MAX} invitations that nobody answered`);
  }
}

function ownIdOf(actor: Actor): string {
  can(actor, "referral:invite");
  if (actor.kind !== "member") throw new InvalidValue("member", actor.kind, "the member who brings friends");
  return actor.memberId;
}

const newCode = () => Array.from({ length: LENGTH }, () => ALPHABET.charAt(randomInt(ALPHABET.length))).join("");
