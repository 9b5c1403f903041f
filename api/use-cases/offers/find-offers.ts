import type { CampaignEffect } from "#api/engine/campaign-effects.ts";
import type { Actor } from "#api/kernel/actor.ts";
import { type Page, type PageArgs, pageOf } from "#api/kernel/page.ts";
import type { Offer } from "#api/sql/rows.ts";
import { findAudiencePolicy, tellableCount } from "#api/use-cases/analytics/audience-policy.ts";
import { findUnknownAudiences } from "#api/use-cases/analytics/unknown-audiences.ts";
import { storedDefinition } from "#api/use-cases/campaigns/definition.ts";
import { visibleVersions } from "#api/use-cases/campaigns/find-campaigns.ts";
import { can, may } from "#api/use-cases/can.ts";
import { type ListOfferings, offeringPage } from "#api/use-cases/coupons/find-pools.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { ownsOffering, visibleOfferings } from "#api/use-cases/offers/offerings.ts";
import { type OfferOfMember, openFor } from "#api/use-cases/offers/take-offer.ts";

type Found<Row> = Promise<Map<string, Row>>;

/** Offers by id. */
export async function findOffers(deps: Deps, actor: Actor, ids: readonly string[]): Found<Offer> {
  if (!may(actor, "offering:read")) return new Map();
  const rows = await deps.db.offer.findMany({ where: { id: { in: [...ids] }, ...visibleOfferings(actor) } });
  return new Map(rows.map((row) => [row.id, row]));
}

export async function listOffers(deps: Deps, actor: Actor, input: ListOfferings): Promise<Page<Offer>> {
  can(actor, "offering:read");
  return pageOf(await deps.db.offer.findMany(offeringPage(actor, input)), input.first);
}

/**
 * How many it was made to, of whom so many get nothing; and what the others did with it. Of an audience that the viewer's
 * house may only address, all but what its own receipts show is rounded down to whole groups.
 */
export type OfferFigures = { made: number; control: number; seen: number; activated: number; used: number };

/** For the house whose offer it is. */
export async function findOfferFigures(deps: Deps, actor: Actor, ids: readonly string[]): Found<OfferFigures> {
  const own = [...(await findOffers(deps, actor, ids)).values()].filter((offer) => ownsOffering(actor, offer));
  const rows = await deps.db.$queryRaw<(OfferFigures & { offerId: string })[]>`
    SELECT offer_id AS "offerId", count(*)::int AS made, count(*) FILTER (WHERE "group" = 'CONTROL')::int AS control,
      count(seen_at)::int AS seen, count(activated_at)::int AS activated, count(used_at)::int AS used
    FROM personal_offer WHERE offer_id = ANY (${own.map(({ id }) => id)}) GROUP BY 1`;
  const [strangers, { minimumGroup }] = await Promise.all([
    findUnknownAudiences(deps, actor, own),
    findAudiencePolicy(deps),
  ]);
  const told = (count: number) => tellableCount(count, minimumGroup) ?? 0;
  const inGroups = ({ made, control, seen, activated, used }: OfferFigures): OfferFigures => ({
    made: told(made),
    control: told(control),
    seen: told(seen),
    activated: told(activated),
    used,
  });
  const counted = new Map(
    rows.map(({ offerId, ...figures }) => [offerId, strangers.has(offerId) ? inGroups(figures) : figures]),
  );
  const none: OfferFigures = { made: 0, control: 0, seen: 0, activated: 0, used: 0 };
  return new Map(own.map(({ id }) => [id, counted.get(id) ?? none]));
}

export type ListMyOffers = PageArgs & {
  activated?: boolean | null | undefined;
  category?: string | null | undefined;
  partnerId?: string | null | undefined;
  /** A part of the title or the terms, in any language. */
  search?: string | null | undefined;
};

/** What was made to the member and is open, newest first. The cursor is the id. */
export async function listMyOffers(
  deps: Deps,
  actor: Actor,
  { first, after, activated, category, partnerId, search }: ListMyOffers,
): Promise<Page<OfferOfMember>> {
  can(actor, "offering:take");
  const memberId = actor.kind === "member" ? actor.memberId : "";
  const { offer, ...open } = openFor(memberId, deps.clock.now());
  const words = search?.trim() ?? "";
  const sought = words === "" ? null : await offersWith(deps, words);
  const rows = await deps.db.personalOffer.findMany({
    where: {
      ...open,
      ...whetherActivated(activated),
      ...(after === null ? {} : { id: { lt: after } }),
      offer: {
        ...offer,
        ...(category ? { category } : {}),
        ...(partnerId ? { OR: [{ partnerId }, { partnerIds: { has: partnerId } }] } : {}),
        ...(sought ? { id: { in: sought } } : {}),
      },
    },
    include: { offer: { include: { pool: true } } },
    orderBy: { id: "desc" },
    take: first + 1,
  });
  return pageOf(rows, first);
}

const whetherActivated = (activated: boolean | null | undefined) =>
  activated === null || activated === undefined ? {} : { activatedAt: activated ? { not: null } : null };

async function offersWith({ db }: Deps, words: string): Promise<string[]> {
  const part = `%${words.replaceAll(/[\\%_]/g, "\\$&")}%`;
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT id FROM offer WHERE state = 'ACTIVE' AND (title::text ILIKE ${part} OR terms::text ILIKE ${part})`;
  return rows.map(({ id }) => id);
}

/** Open offers at one partner in one category; `once`: those that no row before counts. */
export type OfferCount = { partnerId: string | null; category: string | null; offers: number; once: number };

/** How many offers the member has open, by partner and category; for finding them, and for partners to be chosen by. */
export async function countMyOffers(
  deps: Deps,
  actor: Actor,
  { activated }: Pick<ListMyOffers, "activated">,
): Promise<OfferCount[]> {
  can(actor, "offering:take");
  const memberId = actor.kind === "member" ? actor.memberId : "";
  const rows = await deps.db.personalOffer.findMany({
    where: { ...openFor(memberId, deps.clock.now()), ...whetherActivated(activated) },
    select: { offer: { select: { partnerId: true, partnerIds: true, category: true } } },
  });
  const placed = rows.flatMap(({ offer: { partnerId, partnerIds, category } }) =>
    (partnerIds.length > 0 ? partnerIds : [partnerId]).map((at, nth) => ({
      partnerId: at,
      category,
      isFirst: nth === 0,
    })),
  );
  const alike = Map.groupBy(placed, ({ partnerId, category }) => JSON.stringify([partnerId, category]));
  return [...alike.values()].flatMap((rows) => {
    const once = rows.filter(({ isFirst }) => isFirst).length;
    return rows.slice(0, 1).map(({ partnerId, category }) => ({ partnerId, category, offers: rows.length, once }));
  });
}

/**
 * What the campaigns behind offers give, as their running versions say. Whoever writes a campaign reads of one that nobody
 * agreed on yet what it would give.
 */
export async function findGiven({ db }: Deps, actor: Actor, campaignIds: readonly string[]): Found<CampaignEffect[]> {
  const campaignId = { in: [...campaignIds] };
  const agreed = { campaignId, state: { in: ["LIVE" as const, "SCHEDULED" as const] } };
  const written = { campaignId, state: { in: ["DRAFT" as const, "IN_REVIEW" as const] }, ...visibleVersions(actor) };
  const [promised, running] = await Promise.all([
    may(actor, "campaign:read") ? db.campaignVersion.findMany({ where: written, orderBy: { version: "asc" } }) : [],
    db.campaignVersion.findMany({ where: agreed, orderBy: { version: "asc" } }),
  ]);
  return new Map(
    [...promised, ...running].map((version) => [
      version.campaignId,
      storedDefinition(version).rules.flatMap(({ effects }) => effects),
    ]),
  );
}
