import { expect, test } from "vitest";
import { newId } from "#api/kernel/ids.ts";
import { testGateway } from "#api/test/gateway.ts";
import { channelsFor, setConsents } from "#api/use-cases/messages/consents.ts";
import { unsubscribeUrl } from "#api/use-cases/messages/unsubscribe.ts";

const SECRET = "a secret of the gateway";

/** A gateway, and a message that went to Ana over SMS with her consent. */
async function withMessage() {
  const sms = { url: "http://127.0.0.1:9/messages", secret: SECRET, sender: null };
  const gateway = await testGateway({ channels: { email: null, telegram: null, push: null, sms } });
  const { deps, world: w } = gateway;
  const yes = { partnerId: w.grocer.id, purpose: "OFFERS", channel: "SMS", granted: true } as const;
  await setConsents(deps, w.ana.actor, { memberId: w.ana.id, choices: [yes] });
  const message = { id: newId("message"), memberId: w.ana.id, house: w.grocer.id, cause: "x", template: "x" };
  const words = { purpose: "OFFERS", channel: "SMS", language: "be", title: "x", body: "x", state: "SENT" } as const;
  await deps.db.message.create({ data: { ...message, ...words, createdAt: deps.clock.now() } });
  const link = new URL(unsubscribeUrl(deps, message.id)).pathname;
  const granted = () => channelsFor(deps.db, w.ana.id, { house: w.grocer.id, purpose: "OFFERS" });
  return { gateway, link, granted, messageId: message.id };
}

test("a link in a message asks first and ends it by one click, signed in or not", async () => {
  const { gateway, link, granted } = await withMessage();
  const asked = await fetch(`${gateway.base}${link}`);
  expect([asked.status, asked.headers.get("content-type")]).toEqual([200, "text/html; charset=utf-8"]);
  expect(await asked.text()).toContain("больш не дасылаць");
  expect(await granted()).toEqual(["SMS"]);
  const body = new URLSearchParams({ "List-Unsubscribe": "One-Click" });
  const done = await fetch(`${gateway.base}${link}`, { method: "POST", body });
  expect([done.status, await granted()]).toEqual([200, []]);
  expect((await fetch(`${gateway.base}${link.slice(0, -4)}abcd`, { method: "POST", body })).status).toBe(404);
  expect((await fetch(`${gateway.base}${link}`, { method: "DELETE" })).status).toBe(405);
});

test("the SMS gateway says what became of a message, with the secret alone", async () => {
  const { gateway, messageId } = await withMessage();
  const tell = (authorization: string, body: string) =>
    fetch(`${gateway.base}/channels/sms`, { method: "POST", headers: { authorization }, body });
  const receipt = JSON.stringify({ id: messageId, state: "failed" });
  expect((await tell("Bearer wrong", receipt)).status).toBe(401);
  expect((await tell(`Bearer ${SECRET}`, "no receipt")).status).toBe(400);
  expect((await tell(`Bearer ${SECRET}`, receipt)).status).toBe(200);
  expect(await gateway.deps.db.message.findUniqueOrThrow({ where: { id: messageId } })).toMatchObject({
    state: "BOUNCED",
  });
});
