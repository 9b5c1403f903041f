import { expect, test } from "vitest";
import { Forbidden } from "#api/kernel/access.ts";
import { world } from "#api/test/world.ts";
import { addIdentifier } from "#api/use-cases/members/add-identifier.ts";
import { findIdentifiersOf } from "#api/use-cases/members/find-identifiers.ts";
import { normalIdentifier } from "#api/use-cases/members/identifiers.ts";
import { issueCard } from "#api/use-cases/members/issue-card.ts";
import {
  CardNumberStays,
  IdentifierMalformed,
  IdentifierNotFound,
  IdentifierTaken,
  LastIdentifier,
  MemberNotActive,
  MemberNotFound,
} from "#api/use-cases/members/refusals.ts";
import { removeIdentifier } from "#api/use-cases/members/remove-identifier.ts";
import { InvalidValue } from "#api/use-cases/partners/refusals.ts";

const phone = { kind: "PHONE", value: "+375291234567" } as const;
const reason = "the number was sold";

test("adding what is there changes nothing; what is another's is refused", async () => {
  const { deps, operator, ana, bohdan } = await world();
  const first = await addIdentifier(deps, operator, { memberId: ana.id, ...phone });
  expect(await addIdentifier(deps, operator, { memberId: ana.id, ...phone })).toEqual(first);
  const others = addIdentifier(deps, operator, { memberId: bohdan.id, ...phone });
  await expect(others).rejects.toThrow(new IdentifierTaken("+375291234567"));
});

test("an identifier is removed, but not the last that finds the member", async () => {
  const { deps, operator, ana } = await world();
  const first = await addIdentifier(deps, operator, { memberId: ana.id, ...phone });
  const second = await addIdentifier(deps, operator, { memberId: ana.id, kind: "EMAIL", value: "ana@example.by" });
  await removeIdentifier(deps, operator, { identifierId: first.id, reason });
  const last = removeIdentifier(deps, operator, { identifierId: second.id, reason });
  await expect(last).rejects.toThrow(LastIdentifier);
  const left = (await findIdentifiersOf(deps, operator, [ana.id])).get(ana.id);
  expect(left?.map(({ value }) => value)).toEqual(["ana@example.by"]);
});

test("a card's number stays with its card", async () => {
  const { deps, operator, ana } = await world();
  await issueCard(deps, operator, { memberId: ana.id, form: "ELECTRONIC", idempotencyKey: "issue-card-000001" });
  const [number] = (await findIdentifiersOf(deps, operator, [ana.id])).get(ana.id) ?? [];
  const removed = removeIdentifier(deps, operator, { identifierId: number?.id ?? "", reason });
  await expect(removed).rejects.toThrow(CardNumberStays);
  const added = addIdentifier(deps, operator, { memberId: ana.id, kind: "CARD", value: "4539148803436467" });
  await expect(added).rejects.toThrow(InvalidValue);
});

test("a partner reads and removes its own numbers and learns nothing of the others", async () => {
  const { deps, operator, grocer, ana } = await world();
  const { id } = await addIdentifier(deps, operator, { memberId: ana.id, ...phone });
  const own = await addIdentifier(deps, grocer.till, { memberId: ana.id, kind: "PARTNER_NUMBER", value: "G-1" });
  const seen = (await findIdentifiersOf(deps, grocer.till, [ana.id])).get(ana.id);
  expect(seen).toEqual([{ ...own, value: "G-1", partnerId: grocer.id }]);
  const theirs = removeIdentifier(deps, grocer.till, { identifierId: id, reason });
  await expect(theirs).rejects.toThrow(new IdentifierNotFound(id));
  expect(await removeIdentifier(deps, grocer.till, { identifierId: own.id, reason })).toEqual({ memberId: ana.id });
});

test("a stranger's member answers like one that does not exist", async () => {
  const { deps, operator, fuel, ana } = await world();
  const added = addIdentifier(deps, fuel.till, { memberId: ana.id, ...phone });
  await expect(added).rejects.toThrow(new MemberNotFound(ana.id));
  const unknown = removeIdentifier(deps, operator, { identifierId: "idn_none", reason });
  await expect(unknown).rejects.toThrow(IdentifierNotFound);
});

test("members do not add identifiers nobody has verified, and merged ones are left alone", async () => {
  const { deps, operator, ana, bohdan } = await world();
  await expect(addIdentifier(deps, ana.actor, { memberId: ana.id, ...phone })).rejects.toThrow(Forbidden);
  await deps.db.member.update({ where: { id: bohdan.id }, data: { status: "MERGED", mergedIntoId: ana.id } });
  await expect(addIdentifier(deps, operator, { memberId: bohdan.id, ...phone })).rejects.toThrow(MemberNotActive);
});

test.each([
  ["PHONE", "8 (029) 1", null],
  ["PHONE", "+375 (29) 123-45-67", "+375291234567"],
  ["EMAIL", "ANA@Example.BY", "ana@example.by"],
  ["EMAIL", "ana@localhost", null],
  ["CARD", "4539-1488-0343-6467", "4539148803436467"],
  ["CARD", "4539148803436466", null],
  ["PARTNER_NUMBER", " G-1 ", "G-1"],
  ["PARTNER_NUMBER", "two words", null],
] as const)("%s %j is stored as %j", (kind, value, stored) => {
  const normal = () => normalIdentifier({ kind, value }, "ptn_grocer").value;
  stored === null ? expect(normal).toThrow(IdentifierMalformed) : expect(normal()).toBe(stored);
});
