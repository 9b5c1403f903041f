import { randomBytes } from "node:crypto";
import { createLocalJWKSet, importJWK, jwtVerify } from "jose";
import { expect, test } from "vitest";
import { Browser } from "#api/test/channels/browser.ts";
import { type Came, listen } from "#api/test/channels/listen.ts";
import { fakeMail } from "#api/test/channels/mail.ts";
import { fakeTelegram, TELEGRAM_TOKEN } from "#api/test/channels/telegram.ts";
import type { Letter } from "./channel.ts";
import { encryptPush } from "./push-payload.ts";
import { openSmsGateway } from "./sms-gateway.ts";
import { openSmtp } from "./smtp.ts";
import { openTelegram } from "./telegram.ts";
import { openWebPush } from "./web-push.ts";

const letter: Letter = {
  id: "msg_1",
  to: "",
  keys: null,
  from: "Grocer",
  language: "be",
  title: "Кава чакае",
  body: "Шостая кава — ваша.",
  link: "https://zgoda.example/be/me/offers",
  unsubscribe: { url: "https://zgoda.example/unsubscribe/msg_1.x", words: "Адпісацца:" },
};

test("mail goes out with its own Message-ID and can be unsubscribed from by one click", async () => {
  const server = await fakeMail();
  const mail = openSmtp({ url: server.url, from: "hub@zgoda.example" });
  expect(await mail.test()).toBeNull();
  expect(await mail.send({ ...letter, to: "ana@example.org" })).toEqual({
    kind: "SENT",
    providerId: "<msg_1@zgoda.example>",
    delivered: false,
  });
  mail.close();
  const [{ to, raw = "" } = { to: [] }] = server.letters;
  expect(to).toEqual(["ana@example.org"]);
  expect(raw).toMatch(/^Message-ID: <msg_1@zgoda\.example>\r$/im);
  expect(raw.replaceAll(/\r\n\s+/g, " ")).toMatch(
    /^List-Unsubscribe: <https:\/\/zgoda\.example\/unsubscribe\/msg_1\.x>\r$/im,
  );
  expect(raw).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r$/im);
  expect(raw).toMatch(/^Auto-Submitted: auto-generated\r$/im);
});

test("an address where nobody lives is gone, a server that is busy is asked later", async () => {
  const server = await fakeMail();
  server.refuses.set("gone@example.org", 550).set("busy@example.org", 451);
  const mail = openSmtp({ url: server.url, from: "hub@zgoda.example" });
  expect((await mail.send({ ...letter, to: "gone@example.org" })).kind).toBe("GONE");
  expect((await mail.send({ ...letter, to: "busy@example.org" })).kind).toBe("LATER");
  mail.close();
});

test("a mail server that is not there is asked later, and the self-test says so", async () => {
  const mail = openSmtp({ url: "smtp://127.0.0.1:9", from: "hub@zgoda.example" });
  expect((await mail.send({ ...letter, to: "ana@example.org" })).kind).toBe("LATER");
  expect(await mail.test()).not.toBeNull();
});

test("a subject cannot bring headers along", async () => {
  const server = await fakeMail();
  const mail = openSmtp({ url: server.url, from: "hub@zgoda.example" });
  await mail.send({ ...letter, to: "ana@example.org", title: "Hello\r\nBcc: all@example.org" });
  mail.close();
  expect(server.letters[0]?.raw).not.toMatch(/^Bcc:/m);
  expect(server.letters[0]?.to).toEqual(["ana@example.org"]);
});

test("Telegram is told the text and the way to stop it, and knows who blocked the bot", async () => {
  const server = await fakeTelegram();
  const bot = openTelegram({ url: server.url, token: TELEGRAM_TOKEN, bot: "zgoda_bot" });
  expect(await bot.test()).toBeNull();
  expect(await bot.send({ ...letter, to: "17" })).toEqual({ kind: "SENT", providerId: "1", delivered: false });
  expect(server.sent[0]?.text).toContain("Шостая кава — ваша.");
  expect(server.sent[0]?.text.endsWith("/stop")).toBe(true);
  server.next.push({
    status: 403,
    body: JSON.stringify({ ok: false, error_code: 403, description: "bot was blocked by the user" }),
  });
  expect((await bot.send({ ...letter, to: "17" })).kind).toBe("GONE");
  const busy = { ok: false, error_code: 429, description: "", parameters: { retry_after: 7 } };
  server.next.push({ status: 429, body: JSON.stringify(busy) });
  expect(await bot.send({ ...letter, to: "17" })).toEqual({ kind: "LATER", reason: "HTTP 429", afterMs: 7_000 });
  server.next.push(null);
  expect((await bot.send({ ...letter, to: "17" })).kind).toBe("UNKNOWN");
  expect(await openTelegram({ url: server.url, token: "wrong", bot: null }).test()).toBe("HTTP 401");
});

test("the payload of a push is encrypted just as the standard's own example", () => {
  const example = {
    plain: "When I grow up, I want to be a watermelon",
    privateKey: "yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw",
    p256dh: "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
    auth: "BTBZMqHH6r4Tts7J_aSIgg",
    salt: "DGv6ra1nlYgDCS1FRnbzlw",
    sealed:
      "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN",
  };
  const chance = {
    salt: Buffer.from(example.salt, "base64url"),
    privateKey: Buffer.from(example.privateKey, "base64url"),
  };
  const sealed = encryptPush(Buffer.from(example.plain), example, chance);
  expect(sealed.toString("base64url")).toBe(example.sealed);
});

test("a push is signed for its service, read by the browser alone, and replaced by its repeat", async () => {
  const came: Came[] = [];
  const url = await listen((one) => {
    came.push(one);
    return { status: 201, headers: { location: "/message/1" } };
  });
  const push = openWebPush({
    subject: "mailto:hub@zgoda.example",
    seed: randomBytes(32),
    hosts: [new URL(url).host],
    plain: true,
  });
  const browser = new Browser();
  const outcome = await push.send({ ...letter, to: `${url}/push/ana`, keys: browser.keys });
  expect(outcome).toEqual({ kind: "SENT", providerId: "/message/1", delivered: false });
  await push.send({ ...letter, to: `${url}/push/ana`, keys: browser.keys });
  const [first, again] = came;
  expect(browser.read(first?.body ?? Buffer.alloc(0))).toEqual({
    id: "msg_1",
    title: letter.title,
    body: letter.body,
    link: letter.link,
  });
  expect(first?.headers["topic"]).toHaveLength(32);
  expect(again?.headers["topic"]).toBe(first?.headers["topic"]);
  const [, token = "", key = ""] = /^vapid t=(\S+), k=(\S+)$/.exec(String(first?.headers["authorization"])) ?? [];
  expect(key).toBe(push.publicKey);
  const point = Buffer.from(key, "base64url");
  const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((part) => part.toString("base64url"));
  const jwk = { kty: "EC", crv: "P-256", x: x ?? "", y: y ?? "", alg: "ES256" };
  await importJWK(jwk, "ES256");
  const { payload } = await jwtVerify(token, createLocalJWKSet({ keys: [jwk] }));
  expect(payload).toMatchObject({ aud: url, sub: "mailto:hub@zgoda.example" });
});

test("nothing is pushed to where no push service is", async () => {
  const push = openWebPush({
    subject: "mailto:hub@zgoda.example",
    seed: randomBytes(32),
    hosts: ["fcm.googleapis.com", ".push.apple.com"],
  });
  const takes = (endpoint: string) => push.takes(endpoint);
  expect(["https://fcm.googleapis.com/x", "https://web.push.apple.com/x"].map(takes)).toEqual([true, true]);
  const others = [
    "http://fcm.googleapis.com/x",
    "https://127.0.0.1/x",
    "https://fcm.googleapis.com.example/x",
    "https://evil@fcm.googleapis.com/x",
    "https://fcm.googleapis.com:8443/x",
    "no address",
  ];
  expect(others.map(takes)).toEqual(others.map(() => false));
  expect((await push.send({ ...letter, to: "https://127.0.0.1/x", keys: new Browser().keys })).kind).toBe("GONE");
});

test("a browser that unsubscribed is gone", async () => {
  const url = await listen(() => ({ status: 410 }));
  const push = openWebPush({
    subject: "mailto:hub@zgoda.example",
    seed: randomBytes(32),
    hosts: [new URL(url).host],
    plain: true,
  });
  expect((await push.send({ ...letter, to: `${url}/x`, keys: new Browser().keys })).kind).toBe("GONE");
});

test("the SMS gateway is told once whatever is repeated, and its secret is shown", async () => {
  const came: Came[] = [];
  const answers = [
    { status: 503, headers: { "retry-after": "30" } },
    { status: 400 },
    { status: 202, body: '{"id":"sms-9","state":"delivered"}' },
  ];
  const url = await listen((one) => {
    came.push(one);
    return one.method === "GET" ? { status: 200 } : (answers.pop() ?? { status: 500 });
  });
  const sms = openSmsGateway({ url: `${url}/messages`, secret: "hush", sender: "ZGODA" });
  expect(await sms.test()).toBeNull();
  const told = { ...letter, to: "+375291234567" };
  expect(await sms.send(told)).toEqual({ kind: "SENT", providerId: "sms-9", delivered: true });
  expect((await sms.send(told)).kind).toBe("REFUSED");
  expect(await sms.send(told)).toEqual({ kind: "LATER", reason: "HTTP 503", afterMs: 30_000 });
  const [, first] = came;
  expect(first?.headers).toMatchObject({ authorization: "Bearer hush", "idempotency-key": "msg_1" });
  expect(JSON.parse(String(first?.body))).toMatchObject({ id: "msg_1", to: "+375291234567", from: "ZGODA" });
});
