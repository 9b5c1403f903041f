import { expect, test } from "vitest";
import type { Actor } from "#api/kernel/actor.ts";
import { CODE_SECONDS } from "#api/kernel/rotating-code.ts";
import { newcomer } from "#api/test/newcomer.ts";
import { agree } from "#api/test/second-person.ts";
import { type World, world } from "#api/test/world.ts";
import { blockCard } from "#api/use-cases/members/block-card.ts";
import { issueCard } from "#api/use-cases/members/issue-card.ts";
import { replaceCard } from "#api/use-cases/members/replace-card.ts";
import { redeemPoints } from "#api/use-cases/points/redeem-points.ts";
import { reservePoints } from "#api/use-cases/points/reserve-points.ts";
import { transferPoints } from "#api/use-cases/points/transfer-points.ts";
import { quotePurchase } from "#api/use-cases/purchases/quote-purchase.ts";
import { recordPurchase } from "#api/use-cases/purchases/record-purchase.ts";
import { proposeSpendPolicy } from "./policy.ts";
import { answerSpendRequest, findOpenRequests } from "./requests.ts";
import { lockSpending, setSpendGuard } from "./set-guard.ts";
import { showSpendCode } from "./show-code.ts";

const EUR = 1_000_000n;
let numbers = 0;
const key = () => ({ idempotencyKey: `spending-test-${String(++numbers).padStart(8, "0")}` });

type Shown = { number: string; code: string };

/** Ana with points and an electronic card. */
async function withCard(points = 1_000n): Promise<World & { number: string; cardId: string }> {
  const w = await world({ ana: { points } });
  const card = await issueCard(w.deps, w.ana.actor, { memberId: w.ana.id, form: "ELECTRONIC", ...key() });
  return { ...w, number: card.number ?? "", cardId: card.id };
}

async function shown({ deps, ana }: World): Promise<Shown> {
  const [number = "", code = ""] = ((await showSpendCode(deps, ana.actor))?.payload ?? "").split("-");
  return { number, code };
}

const byCard = ({ number, code }: Partial<Shown>) =>
  ({ kind: "CARD", value: number ?? "", ...(code ? { spendCode: code } : {}) }) as const;
const spend = (w: World, member: Parameters<typeof redeemPoints>[2]["member"], points = 10n, more: object = {}) =>
  redeemPoints(w.deps, w.grocer.till, { member, points, ...key(), ...more });
const later = ({ clock }: World, seconds: number) => clock.set(new Date(clock.now().getTime() + seconds * 1000));
const refuses = (attempt: Promise<unknown>, code: string, facts: object = {}) =>
  expect(attempt).rejects.toMatchObject({ code, ...facts });
const guard = (w: World, wish: Parameters<typeof setSpendGuard>[2]) => setSpendGuard(w.deps, w.ana.actor, wish);

test("M27 the barcode earns, the rotating code spends, and a code spends once", async () => {
  const w = await withCard();
  await guard(w, { needsCode: true });
  const { number } = w;
  const receipt = { member: byCard({ number }), totalE6: 20n * EUR, receiptNumber: "R-1" };
  const { purchase } = await recordPurchase(w.deps, w.grocer.till, { ...receipt, ...key() });
  expect(purchase.pointsEarned).toBe(20n);
  await refuses(spend(w, byCard({ number })), "SPEND_CODE_REFUSED", { problem: "MISSING" });
  const read = await shown(w);
  const redeem = { points: 100n };
  const paid = { ...receipt, member: byCard(read), receiptNumber: "R-2", redeem, ...key() };
  expect((await recordPurchase(w.deps, w.grocer.till, paid)).purchase.pointsSpent).toBe(100n);
  expect((await recordPurchase(w.deps, w.grocer.till, paid)).replayed).toBe(true);
  await refuses(spend(w, byCard(read)), "SPEND_CODE_REFUSED", { problem: "USED" });
  later(w, CODE_SECONDS);
  expect((await spend(w, byCard(await shown(w)))).redemption.captured).toBe(10n);
});

test("M27 the spend lock: locked points are zero at the till and earning works; only the member unlocks", async () => {
  const w = await withCard();
  await lockSpending(w.deps, w.operator, { memberId: w.ana.id, reason: "called: telephone stolen" });
  expect(await showSpendCode(w.deps, w.ana.actor)).toBeNull();
  const receipt = { member: byCard(w), totalE6: 20n * EUR };
  const quote = await quotePurchase(w.deps, w.grocer.till, receipt);
  expect(quote).toMatchObject({ available: 0n, redeemable: { points: 0n, because: "LOCKED" }, pointsEarned: 20n });
  await refuses(spend(w, byCard(w)), "SPEND_LOCKED");
  await refuses(
    transferPoints(w.deps, w.ana.actor, { to: { memberId: w.bohdan.id }, points: 5n, ...key() }),
    "SPEND_LOCKED",
  );
  await recordPurchase(w.deps, w.grocer.till, { ...receipt, receiptNumber: "R-1", ...key() });
  await refuses(setSpendGuard(w.deps, w.operator, { locked: false }), "FORBIDDEN");
  await guard(w, { locked: false });
  expect((await quotePurchase(w.deps, w.grocer.till, receipt)).available).toBe(1_020n);
  await spend(w, byCard(w));
});

test("M27 a lost card is blocked and replaced: the old number and its code spend nothing, points and history stay", async () => {
  const w = await withCard();
  await guard(w, { needsCode: true });
  const read = await shown(w);
  await spend(w, byCard(read));
  later(w, CODE_SECONDS);
  const lost = await shown(w);
  await blockCard(w.deps, w.ana.actor, { cardId: w.cardId, reason: "lost" });
  await refuses(spend(w, byCard(lost)), "CARD_BLOCKED");
  const fresh = await replaceCard(w.deps, w.ana.actor, { cardId: w.cardId, reason: "lost", ...key() });
  await refuses(spend(w, byCard({ number: fresh.number ?? "", code: lost.code })), "SPEND_CODE_REFUSED");
  expect((await spend(w, byCard(await shown(w)))).balance.available).toBe(980n);
  expect(await w.deps.db.burn.count({ where: { memberId: w.ana.id } })).toBe(2);
});

test("a code guessed again and again is heeded no more, not even the right one, until some minutes are over", async () => {
  const w = await withCard();
  const wrong = { number: w.number, code: "00000000" };
  for (const _ of [1, 2, 3, 4, 5]) await refuses(spend(w, byCard(wrong)), "SPEND_CODE_REFUSED", { problem: "WRONG" });
  await refuses(spend(w, byCard(await shown(w))), "SPEND_CODE_REFUSED", { problem: "TOO_MANY" });
  later(w, 600);
  await spend(w, byCard(await shown(w)));
});

test("one code at two tills at the same moment spends at one", async () => {
  const w = await withCard();
  const read = await shown(w);
  const tills = [w.grocer.till, w.fuel.till];
  const attempts = tills.map((till) => redeemPoints(w.deps, till, { member: byCard(read), points: 10n, ...key() }));
  const outcomes = await Promise.allSettled(attempts);
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
});

test("points are spent only where the member allows it, and no more in a day than they allow", async () => {
  const w = await withCard();
  await guard(w, { allowedPartnerIds: [w.fuel.id], dayMost: 100n });
  await refuses(spend(w, byCard(w)), "SPEND_PLACE_NOT_ALLOWED", { partnerId: w.grocer.id });
  expect((await quotePurchase(w.deps, w.grocer.till, { member: byCard(w), totalE6: EUR })).redeemable.because).toBe(
    "LOCKED",
  );
  const atFuel = (points: bigint) => redeemPoints(w.deps, w.fuel.till, { member: byCard(w), points, ...key() });
  await refuses(atFuel(101n), "SPEND_LIMIT_REACHED", { most: 100n });
  const outcomes = await Promise.allSettled([atFuel(60n), atFuel(60n)]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  await refuses(atFuel(41n), "SPEND_LIMIT_REACHED");
  await atFuel(40n);
  later(w, 86_400);
  await atFuel(100n);
});

test("many points at once are confirmed by the member: the same request then goes through, once", async () => {
  const w = await withCard();
  await guard(w, { confirmAbove: 500n });
  await spend(w, byCard(w), 500n);
  const asked = { member: byCard(w), points: 400n, ...key() };
  await guard(w, { confirmAbove: 300n });
  const [asks, again] = [
    reservePoints(w.deps, w.grocer.till, asked),
    reservePoints(w.deps, w.grocer.till, { ...asked }).catch(() => null),
  ];
  await refuses(asks, "SPEND_NOT_CONFIRMED");
  await again;
  const open = (await findOpenRequests(w.deps, w.ana.actor, [w.ana.id])).get(w.ana.id) ?? [];
  const [request] = open;
  expect(request).toMatchObject({ points: 400n, partnerId: w.grocer.id, cause: "MANY_POINTS" });
  const answer = { spendRequestId: request?.id ?? "", answer: "APPROVE" } as const;
  await refuses(answerSpendRequest(w.deps, w.bohdan.actor, answer), "SPEND_REQUEST_NOT_FOUND");
  for (const { id } of open) await answerSpendRequest(w.deps, w.ana.actor, { ...answer, spendRequestId: id });
  expect((await reservePoints(w.deps, w.grocer.till, asked)).redemption.state).toBe("RESERVED");
});

test("the member's no ends it, and after a minute it is too late for a yes", async () => {
  const w = await withCard();
  await guard(w, { confirmAbove: 0n });
  const asked = { member: byCard(w), points: 5n, ...key() };
  const request = await requested(w, asked);
  await answerSpendRequest(w.deps, w.ana.actor, { spendRequestId: request.id, answer: "REFUSE" });
  await refuses(redeemPoints(w.deps, w.grocer.till, asked), "SPEND_REFUSED");
  const other = { member: byCard(w), points: 6n, ...key() };
  const late = await requested(w, other);
  later(w, 61);
  const lapsed = await answerSpendRequest(w.deps, w.ana.actor, { spendRequestId: late.id, answer: "APPROVE" });
  expect(lapsed.state).toBe("LAPSED");
  await refuses(redeemPoints(w.deps, w.grocer.till, other), "SPEND_NOT_CONFIRMED");
});

test("the code that the member was shown, said at the till, is a yes; three wrong ones are a no", async () => {
  const w = await withCard();
  await guard(w, { confirmAbove: 0n });
  const asked = { member: byCard(w), points: 5n, ...key() };
  const request = await requested(w, asked);
  await redeemPoints(w.deps, w.grocer.till, { ...asked, confirmationCode: request.code });
  const other = { member: byCard(w), points: 6n, ...key() };
  const { code } = await requested(w, other);
  const wrong = { ...other, confirmationCode: code === "000000" ? "000001" : "000000" };
  await refuses(redeemPoints(w.deps, w.grocer.till, wrong), "SPEND_NOT_CONFIRMED");
  await refuses(redeemPoints(w.deps, w.grocer.till, wrong), "SPEND_NOT_CONFIRMED");
  await refuses(redeemPoints(w.deps, w.grocer.till, wrong), "SPEND_REFUSED");
  await refuses(redeemPoints(w.deps, w.grocer.till, { ...other, confirmationCode: code }), "SPEND_REFUSED");
});

test("a new place is confirmed, unless the rotating code shows that the member is there", async () => {
  const w = await withCard();
  await guard(w, { confirmNewPlaces: true });
  await refuses(spend(w, byCard(w)), "SPEND_NOT_CONFIRMED");
  await spend(w, byCard(await shown(w)));
  await recordPurchase(w.deps, w.grocer.till, { member: byCard(w), totalE6: EUR, receiptNumber: "R-1", ...key() });
  await spend(w, byCard(w), 11n);
});

test("the coalition's policy is the least, agreed by two people", async () => {
  const w = await withCard();
  const policy = { needsCode: true, confirmAbove: 200n, confirmNewPlaces: false, giftDayMost: 50n };
  const asked = { ...policy, reason: "thefts elsewhere", ...key() };
  const risk: Actor = { kind: "operator", id: "usr_risk", roles: ["RISK"] };
  const approval = await proposeSpendPolicy(w.deps, risk, asked);
  await spend(w, byCard(w));
  await agree(w.deps, approval);
  await refuses(spend(w, byCard(w)), "SPEND_CODE_REFUSED", { problem: "MISSING" });
  await guard(w, { confirmAbove: 900n });
  await refuses(spend(w, byCard(await shown(w)), 201n), "SPEND_NOT_CONFIRMED");
  const friend = await newcomer(w);
  const give = (points: bigint) =>
    transferPoints(w.deps, w.ana.actor, { to: { memberId: friend.id }, points, ...key() });
  await give(30n);
  await refuses(give(21n), "SPEND_LIMIT_REACHED", { most: 50n });
  await give(20n);
});

async function requested(w: World, asked: Parameters<typeof redeemPoints>[2]) {
  await refuses(redeemPoints(w.deps, w.grocer.till, asked), "SPEND_NOT_CONFIRMED");
  const [request] = (await findOpenRequests(w.deps, w.ana.actor, [w.ana.id])).get(w.ana.id) ?? [];
  if (!request) throw new Error("nobody was asked");
  return request;
}
