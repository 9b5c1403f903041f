import type { Actor } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import type { Offer, Tx } from "#api/sql/rows.ts";
import { houseOf, OPERATOR } from "#api/use-cases/campaigns/houses.ts";
import { CampaignNotFound } from "#api/use-cases/campaigns/refusals.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { begun, recordEdit } from "#api/use-cases/gifts/author.ts";
import { takeKey } from "#api/use-cases/keys.ts";
import { ownCustomers } from "#api/use-cases/members/own-customers.ts";
import { type Authored, checkAuthored, checkPartners, checkSpan } from "#api/use-cases/offers/authored.ts";
import { lockOffering, visibleOfferings } from "#api/use-cases/offers/offerings.ts";
import { OfferingNotFound } from "#api/use-cases/offers/refusals.ts";
import { nextOfferingState } from "#api/use-cases/offers/states.ts";
import { CodeTaken, InvalidValue } from "#api/use-cases/partners/refusals.ts";
import { checkOptionalText, checkText, checkWhole } from "#api/use-cases/partners/values.ts";

export type AuthorOffer = Authored & {
  category?: string | null | undefined;
  /** The house's campaign that it opens. */
  campaignId?: string | null | undefined;
  /** The pool of which activating it gives a coupon. */
  couponPoolId?: string | null | undefined;
  /** Where alone an offer of the coalition holds; everywhere when empty. */
  partnerIds?: readonly string[] | null | undefined;
  audience: Offer["audience"];
  /** The segment's id, or the tag. */
  audienceRef?: string | null | undefined;
  /** The members of a list, as people type them; those that a draft lists already, when absent. */
  members?: readonly string[] | null | undefined;
  /** Basis points of the audience that get nothing. */
  controlBps: number;
  lastsDays?: number | null | undefined;
  validFrom: Date;
  validUntil?: Date | null | undefined;
};

/** Begins an offer of the actor's house to chosen members. */
export async function draftOffer(
  deps: Deps,
  actor: Actor,
  input: AuthorOffer & { idempotencyKey: string },
): Promise<Offer> {
  can(actor, "offering:edit");
  const listed = await listedMembers(deps, actor, input);
  return deps.db.$transaction(async (tx) => {
    const id = newId("offer");
    const first = await takeKey(tx, actor, { verb: "draftOffer", input, objectId: id });
    if (first) return tx.offer.findUniqueOrThrow({ where: { id: first } });
    const checked = await checkOffer(tx, actor, input, listed);
    if (await tx.offer.findUnique({ where: { code: checked.code } })) throw new CodeTaken(checked.code);
    return tx.offer.create({ data: { id, ...checked, ...(await begun(deps, tx, actor, { id, object: "offer" })) } });
  });
}

/** Writes a draft anew; its code stays, for rules may ask for it. */
export async function editOffer(
  deps: Deps,
  actor: Actor,
  { offeringId, ...input }: Omit<AuthorOffer, "code"> & { offeringId: string },
): Promise<Offer> {
  can(actor, "offering:edit");
  const listed = await listedMembers(deps, actor, input);
  return deps.db.$transaction(async (tx) => {
    const found = await lockOffering(tx, actor, offeringId);
    if (found.kind !== "offer") throw new OfferingNotFound(offeringId);
    const { row } = found;
    nextOfferingState({ object: "offer", ...row }, "edit");
    const data = await checkOffer(tx, actor, { ...input, code: row.code }, listed ?? row.memberIds);
    await recordEdit(deps, tx, actor, { action: "editOffer", object: "offer", row, data });
    return tx.offer.update({ where: { id: row.id }, data });
  });
}

/** With more in it nobody is treated any more. */
const CONTROL_BPS_MAX = 5_000;
const MEMBERS_MAX = 10_000;

/** Thousands of entries are sought in many reads: before anything is held. Null: none were typed. */
async function listedMembers(
  deps: Deps,
  actor: Actor,
  { audience, members }: Pick<AuthorOffer, "audience" | "members">,
): Promise<string[] | null> {
  if (audience !== "MEMBERS" || !members?.length) return null;
  if (members.length > MEMBERS_MAX) throw notSoMany(members.length);
  return ownCustomers(deps, actor, members);
}

const notSoMany = (count: number) => new InvalidValue("members", String(count), `1 to ${MEMBERS_MAX} members`);

async function checkOffer(tx: Tx, actor: Actor, input: AuthorOffer, listed: string[] | null) {
  const { validFrom, validUntil = null, lastsDays = null, campaignId = null, couponPoolId: poolId = null } = input;
  checkSpan(validFrom, validUntil);
  if (campaignId === null && poolId === null) {
    throw new InvalidValue("campaignId", "", "there, or a pool: an offer gives something");
  }
  if (campaignId !== null) await requireOwnCampaign(tx, actor, campaignId);
  if (poolId !== null) await requirePool(tx, actor, poolId);
  const { name: title, ...authored } = checkAuthored(input);
  return {
    ...authored,
    title,
    category: checkOptionalText("category", input.category),
    campaignId,
    poolId,
    controlBps: checkWhole("controlBps", input.controlBps, [0, CONTROL_BPS_MAX]),
    lastsDays: lastsDays === null ? null : checkWhole("lastsDays", lastsDays, [1, 3_660]),
    validFrom,
    validUntil,
    partnerIds: await checkPlaces(tx, actor, input.partnerIds ?? []),
    ...(await checkAudience(tx, actor, input, listed)),
  };
}

/** A partner's campaigns run at its own tills anyway. */
async function checkPlaces(tx: Tx, actor: Actor, ids: readonly string[]): Promise<string[]> {
  if (ids.length > 0 && houseOf(actor) !== OPERATOR) {
    throw new InvalidValue("partnerIds", ids.join(", "), "absent: a partner's offers hold at its own tills");
  }
  return checkPartners(tx, ids);
}

async function requireOwnCampaign(tx: Tx, actor: Actor, id: string): Promise<void> {
  const house = houseOf(actor);
  const partnerId = house === OPERATOR ? null : house;
  if ((await tx.campaign.count({ where: { id, partnerId } })) === 0) throw new CampaignNotFound(id);
}

async function requirePool(tx: Tx, actor: Actor, id: string): Promise<void> {
  if ((await tx.couponPool.count({ where: { id, ...visibleOfferings(actor) } })) === 0) throw new OfferingNotFound(id);
}

async function checkAudience(tx: Tx, actor: Actor, { audience, audienceRef }: AuthorOffer, listed: string[] | null) {
  switch (audience) {
    case "MEMBERS":
      if (!listed?.length) throw notSoMany(0);
      return { audience, audienceRef: null, memberIds: listed };
    case "TAG":
      return { audience, audienceRef: checkText("audienceRef", audienceRef ?? ""), memberIds: [] };
    case "SEGMENT": {
      const id = audienceRef ?? "";
      const house = houseOf(actor);
      const visible = { OR: [{ house }, { house: OPERATOR, shared: true }] };
      if ((await tx.segment.count({ where: { id, state: "ACTIVE", ...visible } })) === 0) {
        throw new InvalidValue("audienceRef", id, "a segment of the house, or one that the coalition shares");
      }
      return { audience, audienceRef: id, memberIds: [] };
    }
  }
}
