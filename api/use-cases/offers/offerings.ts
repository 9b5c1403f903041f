import { type Actor, partnerOf } from "#api/kernel/actor.ts";
import { kindOfId } from "#api/kernel/ids.ts";
import type { CouponPool, Gift, Offer, StampCard, Tx } from "#api/sql/rows.ts";
import { can, may } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { startMaking } from "#api/use-cases/offers/make-offers.ts";
import { OfferingNotFound } from "#api/use-cases/offers/refusals.ts";
import { requireReady } from "#api/use-cases/offers/require-ready.ts";
import { nextOfferingState, type OfferingEvent } from "#api/use-cases/offers/states.ts";
import { checkText } from "#api/use-cases/partners/values.ts";
import { recordStep } from "#api/use-cases/transitions.ts";

/** Everything a house puts there for members. */
export type Offering =
  | { kind: "couponPool"; row: CouponPool }
  | { kind: "stampCard"; row: StampCard }
  | { kind: "gift"; row: Gift }
  | { kind: "offer"; row: Offer };

const tables = { couponPool: "coupon_pool", stampCard: "stamp_card", gift: "gift", offer: "offer" } as const;

/** A house sees its own and what the coalition has put there; the operator also what partners have published. */
export function visibleOfferings(actor: Actor) {
  const own = partnerOf(actor);
  const published = { state: { not: "DRAFT" as const } };
  return own === null
    ? { OR: [{ partnerId: null }, published] }
    : { OR: [{ partnerId: own }, { partnerId: null, ...published }] };
}

/** Only those of the house may read what is counted of it. */
export const ownsOffering = (actor: Actor, { partnerId }: { partnerId: string | null }): boolean =>
  may(actor, "offering:read") && (actor.kind === "operator" || partnerOf(actor) === partnerId);

/** One of the actor's house, held still until the transaction ends. */
export async function lockOffering(tx: Tx, actor: Actor, id: string): Promise<Offering> {
  const kind = kindOfId(id);
  if (kind !== "couponPool" && kind !== "stampCard" && kind !== "gift" && kind !== "offer") {
    throw new OfferingNotFound(id);
  }
  await tx.$queryRawUnsafe(`SELECT FROM ${tables[kind]} WHERE id = $1 FOR UPDATE`, id);
  const found = await findOne(tx, kind, id);
  if (!found || found.row.partnerId !== partnerOf(actor)) throw new OfferingNotFound(id);
  return found;
}

async function findOne(tx: Tx, kind: Offering["kind"], id: string): Promise<Offering | null> {
  const where = { where: { id } };
  switch (kind) {
    case "couponPool":
      return wrap(kind, await tx.couponPool.findUnique(where));
    case "stampCard":
      return wrap(kind, await tx.stampCard.findUnique(where));
    case "gift":
      return wrap(kind, await tx.gift.findUnique(where));
    case "offer":
      return wrap(kind, await tx.offer.findUnique(where));
  }
}

const wrap = <Kind extends Offering["kind"], Row>(kind: Kind, row: Row | null) =>
  row && ({ kind, row } as { kind: Kind; row: Row });

export type MoveOffering = { offeringId: string; reason?: string | null | undefined };

/** Shows it to members and lets it work. */
export const publishOffering = (deps: Deps, actor: Actor, input: MoveOffering) => move(deps, actor, input, "publish");
/** Stops it for now. */
export const pauseOffering = (deps: Deps, actor: Actor, input: MoveOffering) => move(deps, actor, input, "pause");
export const resumeOffering = (deps: Deps, actor: Actor, input: MoveOffering) => move(deps, actor, input, "resume");
/** Over for good; a draft is thrown away. */
export const endOffering = (deps: Deps, actor: Actor, input: MoveOffering) => move(deps, actor, input, "end");

async function move(
  deps: Deps,
  actor: Actor,
  { offeringId: id, reason: said }: MoveOffering,
  event: Exclude<OfferingEvent, "edit">,
): Promise<Offering> {
  can(actor, "offering:edit");
  const reason = said ? checkText("reason", said) : null;
  return deps.db.$transaction(async (tx) => {
    const found = await lockOffering(tx, actor, id);
    const { state: from, partnerId } = found.row;
    if (from === settled[event]) return found;
    const to = nextOfferingState({ object: found.kind, id, state: from }, event);
    if (found.kind === "offer" && event === "publish") await requireReady(tx, found.row);
    const at = deps.clock.now();
    await recordStep(tx, actor, { object: found.kind, objectId: id, from, to, at, reason, partnerId });
    await tx.$executeRawUnsafe(`UPDATE ${tables[found.kind]} SET state = $1::offering_state WHERE id = $2`, to, id);
    if (found.kind === "offer" && to === "ACTIVE") await startMaking(deps, tx, id);
    return { ...found, row: { ...found.row, state: to } } as Offering;
  });
}

/** Asking again for what is so already changes nothing. */
const settled = { publish: "ACTIVE", resume: "ACTIVE", pause: "PAUSED", end: "ENDED" } as const;
