import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "#api/kernel/actor.ts";
import { standingClock } from "#api/kernel/clock.ts";
import { findCounters } from "#api/ledger/counters.ts";
import { createLedger } from "#api/ledger/ledger.ts";
import type { StatementLine } from "#api/ledger/statement.ts";
import { errorsOf, findBrokenRules } from "#api/ledger/verify.ts";
import { readConfig } from "#api/server/config.ts";
import { addPerson, openPeople } from "#api/server/identity/people.ts";
import { createLog } from "#api/server/log.ts";
import { type TestDatabase, testDatabase } from "#api/test/database.ts";
import { reportRows, summed } from "#api/test/report-rows.ts";
import { readAuditChain } from "#api/use-cases/audit/verify-audit.ts";
import { couponCounter } from "#api/use-cases/coupons/counters.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { ticketCounter } from "#api/use-cases/draws/definition.ts";
import { verifyDraw } from "#api/use-cases/draws/verify-draw.ts";
import { approvePayments } from "#api/use-cases/payments/approve-payments.ts";
import { exportPayments } from "#api/use-cases/payments/export-payments.ts";
import { submitPayments } from "#api/use-cases/payments/submit-payments.ts";
import { stampCounter } from "#api/use-cases/purchases/windows.ts";
import * as portal from "#portal/lib/demo.ts";
import { demoPassword, demoPeople } from "#seed/people.ts";
import { tellStory } from "#seed/tell.ts";

const now = new Date("2025-06-20T16:30:00Z");
const DAY_MS = 86_400_000;
let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
  const config = readConfig({});
  const people = openPeople({ ...config, db: database.db, secret: "s".repeat(32), log: createLog("silent") });
  const secrets = { apiKey: "a secret for tests" };
  await tellStory({ connection: database, now, addPerson: (person) => addPerson(people, person), secrets });
}, 600_000);

afterAll(() => database.close());

const walletOf = async (name: string) => {
  const { memberId } = await database.db.memberProfile.findFirstOrThrow({ where: { name } });
  return database.db.wallet.findUniqueOrThrow({ where: { memberId } });
};

describe("the demo's year", () => {
  test("leaves books that balance, and warns of what somebody should look into at the bank", async () => {
    const broken = await findBrokenRules(database.pool);
    expect(errorsOf(broken)).toEqual([]);
    expect(new Set(broken.map(({ rule }) => rule))).toEqual(new Set(["I14"]));
  });

  test("leaves Ana four stamps of six, a coupon of her own, one given and one won, one that is used, and an offer to activate", async () => {
    const { db } = database;
    const { memberId } = await db.memberProfile.findFirstOrThrow({ where: { name: "Ana Kavaliova" } });
    const counter = stampCounter("coffee", memberId);
    expect((await findCounters(db, [counter])).get(counter)).toBe(4n);
    const coupons = await db.coupon.findMany({ where: { memberId }, include: { pool: true } });
    const told = coupons.map(({ pool, usedAt }) => `${pool.code} ${usedAt ? "used" : "to use"}`);
    expect(told.sort()).toEqual(["autumn to use", "autumn to use", "autumn to use", "autumn used"]);
    expect(await db.coupon.count({ where: { pool: { code: "autumn" } } })).toBe(120);
    const [offer] = await db.personalOffer.findMany({ where: { memberId, offer: { code: "bread" } } });
    expect(offer).toMatchObject({ group: "TREATED", activatedAt: null });
    const promo = couponCounter("hello", "VOSIEN");
    expect((await findCounters(db, [promo])).get(promo)).toBe(2n);
  });

  test("has Ana on Silver, Bohdan in a club, Maryna with a paid plan, and one place left at a tasting", async () => {
    const { db } = database;
    const idOf = async (name: string) => (await db.memberProfile.findFirstOrThrow({ where: { name } })).memberId;
    const [ana, bohdan, maryna] = await Promise.all(["Ana Kavaliova", "Bohdan Harbar", "Maryna Dudko"].map(idOf));
    expect(await db.memberTier.findUnique({ where: { memberId: ana ?? "" } })).toMatchObject({ tier: "silver" });
    const membership = await db.clubMembership.findFirstOrThrow({ where: { club: { code: "roasters" } } });
    const pool = await db.pool.findFirstOrThrow({ where: { club: { code: "oven" } }, include: { people: true } });
    expect(pool).toMatchObject({ onLeaving: "RETURNS", people: [{ state: "JOINED" }, { state: "JOINED" }] });
    expect(await db.wallet.findUnique({ where: { memberId: pool.id } })).toMatchObject({ available: 370n });
    expect(membership).toMatchObject({ memberId: bohdan, state: "IN" });
    const subscription = await db.subscription.findFirstOrThrow({ include: { plan: true } });
    expect(subscription).toMatchObject({ memberId: maryna, state: "ACTIVE", plan: { code: "plus" } });
    expect(await db.lot.count({ where: { subscriptionId: subscription.id } })).toBeGreaterThan(0);
    const event = await db.memberEvent.findFirstOrThrow({ include: { bookings: true } });
    expect([event.places, event.bookings.filter(({ state }) => state === "BOOKED").length]).toEqual([3, 2]);
  });

  test("has a friend brought and one who brings himself, a household, a donation, two claims and guarded points", async () => {
    const { db } = database;
    const referrals = await db.referral.findMany({ orderBy: { id: "asc" } });
    expect(referrals.map(({ state, refusedFor }) => refusedFor ?? state)).toEqual([
      "REWARDED",
      "SAME_PERSON",
      "INVITED",
    ]);
    const pool = await db.pool.findFirstOrThrow({
      where: { kind: "HOUSEHOLD" },
      include: { people: { orderBy: { id: "asc" } } },
    });
    expect(pool.people.map(({ state }) => state)).toEqual(["JOINED", "JOINED", "INVITED"]);
    expect(await db.deed.count({ where: { kind: "donatePoints" } })).toBe(1);
    const claims = await db.claim.findMany({ orderBy: { id: "asc" } });
    expect(claims.map(({ state }) => state)).toEqual(["CONFIRMED", "WAITING"]);
    expect(await db.spendGuard.findMany()).toMatchObject([{ locked: false, confirmAbove: 3_000n }]);
  });

  test("has a draw that anyone can check, one with Ana's tickets, five rewards, her order, and challenges", async () => {
    const { db } = database;
    const { memberId } = await db.memberProfile.findFirstOrThrow({ where: { name: "Ana Kavaliova" } });
    const past = await db.draw.findUniqueOrThrow({ where: { code: "harvest" }, include: { winners: true } });
    expect(past).toMatchObject({ state: "PUBLISHED" });
    expect(past.winners).toHaveLength(4);
    expect(await verifyDraw(db, past)).toEqual({ seedHolds: true, listHolds: true, winnersHold: true });
    expect(await db.draw.findUniqueOrThrow({ where: { code: "winter" } })).toMatchObject({ state: "OPEN" });
    const tickets = ticketCounter("winter", memberId);
    expect((await findCounters(db, [tickets])).get(tickets)).toBeGreaterThanOrEqual(8n);
    expect(await db.reward.count({ where: { state: "OFFERED" } })).toBe(5);
    const orders = await db.rewardOrder.findMany({ where: { memberId }, orderBy: { id: "asc" } });
    expect(orders.map(({ state }) => state)).toEqual(["COLLECTED", "ISSUED"]);
    expect(await db.activity.findMany()).toMatchObject([{ memberId, points: 25n }]);
    const awards = await db.challengeAward.findMany({ where: { memberId, state: "AWARDED", booked: true } });
    expect(awards).toContainEqual(expect.objectContaining({ points: 0n, period: "EVER" }));
    expect(await db.draw.findUniqueOrThrow({ where: { code: "spring" } })).toMatchObject({ state: "DRAFT" });
    expect(await db.challenge.count({ where: { partnerId: { not: null }, state: "LIVE" } })).toBe(1);
    expect(await db.coupon.count({ where: { givenFor: { startsWith: "challenge:" } } })).toBeGreaterThan(0);
    expect((await db.activityKind.findMany()).map(({ code }) => code).sort()).toEqual(["bank_payment", "review"]);
  });

  test("has a journey with members at different steps, consents with their history, and news for Ana", async () => {
    const { db } = database;
    const runs = await db.journeyRun.findMany({ select: { step: true, state: true } });
    expect(new Set(runs.map(({ state, step }) => `${state} ${step}`)).size).toBeGreaterThan(1);
    const { memberId } = await db.memberProfile.findFirstOrThrow({ where: { name: "Ana Kavaliova" } });
    expect(await db.message.count({ where: { memberId, template: "points-expiring" } })).toBeGreaterThan(0);
    expect(await db.message.count({ where: { memberId, template: "points-spent" } })).toBeGreaterThan(0);
    expect(await db.consentChange.count({ where: { memberId } })).toBe(5);
    expect(await db.message.count({ where: { channel: { not: "INBOX" } } })).toBe(0);
  });

  test("has campaigns in every state, tried by those who wrote them, one with its budget nearly used up", async () => {
    const { db } = database;
    const versions = await db.campaignVersion.findMany({ include: { simulations: true, joinings: true } });
    const states = new Set(versions.map(({ state }) => state));
    for (const state of ["DRAFT", "IN_REVIEW", "LIVE", "PAUSED", "ENDED"]) expect(states).toContain(state);
    const called = (name: string) =>
      versions.find(({ definition }) => (definition as { name: { en: string } }).name.en === name);
    const [basket, again, weekends] = ["Full basket", "Good to see you again", "Coalition weekends"].map(called);
    for (const tried of [basket, again, weekends]) expect(tried?.simulations).toMatchObject([{ state: "DONE" }]);
    expect(weekends?.joinings).toHaveLength(3);
    const compared = await db.comparedMember.findMany({ where: { versionId: called("A canvas bag")?.id ?? "" } });
    expect(new Set(compared.map(({ group }) => group))).toEqual(new Set(["TREATED", "CONTROL"]));
    const budget = `campaign:${basket?.campaignId}:all:points:ever`.toLowerCase();
    const spent = (await findCounters(db, [budget])).get(budget) ?? 0n;
    expect(spent).toBeGreaterThan(1_000n);
    expect(spent).toBeLessThanOrEqual(1_400n);
    const coffee = await db.purchase.findMany({ where: { receiptNumber: { startsWith: "COFFEE-" } } });
    // By contract each gives 70.
    expect(coffee.some(({ pointsEarned }) => pointsEarned >= 135n)).toBe(true);
  });

  test("stands where the bank stands, and leaves what came in oddly these days to work on", async () => {
    const { rows } = await database.pool.query(
      "select kind, state::text, count(*)::int, min(opened_at) as since from recon_item where source = 'BANK' and state in ('SUGGESTED', 'BREAK', 'INVESTIGATING') group by 1, 2 order by 1, 2",
    );
    expect(rows.map(({ kind, state, count }) => [kind, state, count])).toEqual([
      ["MISSING_IN_HUB", "BREAK", 1],
      ["AMOUNT_DIFF", "BREAK", 1],
      ["UNKNOWN_RECEIPT", "BREAK", 1],
      ["UNKNOWN_RECEIPT", "INVESTIGATING", 1],
      ["UNKNOWN_RECEIPT", "SUGGESTED", 1],
      ["SHORT_RECEIPT", "BREAK", 1],
    ]);
    const oldest = Math.min(...rows.map(({ since }) => since.getTime()));
    expect(oldest).toBeGreaterThan(now.getTime() - 7 * DAY_MS);
    const files = await database.db.paymentFile.count();
    expect(files).toBeGreaterThan(7);
  });

  test("has a cycle for each month: settled, one with a default, one being settled, one to approve, one open", async () => {
    const cycles = await database.db.cycle.findMany({ orderBy: { seq: "asc" } });
    const states = cycles.map(({ state }) => state);
    expect(states.slice(-3)).toEqual(["SETTLING", "IN_REVIEW", "OPEN"]);
    expect(states.filter((state) => state === "SETTLED_WITH_DEFAULT")).toHaveLength(1);
    expect(states.filter((state) => state === "SETTLED")).toHaveLength(8);
    expect(cycles.at(-1)?.cutoffAt.getTime()).toBeGreaterThan(now.getTime());
  });

  test("knows a late payer who paid, and a partner that failed", async () => {
    const partners = await database.db.partner.findMany({ where: { isOperator: false } });
    const blocked = await database.db.transition.findMany({
      where: { object: "partner", to: "ISSUE_BLOCKED" },
      orderBy: { at: "asc" },
    });
    const codes = blocked.map(({ objectId }) => partners.find(({ id }) => id === objectId)?.code);
    expect(codes).toEqual(["SHLIAKH", "LITARA"]);
    const statuses = Object.fromEntries(partners.map(({ code, status }) => [code, status]));
    expect(statuses).toMatchObject({ SHLIAKH: "ACTIVE", SVITANAK: "ACTIVE", LITARA: "DEFAULTED", VERAS: "ONBOARDING" });
  });

  test("finds members in different situations", async () => {
    expect((await walletOf("Bohdan Harbar")).pending).toBeGreaterThan(5_000n);
    expect((await walletOf("Maryna Dudko")).debt).toBeGreaterThan(1_000n);
    const ana = await walletOf("Ana Kavaliova");
    const soon = { gt: now, lt: new Date(now.getTime() + 62 * DAY_MS) };
    const lapsing = await database.db.lot.findMany({ where: { memberId: ana.memberId, expiresAt: soon } });
    expect(lapsing.reduce((sum, { available }) => sum + available, 0n)).toBeGreaterThan(2_000n);
    const visited = await database.db.purchase.groupBy({ by: ["partnerId"], where: { memberId: ana.memberId } });
    expect(visited).toHaveLength(7);
    expect(await database.db.member.count({ where: { status: "MERGED" } })).toBe(1);
    expect(await database.db.member.count({ where: { status: "BLOCKED" } })).toBe(1);
    expect(await database.db.card.count({ where: { status: "REPLACED" } })).toBe(1);
  });

  test("knows what risk does: a default partly recovered, a limit overridden, a notice, a curve over the year", async () => {
    const [covered] = await database.db.obligation.findMany({ where: { state: "COVERED" } });
    const layers = await database.db.defaultLayer.findMany({ where: { obligationId: covered?.id ?? "" } });
    const back = layers.reduce((sum, { recoveredE6 }) => sum + recoveredE6, 0n);
    expect(back).toBe(12_500_000n);
    expect(await database.db.limitOverride.count({ where: { revokedAt: null, expiresAt: { gt: now } } })).toBe(1);
    expect(await database.db.partnerExit.findMany()).toMatchObject([{ state: "NOTICE" }]);
    expect(await database.db.exposureDay.count()).toBeGreaterThan(350 * 7);
  });

  test("has segments of both houses that were counted, customer books, tags, and an offer beside its control group", async () => {
    const segments = await database.db.segment.findMany({ where: { state: "ACTIVE" } });
    const byCode = new Map(segments.map((segment) => [segment.code, segment]));
    for (const { code, countedAt } of segments) expect(countedAt, code).not.toBeNull();
    for (const code of ["regulars", "never-redeemed", "grocer-not-fuel", "three-partners"])
      expect(byCode.get(code)?.counted ?? 0, code).toBeGreaterThan(0);
    const tags = await database.db.memberTag.findMany({ where: { tag: "coffee" } });
    expect(byCode.get("coffee-lovers")?.counted).toBe(tags.length);
    expect(await database.db.customer.count({ where: { visits: { gt: 0 } } })).toBeGreaterThan(60);
    const { id: offerId } = await database.db.offer.findUniqueOrThrow({ where: { code: "regulars" } });
    const groups = await database.db.personalOffer.groupBy({ by: ["group"], where: { offerId }, _count: true });
    expect(groups.map(({ group }) => group).sort()).toEqual(["CONTROL", "TREATED"]);
  });

  test("leaves something to decide", async () => {
    const waiting = await database.db.approval.findMany({ where: { state: "WAITING" }, orderBy: { id: "asc" } });
    const actions = new Set(waiting.map(({ action }) => action));
    for (const action of ["adjustPoints", "proposeContract", "reviewCampaign"]) expect(actions).toContain(action);
    const disputes = await database.db.dispute.groupBy({ by: ["state"], _count: true });
    expect(Object.fromEntries(disputes.map(({ state, _count }) => [state, _count]))).toEqual({
      OPEN: 1,
      RESPONDED: 1,
      ARBITRATION: 1,
      RESOLVED: 2,
      WITHDRAWN: 1,
    });
    const breaks = await database.db.reconItem.groupBy({
      by: ["kind", "state"],
      where: { source: "PARTNER_FILE", state: { not: "MATCHED" } },
      _count: true,
    });
    const found = breaks.map(({ kind, state, _count }) => `${kind} ${state} ${_count}`).sort();
    expect(found).toEqual([
      "DUPLICATE BREAK 1",
      "MISSING_IN_HUB BREAK 1",
      "MISSING_IN_PARTNER BREAK 1",
      "POINTS_DIFF INVESTIGATING 1",
    ]);
  });

  test("leaves the news of the last days unread, and nothing older", async () => {
    const people = await database.db.staff.findMany({ select: { userId: true } });
    const notices = await database.db.notice.findMany({
      where: { userId: { in: people.map(({ userId }) => userId) } },
    });
    const unread = notices.filter(({ readAt }) => readAt === null);
    const readUntil = now.getTime() - 10 * DAY_MS;
    expect(notices.filter(({ createdAt }) => createdAt.getTime() < readUntil - DAY_MS).length).toBeGreaterThan(5);
    expect(unread.length).toBeGreaterThan(2);
    expect(unread.filter(({ createdAt }) => createdAt.getTime() < readUntil - DAY_MS)).toEqual([]);
  });

  test("is told the same each time", async () => {
    const [purchases, returns, given] = await Promise.all([
      database.db.purchase.count(),
      database.db.purchaseReturn.count(),
      database.db.purchase.aggregate({ _sum: { pointsEarned: true, pointsSpent: true, totalE6: true } }),
    ]);
    expect({ purchases, returns, ...given._sum }).toEqual({
      purchases: 4_566,
      returns: 103,
      pointsEarned: 662_151n,
      pointsSpent: 404_700n,
      totalE6: 418_990_560_000n,
    });
  });

  test("lets everybody on the list sign in, with the roles it says", async () => {
    for (const person of demoPeople) {
      const user = await database.db.user.findUniqueOrThrow({ where: { email: person.email } });
      const staff = await database.db.staff.findMany({ where: { userId: user.id } });
      if (person.of === "member") expect(await database.db.member.count({ where: { userId: user.id } })).toBe(1);
      else expect(staff.map(({ roles }) => roles)).toEqual([person.roles]);
    }
  });

  test("the portal's doors are people of the demo", () => {
    expect(portal.demoPassword).toBe(demoPassword);
    const emails = demoPeople.map(({ email }) => email);
    expect(portal.demoPeople.filter(({ email }) => !emails.includes(email))).toEqual([]);
  });
});

describe("the demo's reports", () => {
  const auditor: Actor = { kind: "operator", id: "usr_auditor", roles: ["AUDITOR"] };
  const depsNow = (): Deps => ({
    db: database.db,
    clock: standingClock(now),
    ledger: createLedger({ pool: database.pool, clock: standingClock(now) }),
    secrets: { apiKey: "a secret for tests" },
  });

  test("add up, section by section, to every statement of the year", async () => {
    const deps = depsNow();
    const statements = await database.db.statement.findMany({ where: { supersededAt: null } });
    for (const { cycleId, partnerId, lines } of statements) {
      const rows = await reportRows(deps, auditor, "transactions", { cycleId, partnerId });
      const sections = Map.groupBy(lines as StatementLine[], ({ section }) => section);
      const said = [...sections].map(([section, of]) => [
        section,
        of.reduce((sum, one) => sum + BigInt(one.amountE6), 0n),
      ]);
      const added = said.map(([section]) => [
        section,
        summed(
          rows.filter((row) => row["statement_line"] === section),
          "amount",
        ),
      ]);
      expect(added).toEqual(said);
    }
    expect(statements.length).toBeGreaterThan(30);
  }, 120_000);

  test("roll every issuer's points forward without a gap, and back them with what the funds hold", async () => {
    const deps = depsNow();
    const before = new Map<string, bigint>();
    for (const { id: cycleId } of await database.db.cycle.findMany({ orderBy: { seq: "asc" } })) {
      for (const row of await reportRows(deps, auditor, "points_liability", { cycleId })) {
        const whose = `${row["issuer_id"]} ${row["funding"]}`;
        expect(row["opening"]).toBe(before.get(whose) ?? 0n);
        before.set(whose, row["closing"] as bigint);
      }
      expect(summed(await reportRows(deps, auditor, "redemption_fund", { cycleId }), "difference")).toBe(0n);
    }
    const held = await database.db.lot.aggregate({ _sum: { pending: true, available: true, reserved: true } });
    const { pending, available, reserved } = held._sum;
    expect([...before.values()].reduce((sum, points) => sum + points, 0n)).toBe(
      (pending ?? 0n) + (available ?? 0n) + (reserved ?? 0n),
    );
  });

  test("find the books where every bank statement closed, and the audit log unbroken", async () => {
    const deps = depsNow();
    const rows = await reportRows(deps, auditor, "bank_reconciliation");
    expect(rows.filter((row) => row["difference"] !== 0n)).toEqual([]);
    expect(rows.length).toBeGreaterThan(5);
    expect((await readAuditChain(database.db, null)).broken).toBeNull();
  });
});

describe("the visitors' day", () => {
  test("has pay-outs to submit and money to send back, from the first signature to the bank's file", async () => {
    const { db, pool } = database;
    const clock = standingClock(now);
    const ledger = createLedger({ pool, clock });
    const deps: Deps = { db, clock, ledger, secrets: { apiKey: "a secret for tests" } };
    const clerk: Actor = { kind: "operator", id: "usr_clerk", roles: ["CLERK"] };
    const finance: Actor = { kind: "operator", id: "usr_finance", roles: ["FINANCE"] };
    const { id: cycleId } = await db.cycle.findFirstOrThrow({ where: { state: "SETTLING" } });
    const drafts = await submitPayments(deps, clerk, { cycleId });
    expect(drafts.length).toBeGreaterThan(1);
    await approvePayments(deps, finance, { cycleId });
    const file = await exportPayments(deps, clerk, { cycleId, idempotencyKey: "visitor-pay-outs" });
    expect(file.paymentCount).toBe(drafts.length);
    const [back] = await approvePayments(deps, finance, {});
    expect(back).toMatchObject({ kind: "RETURN", creditorName: "Hrodna Glass Works", amountE6: 64_000_000n });
    const returns = await exportPayments(deps, clerk, { idempotencyKey: "visitor-returns" });
    expect(returns.content).toContain("Hrodna Glass Works");
    expect(errorsOf(await findBrokenRules(pool))).toEqual([]);
    await ledger.close();
  });
});
