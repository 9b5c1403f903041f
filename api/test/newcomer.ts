import type { Actor } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import type { TestMember, World } from "#api/test/world.ts";
import { enrolMember } from "#api/use-cases/members/enrol-member.ts";

let people = 0;

/** Somebody who enrols at Grocer's till right now, by the till's word. */
export async function newcomer(
  { deps, grocer }: World,
  said: { phone?: string; referralCode?: string } = {},
): Promise<TestMember> {
  const idempotencyKey = `newcomer-${String(++people).padStart(8, "0")}`;
  const identifiers = said.phone ? [{ kind: "PHONE" as const, value: said.phone }] : [];
  const { referralCode } = said;
  const { id } = await enrolMember(deps, grocer.till, {
    name: `Guest ${people}`,
    identifiers,
    referralCode,
    idempotencyKey,
  });
  const actor: Actor = { kind: "member", id: newId("user"), memberId: id };
  return { id, actor };
}
