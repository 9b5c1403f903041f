import { giftCounter } from "#api/engine/limits.ts";
import type { Actor } from "#api/kernel/actor.ts";
import { type Page, pageOf } from "#api/kernel/page.ts";
import { findCounters } from "#api/ledger/counters.ts";
import type { Gift, StampCard } from "#api/sql/rows.ts";
import { can, may } from "#api/use-cases/can.ts";
import { type ListOfferings, offeringPage } from "#api/use-cases/coupons/find-pools.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { ownsOffering, visibleOfferings } from "#api/use-cases/offers/offerings.ts";
import { stampCounter } from "#api/use-cases/purchases/windows.ts";

type Found<Row> = Promise<Map<string, Row>>;

/** Stamp cards by id. */
export async function findStampCards(deps: Deps, actor: Actor, ids: readonly string[]): Found<StampCard> {
  if (!may(actor, "offering:read")) return new Map();
  const rows = await deps.db.stampCard.findMany({ where: { id: { in: [...ids] }, ...visibleOfferings(actor) } });
  return new Map(rows.map((row) => [row.id, row]));
}

export async function listStampCards(deps: Deps, actor: Actor, input: ListOfferings): Promise<Page<StampCard>> {
  can(actor, "offering:read");
  return pageOf(await deps.db.stampCard.findMany(offeringPage(actor, input)), input.first);
}

/** Gifts by id. */
export async function findGifts(deps: Deps, actor: Actor, ids: readonly string[]): Found<Gift> {
  if (!may(actor, "offering:read")) return new Map();
  const rows = await deps.db.gift.findMany({ where: { id: { in: [...ids] }, ...visibleOfferings(actor) } });
  return new Map(rows.map((row) => [row.id, row]));
}

export async function listGifts(deps: Deps, actor: Actor, input: ListOfferings): Promise<Page<Gift>> {
  can(actor, "offering:read");
  return pageOf(await deps.db.gift.findMany(offeringPage(actor, input)), input.first);
}

/** How many of each gift are gone; for the house whose it is. */
export async function findGiftsGone(deps: Deps, actor: Actor, ids: readonly string[]): Found<bigint> {
  const own = [...(await findGifts(deps, actor, ids)).values()].filter((gift) => ownsOffering(actor, gift));
  const gone = await findCounters(
    deps.db,
    own.map(({ code }) => giftCounter(code)),
  );
  return new Map(own.map(({ id, code }) => [id, gone.get(giftCounter(code)) ?? 0n]));
}

/** A stamp card as a member holds it. */
export type HeldCard = { card: StampCard; stamps: bigint };

/** More cards than one member could carry. */
const CARDS_MAX = 100;

/** The cards a member can collect on, the fullest first; bounded by what houses have published. */
export async function listMyStampCards(deps: Deps, actor: Actor): Promise<HeldCard[]> {
  can(actor, "offering:take");
  const memberId = actor.kind === "member" ? actor.memberId : "";
  const cards = await deps.db.stampCard.findMany({
    where: { state: "ACTIVE" },
    orderBy: { id: "desc" },
    take: CARDS_MAX,
  });
  const held = await findCounters(
    deps.db,
    cards.map(({ code }) => stampCounter(code, memberId)),
  );
  return cards
    .map((card) => ({ card, stamps: held.get(stampCounter(card.code, memberId)) ?? 0n }))
    .toSorted((one, other) => Number(other.stamps - one.stamps));
}
