import { afterAll, beforeAll, expect, test } from "vitest";
import { layDesk } from "#api/test/desk.ts";
import { loadMessages } from "#portal/i18n/messages.ts";
import { violations } from "#portal/test/axe.ts";
import { type Hub, openHub, seen, type Who } from "#portal/test/hub.ts";

/** A hub in which a few of everything there is were made. */
let hub: Hub;
beforeAll(async () => {
  hub = await openHub();
  await layDesk(hub.world, 2);
}, 120_000);
afterAll(() => hub?.close());

type Table = "campaign" | "challenge" | "club" | "couponPool" | "draw" | "memberEvent" | "segment";

/** An address that ends in the newest of a table's things, of Grocer's or the operator's own. */
const one = (path: string, table: Table) => ({ path, table });
type Address = string | ReturnType<typeof one>;

const members: Address[] = [
  ...["/me", "/me/offers", "/me/offers?tab=activated", "/me/coupons", "/me/card", "/me/card?show=spend", "/me/more"],
  ...["/me/privileges", "/me/challenges", "/me/draws", "/me/rewards", "/me/gifts", "/me/referral", "/me/donate"],
  ...["/me/claims", "/me/partners", "/me/partners?pick=1", "/me/profile", "/me/inbox", "/me/inbox?show=account"],
  ...["/me/proof", "/me/expiry", "/me/history"],
];
const partners: Address[] = [
  ...["/partner", "/partner/campaigns", "/partner/campaigns/new", "/partner/offers", "/partner/customers"],
  ...["/partner/analytics", "/partner/challenges", "/partner/challenges/new", "/partner/clubs", "/partner/events"],
  ...["/partner/journeys", "/partner/journeys/new", "/partner/journeys/messages", "/partner/journeys/templates"],
  ...[
    "/partner/journeys/templates/new",
    "/partner/rewards",
    "/partner/segments",
    "/partner/activities",
    "/partner/claims",
  ],
  one("/partner/campaigns", "campaign"),
  one("/partner/clubs", "club"),
  one("/partner/offers/coupons", "couponPool"),
];
const operators: Address[] = [
  ...["/operator/campaigns", "/operator/campaigns/new", "/operator/tiers", "/operator/tiers/new", "/operator/plans"],
  ...[
    "/operator/coupons",
    "/operator/draws",
    "/operator/draws/new",
    "/operator/challenges",
    "/operator/challenges/new",
  ],
  ...["/operator/clubs", "/operator/events", "/operator/journeys", "/operator/journeys/new", "/operator/segments"],
  ...["/operator/journeys/messages", "/operator/journeys/templates", "/operator/journeys/templates/new"],
  ...["/operator/rewards", "/operator/activities", "/operator/analytics", "/operator/referrals", "/operator/claims"],
  one("/operator/draws", "draw"),
  one("/operator/segments", "segment"),
  one("/operator/challenges", "challenge"),
  one("/operator/events", "memberEvent"),
];

/** Members hold a telephone and do not read English; people at work sit at a desk. */
const walks: [Who, "en" | "ru" | "be", Address[], { width: number; height: number }][] = [
  ["ana", "be", members, { width: 360, height: 780 }],
  ["grocer", "ru", partners, { width: 1280, height: 900 }],
  ["admin", "en", operators, { width: 1280, height: 900 }],
];
const cases = walks.flatMap(([who, locale, pages, viewport]) =>
  pages.map((page) => ({ who, locale, page, viewport, name: typeof page === "string" ? page : `${page.path}/…` })),
);

test.for(cases)(
  "axe finds nothing on $locale $name, light and dark",
  async ({ who, locale, page: address, viewport }) => {
    const path = typeof address === "string" ? address : `${address.path}/${await newest(address.table)}`;
    const page = await hub.open(who, { viewport, colorScheme: "light" });
    const answer = await page.goto(`/${locale}${path}`, { waitUntil: "networkidle" });
    expect(answer?.status()).toBe(200);
    const heading = seen(page.locator("main h1"));
    await heading.waitFor();
    expect(await titlesOfNoPage(locale)).not.toContain(await heading.textContent());
    const light = await violations(page);
    await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
    await page.locator("html.dark").waitFor();
    expect({ light, dark: await violations(page) }).toEqual({ light: [], dark: [] });
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    await page.context().close();
  },
);

/** What stands above where a page is not: it failed, there is none, or not for this person. */
async function titlesOfNoPage(locale: "en" | "ru" | "be"): Promise<string[]> {
  const { failure, notFound, noPermission } = await loadMessages(locale);
  return [failure.title, notFound.title, noPermission.title];
}

async function newest(table: Table): Promise<string> {
  const { db } = hub.gateway.deps;
  const last = { orderBy: { id: "desc" }, select: { id: true } } as const;
  const find: Record<Table, () => Promise<{ id: string } | null>> = {
    campaign: () => db.campaign.findFirst(last),
    challenge: () => db.challenge.findFirst(last),
    club: () => db.club.findFirst(last),
    couponPool: () => db.couponPool.findFirst(last),
    draw: () => db.draw.findFirst(last),
    memberEvent: () => db.memberEvent.findFirst(last),
    segment: () => db.segment.findFirst(last),
  };
  const found = await find[table]();
  if (!found) throw new Error(`no ${table} was made`);
  return found.id;
}
