import { expect, test } from "vitest";
import { codeOf, keyHeader, testGateway } from "#api/test/gateway.ts";

const text = "mutation ($input: RecordPurchaseInput!) { recordPurchase(input: $input) { __typename } }";

test("text that the database cannot keep is refused before it meets anybody else's", async () => {
  const gateway = await testGateway();
  const key = await keyHeader(gateway);
  const sale = { total: "1.00", receiptNumber: "1", idempotencyKey: "storable-text-000001" };
  const member = { memberId: gateway.world.ana.id };
  const record = (input: object) => gateway.post({ query: text, variables: { input } }, key);
  const answers = [
    await record({ ...sale, member: { memberId: "nul\0" } }),
    await record({ ...sale, member, receiptNumber: "nul\0" }),
    await record({ ...sale, member, lines: [{ amount: "1.00", name: "half \ud83d" }] }),
    await gateway.post({ query: '{ partner(id: "nul\\u0000") { id } }' }, key),
  ];
  expect(answers.map(codeOf)).toEqual(["BAD_INPUT", "BAD_INPUT", "BAD_INPUT", "BAD_INPUT"]);
  const whole = await record({ ...sale, member, lines: [{ amount: "1.00", name: "Кава ☕ 😀 \\u0000" }] });
  expect(whole.body).toEqual({ data: { recordPurchase: { __typename: "RecordPurchaseSuccess" } } });
});
