import { expect, test } from "vitest";
import { Forbidden } from "#api/kernel/access.ts";
import type { World } from "#api/test/world.ts";
import { world } from "#api/test/world.ts";
import { addIdentifier } from "#api/use-cases/members/add-identifier.ts";
import { blockCard } from "#api/use-cases/members/block-card.ts";
import { blockMember } from "#api/use-cases/members/block-member.ts";
import { enrolMember } from "#api/use-cases/members/enrol-member.ts";
import { findCardsOf } from "#api/use-cases/members/find-cards.ts";
import { findMemberByIdentifier } from "#api/use-cases/members/find-member-by-identifier.ts";
import { CardBlocked, MemberBlocked, MemberNotFound, UnknownMember } from "#api/use-cases/members/refusals.ts";
import { resolveMember, resolveMembers } from "#api/use-cases/members/resolve-members.ts";

/** Cecylia, enrolled at Fuel with a telephone, an address and Fuel's own number. */
async function withCecylia(hub: World) {
  const identifiers = [
    { kind: "PHONE", value: "+375291234567" },
    { kind: "EMAIL", value: "Cecylia@Example.by" },
    { kind: "PARTNER_NUMBER", value: "F-7" },
  ] as const;
  const input = { name: "Cecylia Novik", identifiers, idempotencyKey: "enrol-cecylia-0001" };
  const { id } = await enrolMember(hub.deps, hub.fuel.till, input);
  const [card] = (await findCardsOf(hub.deps, hub.operator, [id])).get(id) ?? [];
  if (!card?.number) throw new Error("Cecylia has no card");
  return { id, cardId: card.id, cardNumber: card.number };
}

test("a till finds a member it never met by card, telephone and address, however written", async () => {
  const hub = await world();
  const cecylia = await withCecylia(hub);
  const found = await resolveMembers(hub.deps, hub.grocer.till, [
    { kind: "CARD", value: cecylia.cardNumber.replace(/(.{4})/g, "$1 ") },
    { kind: "PHONE", value: "(375) 29 123 45 67" },
    { kind: "EMAIL", value: " cecylia@example.BY " },
  ]);
  expect(found).toMatchObject([
    { memberId: cecylia.id, cardId: cecylia.cardId },
    { memberId: cecylia.id },
    { memberId: cecylia.id },
  ]);
});

test("a partner's own number finds a member for that partner only; the operator says whose it is", async () => {
  const hub = await world();
  const cecylia = await withCecylia(hub);
  const number = { kind: "PARTNER_NUMBER", value: "F-7" } as const;
  expect(await resolveMember(hub.deps, hub.fuel.till, number)).toMatchObject({ memberId: cecylia.id });
  const foreign = resolveMember(hub.deps, hub.grocer.till, { ...number, partnerId: hub.fuel.id });
  await expect(foreign).rejects.toThrow(UnknownMember);
  const asked = await resolveMember(hub.deps, hub.operator, { ...number, partnerId: hub.fuel.id });
  expect(asked.memberId).toBe(cecylia.id);
});

test("an id works for whom the member is known, and answers others like an id that does not exist", async () => {
  const hub = await world();
  const cecylia = await withCecylia(hub);
  expect(await resolveMember(hub.deps, hub.fuel.till, { memberId: cecylia.id })).toMatchObject({
    memberId: cecylia.id,
  });
  const found = await resolveMembers(hub.deps, hub.grocer.till, [{ memberId: cecylia.id }, { memberId: "mem_none" }]);
  expect(found).toEqual([new MemberNotFound(cecylia.id), new MemberNotFound("mem_none")]);
});

test("many lookups have many outcomes, in their order", async () => {
  const hub = await world();
  const cecylia = await withCecylia(hub);
  const found = await resolveMembers(hub.deps, hub.fuel.till, [
    { kind: "PHONE", value: "+375290000000" },
    { memberId: cecylia.id },
    { kind: "CARD", value: "not a card" },
  ]);
  expect(found).toMatchObject([
    new UnknownMember("+375290000000"),
    { memberId: cecylia.id },
    new UnknownMember("not a card"),
  ]);
});

test("a blocked card finds nobody at a till, while the telephone still does; support finds both", async () => {
  const hub = await world();
  const cecylia = await withCecylia(hub);
  await blockCard(hub.deps, hub.operator, { cardId: cecylia.cardId, reason: "lost" });
  const card = { kind: "CARD", value: cecylia.cardNumber } as const;
  await expect(resolveMember(hub.deps, hub.fuel.till, card)).rejects.toThrow(
    new CardBlocked(cecylia.cardNumber.slice(-4)),
  );
  const phone = { kind: "PHONE", value: "+375291234567" } as const;
  expect(await resolveMember(hub.deps, hub.fuel.till, phone)).toMatchObject({ memberId: cecylia.id });
  expect(await resolveMember(hub.deps, hub.operator, card)).toMatchObject({ memberId: cecylia.id });
});

test("a blocked member is refused at tills by whatever is shown", async () => {
  const hub = await world();
  const cecylia = await withCecylia(hub);
  await blockMember(hub.deps, hub.operator, { memberId: cecylia.id, reason: "suspected fraud" });
  const phone = { kind: "PHONE", value: "+375291234567" } as const;
  await expect(resolveMember(hub.deps, hub.fuel.till, phone)).rejects.toThrow(MemberBlocked);
  expect(await resolveMember(hub.deps, hub.operator, phone)).toMatchObject({ status: "BLOCKED" });
});

test("whoever was merged is found as the survivor, also by the partner that only knew the other", async () => {
  const hub = await world();
  const cecylia = await withCecylia(hub);
  const merged = { status: "MERGED", mergedIntoId: hub.ana.id } as const;
  await hub.deps.db.member.update({ where: { id: cecylia.id }, data: merged });
  const found = await resolveMembers(hub.deps, hub.fuel.till, [
    { kind: "CARD", value: cecylia.cardNumber },
    { memberId: cecylia.id },
    { memberId: hub.ana.id },
  ]);
  expect(found).toMatchObject([{ memberId: hub.ana.id }, { memberId: hub.ana.id }, { memberId: hub.ana.id }]);
});

test("a partner is shown a masked name, support the whole one", async () => {
  const hub = await world();
  await withCecylia(hub);
  const phone = { kind: "PHONE", value: "+375291234567" } as const;
  const shown = await findMemberByIdentifier(hub.deps, hub.grocer.till, phone);
  expect(shown).toMatchObject({ name: "C•• N••", person: null });
  const whole = await findMemberByIdentifier(hub.deps, hub.operator, phone);
  expect(whole).toMatchObject({ name: "Cecylia Novik", person: { language: "en" } });
});

test("members look nobody up, and keys without the scope neither", async () => {
  const { deps, grocer, ana } = await world();
  const phone = { kind: "PHONE", value: "+375291234567" } as const;
  await expect(resolveMember(deps, ana.actor, phone)).rejects.toThrow(Forbidden);
  const reports = { ...grocer.till, scopes: ["settlement:read"] } as typeof grocer.till;
  await expect(resolveMember(deps, reports, phone)).rejects.toThrow(Forbidden);
});

test("an identifier added later finds the member too", async () => {
  const { deps, operator, grocer, ana } = await world();
  await addIdentifier(deps, operator, { memberId: ana.id, kind: "EMAIL", value: "ana@example.by" });
  const found = await resolveMember(deps, grocer.till, { kind: "EMAIL", value: "ANA@example.by" });
  expect(found.memberId).toBe(ana.id);
});
