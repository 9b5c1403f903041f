import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { newId } from "#api/kernel/ids.ts";
import { keyHeader, type TestGateway, testGateway } from "#api/test/gateway.ts";

/** The operations that tills are given, asked through the whole gateway. */
const operation = (name: string) =>
  readFileSync(new URL(`../../schema/operations/till/${name}.graphql`, import.meta.url), "utf8");

type Till = { gateway: TestGateway; ask: (name: string, variables: object) => Promise<Record<string, unknown>> };

test("a purchase is quoted, recorded and returned in the hub's own words", async () => {
  const { gateway, ask } = await till();
  const receipt = { member: { memberId: gateway.world.ana.id }, total: "80.00", redeem: { points: 60 } };
  expect(await ask("QuotePurchase", receipt)).toMatchObject({
    __typename: "Quote",
    pointsEarned: 79,
    available: 100,
    redeemable: { points: 100, value: { amount: "1.00", currencyCode: "EUR" }, because: "BALANCE" },
  });
  const recorded = await ask("RecordPurchase", { ...receipt, receiptNumber: "000181", idempotencyKey: key("sale") });
  expect(recorded).toMatchObject({
    __typename: "RecordPurchaseSuccess",
    purchase: {
      pointsEarned: 79,
      pointsSpent: 60,
      explanation: { steps: [{ rule: "BASE", unrounded: "79.4", points: 79 }] },
    },
    redemption: { captured: 60 },
    wallet: { available: 119, pending: 0 },
    replayed: false,
  });
  const back = {
    purchase: { receipt: { receiptNumber: "000181" } },
    receiptNumber: "000182",
    idempotencyKey: key("back"),
  };
  expect(await ask("ReturnPurchase", back)).toMatchObject({
    purchaseReturn: { amount: { amount: "80.00" }, pointsClawedBack: 79, pointsRestored: 60 },
    wallet: { available: 100 },
  });
});

test("points are reserved, captured in part, and another reservation released", async () => {
  const { gateway, ask } = await till();
  const member = { memberId: gateway.world.ana.id };
  const first = await ask("ReservePoints", { member, points: 60, idempotencyKey: key("hold") });
  const reservationId = (first["redemption"] as { id: string }).id;
  const taken = await ask("CapturePoints", { reservationId, points: 50, idempotencyKey: key("take") });
  expect(taken).toMatchObject({ redemption: { state: "CAPTURED", captured: 50 }, wallet: { available: 50 } });
  const second = await ask("ReservePoints", { member, points: "50", idempotencyKey: key("hold2") });
  const other = (second["redemption"] as { id: string }).id;
  const gone = await ask("ReleasePoints", { reservationId: other, idempotencyKey: key("free") });
  expect(gone).toMatchObject({ redemption: { state: "RELEASED" }, wallet: { available: 50 } });
});

test("a refusal carries its code, its advice and its facts", async () => {
  const { gateway, ask } = await till();
  const member = { memberId: gateway.world.ana.id };
  const sale = { member, total: "10.00", receiptNumber: "1", idempotencyKey: key("sale") };
  expect(await ask("RecordPurchase", { ...sale, redeem: { points: 101 } })).toMatchObject({
    __typename: "InsufficientPointsError",
    code: "INSUFFICIENT_POINTS",
    available: 100,
  });
  expect(await ask("RecordPurchase", { ...sale, member: { phone: "+375290000000" } })).toMatchObject({
    code: "UNKNOWN_MEMBER",
  });
  expect(await ask("RecordPurchase", { ...sale, partnerId: gateway.world.fuel.id })).toMatchObject({
    code: "PARTNER_NOT_FOUND",
  });
});

test("a batch answers row by row, a refused row with its own refusal, and again the same", async () => {
  const { gateway, ask } = await till();
  const sale = (name: string, member: object) => ({
    recordPurchase: { member, total: "10.00", receiptNumber: name, idempotencyKey: key(name) },
  });
  const ana = { memberId: gateway.world.ana.id };
  const rows = [sale("a", ana), sale("b", { card: "4000000000000002" }), sale("c", ana)];
  const told = async () => (await ask("SubmitBatch", { rows }))["outcomes"] as Record<string, unknown>[];
  expect(await told()).toMatchObject([
    { index: 0, state: "DONE", refusal: null, purchase: { pointsEarned: 10 }, wallet: { available: 110 } },
    { index: 1, state: "REFUSED", refusal: { code: "UNKNOWN_MEMBER" }, purchase: null },
    { index: 2, state: "DONE", purchase: { pointsEarned: 10 }, wallet: { available: 120 } },
  ]);
  expect((await told()).map(({ state }) => state)).toEqual(["REPLAYED", "REFUSED", "REPLAYED"]);
});

test("a thousand receipts of a hundred members pass in one request", async () => {
  const { gateway, ask } = await till();
  const members = await crowd(gateway, 100);
  const rows = Array.from({ length: 1_000 }, (_none, n) => ({
    recordPurchase: {
      member: { memberId: members[n % 100] },
      total: "10.00",
      receiptNumber: String(n),
      idempotencyKey: key(`row${n}`),
    },
  }));
  const { outcomes } = (await ask("SubmitBatch", { rows })) as { outcomes: { state: string }[] };
  expect(outcomes.filter(({ state }) => state === "DONE")).toHaveLength(1_000);
}, 60_000);

test("what is no receipt at all is told as bad input, and nothing is written", async () => {
  const { gateway } = await till();
  const authorization = await keyHeader(gateway);
  const sale = { member: { memberId: gateway.world.ana.id }, receiptNumber: "1", idempotencyKey: key("sale") };
  const send = (input: object) =>
    gateway.post({ query: operation("RecordPurchase"), variables: { input } }, authorization);
  const answers = await Promise.all([
    send({ ...sale, total: 10 }),
    send({ ...sale, total: "1e3" }),
    send({ ...sale, total: "10.00", idempotencyKey: "short" }),
    send({ ...sale, total: "10.00", member: { memberId: "a", phone: "b" } }),
    send({ ...sale, total: "10.00", lines: [{ amount: "10.00", quantity: "1.2345" }] }),
  ]);
  expect(answers.map(({ body }) => body.errors?.[0]?.extensions["code"])).toEqual(answers.map(() => "BAD_INPUT"));
  expect(await gateway.deps.db.purchase.count()).toBe(0);
});

async function till(): Promise<Till> {
  const gateway = await testGateway();
  const authorization = await keyHeader(gateway);
  const ask: Till["ask"] = async (name, input) => {
    const { body } = await gateway.post({ query: operation(name), variables: { input } }, authorization);
    expect(body.errors).toBeUndefined();
    return Object.values(body.data ?? {})[0] as Record<string, unknown>;
  };
  return { gateway, ask };
}

async function crowd({ deps, world }: TestGateway, count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, () => newId("member"));
  const enrolled = { enrolledAt: deps.clock.now(), enrolledAtPartnerId: world.grocer.id };
  await deps.db.member.createMany({ data: ids.map((id) => ({ id, ...enrolled })) });
  await deps.db.wallet.createMany({ data: ids.map((memberId) => ({ memberId })) });
  return ids;
}

const key = (name: string) => `till-test-${name.padStart(10, "0")}`;
