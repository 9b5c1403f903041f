import { expect, test } from "vitest";
import { systemActor } from "#api/kernel/actor.ts";
import { newcomer } from "#api/test/newcomer.ts";
import { agree } from "#api/test/second-person.ts";
import { type TestMember, type World, world } from "#api/test/world.ts";
import { followReceipts } from "#api/use-cases/following/follow-receipts.ts";
import { mergeMembers } from "#api/use-cases/points/merge-members.ts";
import { recordPurchase } from "#api/use-cases/purchases/record-purchase.ts";
import { returnPurchase } from "#api/use-cases/purchases/return-purchase.ts";
import { listReferrals, listRefusedReferrals, readFunnel } from "./find-referrals.ts";
import { inviteFriend, openReferralCode } from "./invite-friend.ts";
import { joinByReferral } from "./join-by-referral.ts";
import { rewardReferrals } from "./reward-referrals.ts";
import { proposeReferralTerms } from "./terms.ts";

const EUR = 1_000_000n;
let numbers = 0;
const slip = () => {
  const receiptNumber = `F-${++numbers}`;
  return { receiptNumber, idempotencyKey: `${receiptNumber}-0123456789abcdef` };
};
const PAGE = { first: 10, after: null };

/** 500 to the advocate and 300 to the friend for a first purchase of 20.00; Fuel pays. */
async function programme(wish: { monthMost?: number; dayMost?: number } = {}): Promise<World> {
  const w = await world();
  const points = { minimumE6: 20n * EUR, advocatePoints: 500n, friendPoints: 300n, funderId: w.fuel.id };
  const bounds = { monthMost: 10, dayMost: 5, joinDays: 30, ...wish };
  const asked = { reason: "spring", idempotencyKey: "referral-terms-0001" };
  await agree(w.deps, await proposeReferralTerms(w.deps, w.operator, { ...points, ...bounds, ...asked }));
  return w;
}

const codeOf = async ({ deps }: World, { actor }: TestMember) => (await openReferralCode(deps, actor, {})).code;
const buy = ({ deps, grocer }: World, { id }: TestMember, totalE6: bigint) =>
  recordPurchase(deps, grocer.till, { member: { memberId: id }, totalE6, ...slip() });
const tell = ({ deps }: World) => followReceipts(deps, systemActor, [rewardReferrals]);
const points = async ({ deps: { db } }: World, ...members: TestMember[]) => {
  const wallets = await db.wallet.findMany();
  return members.map(({ id }) => wallets.find(({ memberId }) => memberId === id)?.available);
};
const problemsListed = async ({ deps, operator }: World) =>
  (await listRefusedReferrals(deps, operator, PAGE)).rows.map(({ refusedFor }) => refusedFor);

test("M14 a friend's first purchase of 20.00 gives 500 to the advocate and 300 to the friend, once; its return takes both back", async () => {
  const w = await programme();
  const friend = await newcomer(w);
  await joinByReferral(w.deps, friend.actor, { code: await codeOf(w, w.ana) });
  await buy(w, friend, 19_990_000n);
  await tell(w);
  expect(await points(w, w.ana, friend)).toEqual([0n, 19n]);
  const first = await buy(w, friend, 20n * EUR);
  await tell(w);
  expect(await points(w, w.ana, friend)).toEqual([500n, 19n + 20n + 300n]);
  await buy(w, friend, 20n * EUR);
  await tell(w);
  expect(await points(w, w.ana, friend)).toEqual([500n, 19n + 20n + 20n + 300n]);
  await returnPurchase(w.deps, w.grocer.till, { purchase: { purchaseId: first.purchase.id }, ...slip() });
  await tell(w);
  expect(await points(w, w.ana, friend)).toEqual([0n, 19n + 20n]);
});

test("who pays is who the terms name, and whoever died after paying pays no second time", async () => {
  const w = await programme();
  const friend = await newcomer(w, { referralCode: await codeOf(w, w.ana) });
  await buy(w, friend, 20n * EUR);
  const dies = (point: string) => {
    if (point === "following: receipts told") throw new Error("died");
  };
  await expect(followReceipts({ ...w.deps, reach: dies }, systemActor, [rewardReferrals])).rejects.toThrow("died");
  await w.deps.db.referral.updateMany({ data: { state: "JOINED", purchaseId: null } });
  await tell(w);
  expect(await points(w, w.ana, friend)).toEqual([500n, 320n]);
  const lots = await w.deps.db.lot.groupBy({ by: ["issuerId"], _sum: { original: true } });
  expect(lots.find(({ issuerId }) => issuerId === w.fuel.id)?._sum.original).toBe(800n);
});

test("a reward that was spent becomes a debt, also of the advocate", async () => {
  const w = await programme();
  const friend = await newcomer(w, { referralCode: await codeOf(w, w.ana) });
  const { purchase } = await buy(w, friend, 20n * EUR);
  await tell(w);
  const redeem = { points: 450n };
  await recordPurchase(w.deps, w.grocer.till, {
    member: { memberId: w.ana.id },
    totalE6: 10n * EUR,
    redeem,
    ...slip(),
  });
  await returnPurchase(w.deps, w.grocer.till, { purchase: { purchaseId: purchase.id }, ...slip() });
  await tell(w);
  const wallet = await w.deps.db.wallet.findUniqueOrThrow({ where: { memberId: w.ana.id } });
  expect(wallet.available - wallet.debt).toBe(50n - 500n + 5n);
});

test("nobody brings themselves: the own code, the own phone, the own device are refused and listed", async () => {
  const w = await programme();
  const ana = await newcomer(w, { phone: "+375 29 111-22-33" });
  const { code } = await openReferralCode(w.deps, ana.actor, { device: "a telephone" });
  await refuses(joinByReferral(w.deps, ana.actor, { code }), "SAME_PERSON");
  await refuses(newcomer(w, { phone: "+375291112233", referralCode: code }), "SAME_PERSON");
  const other = await newcomer(w);
  await refuses(joinByReferral(w.deps, other.actor, { code, device: "a telephone" }), "SAME_DEVICE");
  await buy(w, other, 20n * EUR);
  await tell(w);
  expect(await points(w, ana)).toEqual([0n]);
  expect((await problemsListed(w)).sort()).toEqual(["SAME_DEVICE", "SAME_PERSON", "SAME_PERSON"]);
});

test("a referral circle is refused and listed, between two and through others", async () => {
  const w = await programme();
  const [one, two, three] = [await newcomer(w), await newcomer(w), await newcomer(w)];
  await joinByReferral(w.deps, two.actor, { code: await codeOf(w, one) });
  await refuses(joinByReferral(w.deps, one.actor, { code: await codeOf(w, two) }), "RING");
  await joinByReferral(w.deps, three.actor, { code: await codeOf(w, two) });
  await refuses(joinByReferral(w.deps, one.actor, { code: await codeOf(w, three) }), "RING");
  const [listed] = (await listRefusedReferrals(w.deps, w.operator, PAGE)).rows;
  expect(listed?.evidence).toBe([one.id, three.id, two.id, one.id].join(" → "));
});

test("too many friends in a day are refused, too many in a month reward nobody", async () => {
  const w = await programme({ dayMost: 2, monthMost: 1 });
  const code = await codeOf(w, w.ana);
  const [first, second, third] = [await newcomer(w), await newcomer(w), await newcomer(w)];
  await joinByReferral(w.deps, first.actor, { code });
  await joinByReferral(w.deps, second.actor, { code });
  await refuses(joinByReferral(w.deps, third.actor, { code }), "TOO_MANY");
  await buy(w, first, 20n * EUR);
  await buy(w, second, 20n * EUR);
  await tell(w);
  expect(await points(w, w.ana, first, second)).toEqual([500n, 320n, 20n]);
  expect(await problemsListed(w)).toEqual(["TOO_MANY", "TOO_MANY"]);
});

test("only who is new can be brought, and only by one", async () => {
  const w = await programme();
  await refuses(joinByReferral(w.deps, w.bohdan.actor, { code: await codeOf(w, w.ana) }), "NOT_NEW");
  const friend = await newcomer(w);
  const joined = await joinByReferral(w.deps, friend.actor, { code: await codeOf(w, w.ana) });
  expect(await joinByReferral(w.deps, friend.actor, { code: await codeOf(w, w.ana) })).toEqual(joined);
  await refuses(joinByReferral(w.deps, friend.actor, { code: await codeOf(w, w.bohdan) }), "NOT_NEW");
  await expect(joinByReferral(w.deps, friend.actor, { code: "NOBODY" })).rejects.toMatchObject({
    code: "REFERRAL_CODE_UNKNOWN",
  });
});

test("without terms nobody is brought", async () => {
  const w = await world();
  const { code } = await openReferralCode(w.deps, w.ana.actor, {});
  const friend = await newcomer(w);
  await expect(joinByReferral(w.deps, friend.actor, { code })).rejects.toMatchObject({ code: "REFERRAL_CLOSED" });
});

test("an advocate sees how far friends came, another member sees nothing of it", async () => {
  const w = await programme();
  const invitation = { label: "Darya", idempotencyKey: "invitation-00000001" };
  const { code } = await inviteFriend(w.deps, w.ana.actor, invitation);
  await inviteFriend(w.deps, w.ana.actor, { label: "Piotr", idempotencyKey: "invitation-00000002" });
  const friend = await newcomer(w, { referralCode: code ?? "" });
  await buy(w, friend, 20n * EUR);
  await tell(w);
  expect(await readFunnel(w.deps, w.ana.actor, w.ana.id)).toEqual({ invited: 2, joined: 1, bought: 1 });
  const { rows } = await listReferrals(w.deps, w.ana.actor, w.ana.id, PAGE);
  expect(rows.map(({ label, state }) => [label, state])).toEqual([
    ["Piotr", "INVITED"],
    ["Darya", "REWARDED"],
  ]);
  expect(await readFunnel(w.deps, w.bohdan.actor, w.ana.id)).toBeNull();
  expect((await listReferrals(w.deps, w.bohdan.actor, w.ana.id, PAGE)).rows).toEqual([]);
});

test("friends follow their advocate into another membership", async () => {
  const w = await programme();
  const friend = await newcomer(w, { referralCode: await codeOf(w, w.ana) });
  const merge = {
    fromMemberId: w.ana.id,
    intoMemberId: w.bohdan.id,
    reason: "one person",
    idempotencyKey: "merge-0000000001",
  };
  await mergeMembers(w.deps, w.operator, merge);
  await buy(w, friend, 20n * EUR);
  await tell(w);
  expect(await points(w, w.bohdan)).toEqual([500n]);
});

const refuses = (attempt: Promise<unknown>, problem: string) =>
  expect(attempt).rejects.toMatchObject({ code: "REFERRAL_REFUSED", problem });
