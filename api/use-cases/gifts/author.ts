import { type Actor, actorRef, partnerOf } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import type { Gift, StampCard, Tx } from "#api/sql/rows.ts";
import { recordAudit } from "#api/use-cases/audit/record-audit.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { takeKey } from "#api/use-cases/keys.ts";
import { type Authored, checkAuthored } from "#api/use-cases/offers/authored.ts";
import { lockOffering } from "#api/use-cases/offers/offerings.ts";
import { OfferingNotFound } from "#api/use-cases/offers/refusals.ts";
import { nextOfferingState } from "#api/use-cases/offers/states.ts";
import { CodeTaken, InvalidValue } from "#api/use-cases/partners/refusals.ts";
import { checkWhole } from "#api/use-cases/partners/values.ts";
import { recordStep } from "#api/use-cases/transitions.ts";

export type AuthorStampCard = Authored & { /** Stamps that fill it. */ size: number };
export type AuthorGift = Authored & {
  /** How many there are in all; null: without end. */ stock?: bigint | null | undefined;
};

const SIZES = [2, 100] as const;

/** Begins a stamp card of the actor's house; rules stamp it by its code. */
export async function draftStampCard(
  deps: Deps,
  actor: Actor,
  input: AuthorStampCard & { idempotencyKey: string },
): Promise<StampCard> {
  can(actor, "offering:edit");
  const checked = { ...checkAuthored(input), size: checkWhole("size", input.size, SIZES) };
  return deps.db.$transaction(async (tx) => {
    const id = newId("stampCard");
    const first = await takeKey(tx, actor, { verb: "draftStampCard", input, objectId: id });
    if (first) return tx.stampCard.findUniqueOrThrow({ where: { id: first } });
    if (await tx.stampCard.findUnique({ where: { code: checked.code } })) throw new CodeTaken(checked.code);
    return tx.stampCard.create({
      data: { id, ...checked, ...(await begun(deps, tx, actor, { id, object: "stampCard" })) },
    });
  });
}

/** Begins a gift of the actor's house; rules give it along by its code. */
export async function draftGift(
  deps: Deps,
  actor: Actor,
  input: AuthorGift & { idempotencyKey: string },
): Promise<Gift> {
  can(actor, "offering:edit");
  const checked = { ...checkAuthored(input), stock: checkStock(input.stock) };
  return deps.db.$transaction(async (tx) => {
    const id = newId("gift");
    const first = await takeKey(tx, actor, { verb: "draftGift", input, objectId: id });
    if (first) return tx.gift.findUniqueOrThrow({ where: { id: first } });
    if (await tx.gift.findUnique({ where: { code: checked.code } })) throw new CodeTaken(checked.code);
    return tx.gift.create({ data: { id, ...checked, ...(await begun(deps, tx, actor, { id, object: "gift" })) } });
  });
}

type Begun = { id: string; object: string };

/** Leaves the step, and answers whose it is. */
export async function begun(deps: Deps, tx: Tx, actor: Actor, { id, object }: Begun) {
  const at = deps.clock.now();
  const partnerId = partnerOf(actor);
  await recordStep(tx, actor, { object, objectId: id, from: null, to: "DRAFT", at, partnerId });
  return { partnerId, createdBy: actorRef(actor), createdAt: at };
}

export type SetGiftStock = { giftId: string; stock: bigint | null };

/** More came, or fewer are there than was thought; also while the gift is given. What is gone stays gone. */
export async function setGiftStock(deps: Deps, actor: Actor, { giftId, stock }: SetGiftStock): Promise<Gift> {
  can(actor, "offering:edit");
  const checked = checkStock(stock);
  return deps.db.$transaction(async (tx) => {
    const found = await lockOffering(tx, actor, giftId);
    if (found.kind !== "gift") throw new OfferingNotFound(giftId);
    if (found.row.stock === checked) return found.row;
    const at = deps.clock.now();
    const about = { action: "setGiftStock", object: "gift", objectId: giftId, partnerId: found.row.partnerId, at };
    await recordAudit(tx, actor, { ...about, before: { stock: found.row.stock }, after: { stock: checked } });
    return tx.gift.update({ where: { id: giftId }, data: { stock: checked } });
  });
}

function checkStock(stock: bigint | null | undefined): bigint | null {
  if (stock === null || stock === undefined) return null;
  if (stock < 0n || stock > 1_000_000_000n) throw new InvalidValue("stock", String(stock), "0 to a thousand millions");
  return stock;
}

/** Writes a draft anew. */
export async function editStampCard(
  deps: Deps,
  actor: Actor,
  { offeringId, ...input }: Omit<AuthorStampCard, "code"> & { offeringId: string },
): Promise<StampCard> {
  can(actor, "offering:edit");
  return deps.db.$transaction(async (tx) => {
    const found = await lockOffering(tx, actor, offeringId);
    if (found.kind !== "stampCard") throw new OfferingNotFound(offeringId);
    const { row } = found;
    nextOfferingState({ object: "stampCard", ...row }, "edit");
    const data = { ...checkAuthored({ ...input, code: row.code }), size: checkWhole("size", input.size, SIZES) };
    await recordEdit(deps, tx, actor, { action: "editStampCard", object: "stampCard", row, data });
    return tx.stampCard.update({ where: { id: row.id }, data });
  });
}

export async function editGift(
  deps: Deps,
  actor: Actor,
  { offeringId, ...input }: Omit<AuthorGift, "code"> & { offeringId: string },
): Promise<Gift> {
  can(actor, "offering:edit");
  return deps.db.$transaction(async (tx) => {
    const found = await lockOffering(tx, actor, offeringId);
    if (found.kind !== "gift") throw new OfferingNotFound(offeringId);
    const { row } = found;
    nextOfferingState({ object: "gift", ...row }, "edit");
    const data = { ...checkAuthored({ ...input, code: row.code }), stock: checkStock(input.stock) };
    await recordEdit(deps, tx, actor, { action: "editGift", object: "gift", row, data });
    return tx.gift.update({ where: { id: row.id }, data });
  });
}

type Edit = { action: string; object: string; row: { id: string; partnerId: string | null }; data: object };

export async function recordEdit(deps: Deps, tx: Tx, actor: Actor, { row, data, ...deed }: Edit): Promise<void> {
  const { id: objectId, partnerId } = row;
  const about = { ...deed, objectId, partnerId, at: deps.clock.now() };
  await recordAudit(tx, actor, { ...about, before: row, after: { ...row, ...data } });
}
