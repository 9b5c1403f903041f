import { expect, test } from "vitest";
import { Forbidden } from "#api/kernel/access.ts";
import { world } from "#api/test/world.ts";
import { blockCard } from "#api/use-cases/members/block-card.ts";
import { blockMember } from "#api/use-cases/members/block-member.ts";
import { findCards, findCardsOf } from "#api/use-cases/members/find-cards.ts";
import { issueCard, WORKING_CARDS_MAX } from "#api/use-cases/members/issue-card.ts";
import {
  CardBlocked,
  CardNotFound,
  CardReplaced,
  MemberNotFound,
  TooManyCards,
} from "#api/use-cases/members/refusals.ts";
import { replaceCard } from "#api/use-cases/members/replace-card.ts";
import { resolveMember } from "#api/use-cases/members/resolve-members.ts";
import { unblockMember } from "#api/use-cases/members/unblock-member.ts";

const electronic = (memberId: string, name = "first") =>
  ({ memberId, form: "ELECTRONIC", idempotencyKey: `issue-card-${name}-01` }) as const;

test("a member takes a card, and a retry takes no other", async () => {
  const { deps, ana } = await world();
  const card = await issueCard(deps, ana.actor, electronic(ana.id));
  expect(card.number).toMatch(/^\d{16}$/);
  expect(await issueCard(deps, ana.actor, electronic(ana.id))).toEqual(card);
});

test("a partner sees the last digits, the member the number", async () => {
  const { deps, grocer, ana } = await world();
  const { id, number } = await issueCard(deps, ana.actor, electronic(ana.id));
  const [seen] = (await findCardsOf(deps, grocer.finance, [ana.id])).get(ana.id) ?? [];
  expect(seen).toMatchObject({ id, number: null, lastDigits: number?.slice(-4) });
});

test("a person carries so many cards and no more", async () => {
  const { deps, ana } = await world();
  for (let at = 0; at < WORKING_CARDS_MAX; at++) await issueCard(deps, ana.actor, electronic(ana.id, `number-${at}`));
  await expect(issueCard(deps, ana.actor, electronic(ana.id, "too-many"))).rejects.toThrow(TooManyCards);
});

test("blocking twice is blocking once", async () => {
  const { deps, ana } = await world();
  const { id: cardId } = await issueCard(deps, ana.actor, electronic(ana.id));
  const blocked = await blockCard(deps, ana.actor, { cardId, reason: "lost" });
  expect(blocked).toMatchObject({ status: "BLOCKED", blockedReason: "lost" });
  expect(await blockCard(deps, ana.actor, { cardId, reason: "lost again" })).toEqual(blocked);
});

test("the new card finds the member, the old one nobody, and has no second successor", async () => {
  const { deps, grocer, ana } = await world();
  const old = await issueCard(deps, ana.actor, electronic(ana.id));
  const input = { cardId: old.id, reason: "worn out", idempotencyKey: "replace-card-0001" };
  const card = await replaceCard(deps, ana.actor, input);
  expect(await replaceCard(deps, ana.actor, input)).toEqual(card);
  const shown = (number: string | null) => resolveMember(deps, grocer.till, { kind: "CARD", value: number ?? "" });
  expect(await shown(card.number)).toMatchObject({ memberId: ana.id, cardId: card.id });
  await expect(shown(old.number)).rejects.toThrow(CardBlocked);
  await expect(blockCard(deps, ana.actor, { cardId: old.id, reason: "lost" })).rejects.toThrow(CardReplaced);
});

test("another member's card answers like a card that does not exist", async () => {
  const { deps, fuel, ana, bohdan } = await world();
  const { id: cardId } = await issueCard(deps, ana.actor, electronic(ana.id));
  const block = { cardId, reason: "mine" };
  await expect(blockCard(deps, bohdan.actor, block)).rejects.toThrow(new CardNotFound(cardId));
  await expect(blockCard(deps, fuel.till, block)).rejects.toThrow(new CardNotFound(cardId));
  await expect(issueCard(deps, bohdan.actor, electronic(ana.id))).rejects.toThrow(new MemberNotFound(ana.id));
  expect(await findCards(deps, bohdan.actor, [cardId])).toEqual(new Map());
  expect(await findCardsOf(deps, bohdan.actor, [ana.id])).toEqual(new Map());
});

test("only the operator blocks members, and lets them in again", async () => {
  const { deps, operator, grocer, ana } = await world();
  const block = { memberId: ana.id, reason: "suspected fraud" };
  await expect(blockMember(deps, grocer.finance, block)).rejects.toThrow(Forbidden);
  expect(await blockMember(deps, operator, block)).toMatchObject({ status: "BLOCKED" });
  expect(await unblockMember(deps, operator, block)).toMatchObject({ status: "ACTIVE" });
  await expect(blockMember(deps, operator, { ...block, memberId: "mem_none" })).rejects.toThrow(MemberNotFound);
});
