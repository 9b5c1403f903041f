import { expect, test } from "vitest";
import { Forbidden } from "#api/kernel/access.ts";
import { isLuhn } from "#api/kernel/luhn.ts";
import { IdempotencyKeyReused } from "#api/ledger/refusals.ts";
import { world } from "#api/test/world.ts";
import { enrolMember } from "#api/use-cases/members/enrol-member.ts";
import { findCardsOf } from "#api/use-cases/members/find-cards.ts";
import { readBalances } from "#api/use-cases/members/read-balances.ts";
import { IdentifierMalformed, IdentifierTaken } from "#api/use-cases/members/refusals.ts";
import { InvalidValue, PartnerNotFound } from "#api/use-cases/partners/refusals.ts";
import { suspendPartner } from "#api/use-cases/partners/suspend-partner.ts";
import { PartnerNotActive } from "#api/use-cases/purchases/refusals.ts";

const cecylia = {
  name: "Cecylia Novik",
  identifiers: [
    { kind: "PHONE", value: "+375 29 123-45-67" },
    { kind: "PARTNER_NUMBER", value: "C-1001" },
  ] as const,
  idempotencyKey: "enrol-cecylia-0001",
};

test("a till enrols a person, who has an empty wallet and an electronic card at once", async () => {
  const { deps, operator, grocer } = await world();
  const member = await enrolMember(deps, grocer.till, cecylia);
  const [card] = (await findCardsOf(deps, operator, [member.id])).get(member.id) ?? [];
  const balance = (await readBalances(deps, operator, [member.id])).get(member.id);
  expect(member).toMatchObject({ status: "ACTIVE", enrolledAtPartnerId: grocer.id });
  expect([card?.form, card?.status, isLuhn(card?.number ?? "")]).toEqual(["ELECTRONIC", "ACTIVE", true]);
  expect(balance).toMatchObject({ available: 0n, pending: 0n, reserved: 0n, debt: 0n });
});

test("a retry answers the first member; the same key for another person is refused", async () => {
  const { deps, grocer } = await world();
  const first = await enrolMember(deps, grocer.till, cecylia);
  expect(await enrolMember(deps, grocer.till, cecylia)).toEqual(first);
  const other = { ...cecylia, name: "Somebody Else" };
  await expect(enrolMember(deps, grocer.till, other)).rejects.toThrow(IdempotencyKeyReused);
});

test("one telephone is one member, however it is written and wherever it is given", async () => {
  const { deps, grocer, fuel } = await world();
  await enrolMember(deps, grocer.till, cecylia);
  const again = {
    identifiers: [{ kind: "PHONE", value: "00375291234567" }] as const,
    idempotencyKey: "enrol-again-00001",
  };
  await expect(enrolMember(deps, fuel.till, again)).rejects.toThrow(new IdentifierTaken("+375291234567"));
  expect(await deps.db.member.count({ where: { enrolledAtPartnerId: fuel.id } })).toBe(0);
});

test("two partners may use the same own number for two people", async () => {
  const { deps, grocer, fuel } = await world();
  const numbered = { identifiers: [{ kind: "PARTNER_NUMBER", value: "1001" }] as const };
  const here = await enrolMember(deps, grocer.till, { ...numbered, idempotencyKey: "enrol-here-000001" });
  const there = await enrolMember(deps, fuel.till, { ...numbered, idempotencyKey: "enrol-there-00001" });
  expect(there.id).not.toBe(here.id);
});

test("a printed card is taken by its number; a mistyped one is refused", async () => {
  const { deps, grocer, operator } = await world();
  const printed = { cardNumber: "4539 1488 0343 6467", idempotencyKey: "enrol-printed-0001" };
  const { id } = await enrolMember(deps, grocer.till, printed);
  const [card] = (await findCardsOf(deps, operator, [id])).get(id) ?? [];
  expect([card?.form, card?.number]).toEqual(["PHYSICAL", "4539148803436467"]);
  const mistyped = { cardNumber: "4539148803436466", idempotencyKey: "enrol-mistyped-001" };
  await expect(enrolMember(deps, grocer.till, mistyped)).rejects.toThrow(IdentifierMalformed);
});

test("what is no telephone, no address and no language is refused before anything is written", async () => {
  const { deps, grocer } = await world();
  const enrol = (wrong: object) => enrolMember(deps, grocer.till, { ...cecylia, ...wrong });
  await expect(enrol({ identifiers: [{ kind: "PHONE", value: "call me" }] })).rejects.toThrow(IdentifierMalformed);
  await expect(enrol({ identifiers: [{ kind: "EMAIL", value: "ana@" }] })).rejects.toThrow(IdentifierMalformed);
  await expect(enrol({ identifiers: [{ kind: "CARD", value: "1" }] })).rejects.toThrow(InvalidValue);
  await expect(enrol({ language: "English" })).rejects.toThrow(InvalidValue);
  expect(await enrol({})).toMatchObject({ status: "ACTIVE" });
});

test("nobody enrols for another partner, nor for a suspended one, and analysts enrol nobody", async () => {
  const { deps, operator, grocer, fuel } = await world();
  const foreign = { ...cecylia, partnerId: fuel.id };
  await expect(enrolMember(deps, grocer.till, foreign)).rejects.toThrow(new PartnerNotFound(fuel.id));
  await suspendPartner(deps, operator, { partnerId: grocer.id, reason: "audit" });
  await expect(enrolMember(deps, grocer.till, cecylia)).rejects.toThrow(PartnerNotActive);
  const analyst = { kind: "partnerStaff", id: "usr_1", partnerId: fuel.id, roles: ["ANALYST"] } as const;
  await expect(enrolMember(deps, analyst, cecylia)).rejects.toThrow(Forbidden);
});
