import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { openChannels } from "#api/channels/open-channels.ts";
import { Forbidden } from "#api/kernel/access.ts";
import { systemActor } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import { Browser } from "#api/test/channels/browser.ts";
import { type Came, listen } from "#api/test/channels/listen.ts";
import { fakeMail } from "#api/test/channels/mail.ts";
import { fakeTelegram, TELEGRAM_TOKEN } from "#api/test/channels/telegram.ts";
import { type TestMember, type World, world } from "#api/test/world.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { redeemPoints } from "#api/use-cases/points/redeem-points.ts";
import { sendTestMessage, testChannel } from "./channels.ts";
import { setConsents } from "./consents.ts";
import { linkPush, startTelegramLink, unlinkChannel } from "./link-channel.ts";
import { createMessageTemplate, editMessageTemplate, retireMessageTemplate } from "./manage-templates.ts";
import { listConsentChanges, readPreferences } from "./read-consents.ts";
import { countUnreadMessages, listInbox, listMessages, markMessagesRead } from "./read-inbox.ts";
import { readTelegram } from "./read-telegram.ts";
import {
  ChannelFailed,
  ChannelOff,
  ChannelTaken,
  ConsentFixed,
  MessageNotFound,
  MessageTemplateInvalid,
  PushEndpointRefused,
} from "./refusals.ts";
import { setMessagingRules } from "./rules.ts";
import { ATTEMPTS_MOST, noteReceipt, sendMessages } from "./send-messages.ts";
import { type Telling, tellMember } from "./tell-member.ts";
import { tellSpendings } from "./tell-spendings.ts";
import { templateText } from "./template-text.ts";
import { unsubscribe } from "./unsubscribe.ts";
import { warnExpiry } from "./warn-expiry.ts";

const words = (en: string) => ({ en, ru: `${en} по-русски`, be: `${en} па-беларуску` });
const wording = {
  name: "sale",
  purpose: "OFFERS",
  text: templateText.parse({
    text: { title: words("Sale"), body: words("{sender} has something for {member}") },
    href: "/me/offers",
  }),
} as const;
const page = { first: 50, after: null };
let causes = 0;

type Channel = "INBOX" | "EMAIL" | "TELEGRAM" | "PUSH" | "SMS";
const choose = (
  w: World,
  channel: Channel,
  how: { granted?: boolean; partnerId?: string | null; member?: TestMember; purpose?: "SERVICE" | "OFFERS" } = {},
) => {
  const { granted = true, partnerId = w.grocer.id, member = w.ana, purpose = "OFFERS" } = how;
  return setConsents(w.deps, member.actor, {
    memberId: member.id,
    choices: [{ partnerId, purpose, channel, granted }],
  });
};
const tell = (w: World, deps: Deps, how: Partial<Telling> = {}) => {
  causes += 1;
  const telling = {
    memberId: w.ana.id,
    house: w.grocer.id,
    wording,
    values: {},
    cause: `test:${causes}`,
    at: w.clock.now(),
    ...how,
  };
  return deps.db.$transaction((tx) => tellMember(deps, tx, telling));
};
const log = async (w: World) =>
  (await w.deps.db.message.findMany({ orderBy: { id: "asc" } })).map(({ channel, state, reason }) => [
    channel,
    state,
    reason,
  ]);
const inbox = async (w: World, member = w.ana) =>
  (await listInbox(w.deps, member.actor, { memberId: member.id, ...page })).rows;
const run = (deps: Deps) => sendMessages(deps, systemActor);
const identify = (w: World, kind: "EMAIL" | "PHONE", value: string) =>
  w.deps.db.identifier.create({ data: { id: newId("identifier"), memberId: w.ana.id, kind, value } });

/** The hub with a mail server of the test's own, which Ana's address is known to. */
async function withMail(w: World): Promise<{ deps: Deps; server: Awaited<ReturnType<typeof fakeMail>> }> {
  const server = await fakeMail();
  await identify(w, "EMAIL", "ana@example.org");
  const { channels } = openChannels({
    email: { url: server.url, from: "hub@zgoda.example" },
    telegram: null,
    push: null,
    sms: null,
  });
  return { server, deps: { ...w.deps, outside: { channels, publicUrl: "https://zgoda.example" } } };
}

test("M26 nobody is messaged without consent for that purpose and partner, and the log says why", async () => {
  const w = await world();
  expect(await tell(w, w.deps)).toBe(false);
  await choose(w, "INBOX", { partnerId: w.fuel.id });
  await choose(w, "INBOX", { partnerId: null });
  await choose(w, "INBOX", { purpose: "SERVICE" }).catch((refusal) => expect(refusal).toBeInstanceOf(ConsentFixed));
  expect(await tell(w, w.deps)).toBe(false);
  expect(await inbox(w)).toEqual([]);
  await choose(w, "INBOX");
  expect(await tell(w, w.deps)).toBe(true);
  expect((await inbox(w)).map(({ title, body }) => [title, body])).toEqual([["Sale", "Grocer has something for Ana"]]);
  expect(await log(w)).toEqual([
    ["INBOX", "WITHHELD", "NO_CONSENT"],
    ["INBOX", "WITHHELD", "NO_CONSENT"],
    ["INBOX", "DELIVERED", null],
  ]);
});

test("what brought a message about brings it about once", async () => {
  const w = await world();
  await choose(w, "INBOX");
  await Promise.all(Array.from({ length: 5 }, () => tell(w, w.deps, { cause: "the same" })));
  expect(await inbox(w)).toHaveLength(1);
});

test("M26 mail waits for the end of the quiet hours, and service does not", async () => {
  const w = await world({ at: new Date("2026-03-10T22:30:00Z") });
  const { deps, server } = await withMail(w);
  await choose(w, "EMAIL");
  await choose(w, "EMAIL", { purpose: "SERVICE", partnerId: null });
  await tell(w, deps);
  await tell(w, deps, { house: "OPERATOR", wording: { ...wording, purpose: "SERVICE" } });
  expect(await run(deps)).toBe(1);
  w.clock.set(new Date("2026-03-11T08:59:00Z"));
  expect(await run(deps)).toBe(0);
  w.clock.set(new Date("2026-03-11T09:00:00Z"));
  expect(await run(deps)).toBe(1);
  expect(server.letters).toHaveLength(2);
});

test("M26 more than the weekly most are withheld, of each house for itself", async () => {
  const w = await world();
  await setMessagingRules(w.deps, w.operator, {
    quietFrom: "21:00",
    quietUntil: "09:00",
    weeklyMost: 2,
    reason: "Enough is enough",
  });
  await choose(w, "INBOX");
  await choose(w, "INBOX", { partnerId: w.fuel.id });
  expect([await tell(w, w.deps), await tell(w, w.deps), await tell(w, w.deps)]).toEqual([true, true, false]);
  expect(await tell(w, w.deps, { house: w.fuel.id })).toBe(true);
  w.clock.set(new Date("2026-03-17T12:00:01Z"));
  expect(await tell(w, w.deps)).toBe(true);
});

test("M26 unsubscribing works from the message, for whoever has it, and for nothing else", async () => {
  const w = await world();
  const { deps, server } = await withMail(w);
  await choose(w, "EMAIL");
  await choose(w, "EMAIL", { partnerId: w.fuel.id });
  await tell(w, deps);
  await run(deps);
  const [, token = ""] =
    /List-Unsubscribe: <https:\/\/zgoda\.example\/unsubscribe\/([^>]+)>/i.exec(
      (server.letters[0]?.raw ?? "").replaceAll(/\r\n\s+/g, " "),
    ) ?? [];
  expect(await unsubscribe(deps, systemActor, `${token.slice(0, -1)}${token.endsWith("x") ? "y" : "x"}`)).toBeNull();
  await expect(unsubscribe(deps, w.ana.actor, token)).rejects.toThrow(Forbidden);
  expect(await unsubscribe(deps, systemActor, token)).toMatchObject({ purpose: "OFFERS", channel: "EMAIL" });
  await unsubscribe(deps, systemActor, token);
  expect([await tell(w, deps), await tell(w, deps, { house: w.fuel.id })]).toEqual([false, true]);
  const said = (await listConsentChanges(deps, w.ana.actor, { memberId: w.ana.id, ...page })).rows;
  expect(said.map(({ granted, source }) => [granted, source])).toEqual([
    [false, "UNSUBSCRIBE_LINK"],
    [true, "PORTAL"],
    [true, "PORTAL"],
  ]);
});

test("who takes consent back while a message waits is not written to", async () => {
  const w = await world();
  const { deps, server } = await withMail(w);
  await choose(w, "EMAIL");
  await tell(w, deps);
  await choose(w, "EMAIL", { granted: false });
  expect(await run(deps)).toBe(0);
  expect(server.letters).toEqual([]);
  expect(await log(w)).toEqual([["EMAIL", "WITHHELD", "NO_CONSENT"]]);
});

test("what is not taken is tried again, later each time, and given up in the end", async () => {
  const w = await world();
  const { deps, server } = await withMail(w);
  server.refuses.set("ana@example.org", 451);
  await choose(w, "EMAIL");
  await tell(w, deps);
  for (let nth = 1; nth < ATTEMPTS_MOST; nth += 1) {
    await run(deps);
    const { state, attempts, dueAt } = await w.deps.db.message.findFirstOrThrow();
    expect([state, attempts]).toEqual(["QUEUED", nth]);
    expect((dueAt?.getTime() ?? 0) - w.clock.now().getTime()).toBe(60_000 * 4 ** (nth - 1));
    w.clock.set(dueAt ?? w.clock.now());
  }
  await run(deps);
  expect(await log(w)).toEqual([["EMAIL", "FAILED", "EENVELOPE 451"]]);
  server.refuses.set("ana@example.org", 550);
  await tell(w, deps);
  await run(deps);
  expect((await log(w)).at(-1)).toEqual(["EMAIL", "BOUNCED", "EENVELOPE 550"]);
});

test("a gateway that dies between taking and writing down: mail goes out again as the same letter", async () => {
  const w = await world();
  const { deps, server } = await withMail(w);
  await choose(w, "EMAIL");
  await tell(w, deps);
  const reach = (point: string) => {
    if (point === "messages: handed over") throw new Error("died");
  };
  await expect(run({ ...deps, reach })).rejects.toThrow("died");
  expect(await run(deps)).toBe(0);
  w.clock.set(new Date("2026-03-10T12:05:00Z"));
  expect(await run(deps)).toBe(1);
  const ids = server.letters.map(({ raw }) => /^Message-ID: (.+)\r$/im.exec(raw)?.[1]);
  expect(ids).toHaveLength(2);
  expect(new Set(ids).size).toBe(1);
});

test("M26 a member links Telegram with a code that works once, reads there, and stops it there", async () => {
  const w = await world();
  const server = await fakeTelegram();
  const { channels } = openChannels({
    email: null,
    telegram: { url: server.url, token: TELEGRAM_TOKEN, bot: "zgoda_bot" },
    push: null,
    sms: null,
  });
  const deps = { ...w.deps, outside: { channels, publicUrl: "https://zgoda.example" } };
  await expect(startTelegramLink(w.deps, w.ana.actor, { memberId: w.ana.id })).rejects.toThrow(ChannelOff);
  const { code, botUrl } = await startTelegramLink(deps, w.ana.actor, { memberId: w.ana.id });
  expect(botUrl).toBe(`https://t.me/zgoda_bot?start=${code}`);
  server.write(17, `/start ${code}`);
  server.write(18, `/start ${code}`);
  expect(await readTelegram(deps, systemActor)).toBe(2);
  expect(await readTelegram(deps, systemActor)).toBe(0);
  expect(server.sent.map(({ chat_id }) => chat_id)).toEqual(["17", "18"]);
  expect(await w.deps.db.channelLink.findMany()).toMatchObject([{ address: "17", memberId: w.ana.id }]);
  await choose(w, "TELEGRAM");
  await tell(w, deps);
  expect(await run(deps)).toBe(1);
  expect(server.sent.at(-1)).toMatchObject({
    chat_id: "17",
    text: expect.stringContaining("Grocer has something for Ana"),
  });
  server.write(17, "/stop");
  await readTelegram(deps, systemActor);
  expect(await tell(w, deps)).toBe(false);
  const [{ choices } = { choices: [] }] = (await readPreferences(deps, w.ana.actor, w.ana.id)).filter(
    ({ partnerId }) => partnerId === w.grocer.id,
  );
  expect(choices.filter(({ granted, channel }) => granted && channel === "TELEGRAM")).toEqual([]);
});

test("a code is too old after a quarter of an hour", async () => {
  const w = await world();
  const server = await fakeTelegram();
  const { channels } = openChannels({
    email: null,
    telegram: { url: server.url, token: TELEGRAM_TOKEN, bot: null },
    push: null,
    sms: null,
  });
  const deps = { ...w.deps, outside: { channels, publicUrl: "" } };
  const { code } = await startTelegramLink(deps, w.ana.actor, { memberId: w.ana.id });
  w.clock.set(new Date("2026-03-10T12:15:00Z"));
  server.write(17, `/start ${code}`);
  await readTelegram(deps, systemActor);
  expect(await w.deps.db.channelLink.count()).toBe(0);
});

test("what Telegram may have taken is not sent again", async () => {
  const w = await world();
  const server = await fakeTelegram();
  const { channels } = openChannels({
    email: null,
    telegram: { url: server.url, token: TELEGRAM_TOKEN, bot: null },
    push: null,
    sms: null,
  });
  const deps = { ...w.deps, outside: { channels, publicUrl: "" } };
  await w.deps.db.channelLink.create({
    data: {
      id: newId("channelLink"),
      memberId: w.ana.id,
      channel: "TELEGRAM",
      address: "17",
      createdAt: w.clock.now(),
    },
  });
  await choose(w, "TELEGRAM");
  await tell(w, deps);
  server.next.push(null);
  expect(await run(deps)).toBe(0);
  expect(await log(w)).toEqual([["TELEGRAM", "FAILED", "OUTCOME_UNKNOWN"]]);
  expect(server.sent).toHaveLength(1);
});

test("M26 a member's browser is pushed to until it is gone; nobody else's and no strange address", async () => {
  const w = await world();
  const came: Came[] = [];
  const url = await listen((one) => {
    came.push(one);
    return { status: came.length > 1 ? 410 : 201 };
  });
  const push = { subject: "mailto:hub@zgoda.example", seed: randomBytes(32), hosts: [new URL(url).host], plain: true };
  const { channels } = openChannels({ email: null, telegram: null, push, sms: null });
  const deps = { ...w.deps, outside: { channels, publicUrl: "https://zgoda.example" } };
  const browser = new Browser();
  const link = { memberId: w.ana.id, endpoint: `${url}/push/1`, keys: browser.keys };
  await expect(linkPush(deps, w.ana.actor, { ...link, endpoint: "http://127.0.0.1:1/x" })).rejects.toThrow(
    PushEndpointRefused,
  );
  await expect(linkPush(deps, w.ana.actor, { ...link, keys: { ...browser.keys, auth: "short" } })).rejects.toThrow(
    PushEndpointRefused,
  );
  const linked = await linkPush(deps, w.ana.actor, link);
  expect(await linkPush(deps, w.ana.actor, link)).toMatchObject({ id: linked.id });
  await expect(linkPush(deps, w.bohdan.actor, { ...link, memberId: w.bohdan.id })).rejects.toThrow(ChannelTaken);
  await choose(w, "PUSH");
  await tell(w, deps);
  expect(await run(deps)).toBe(1);
  expect(browser.read(came[0]?.body ?? Buffer.alloc(0))).toMatchObject({
    title: "Sale",
    link: "https://zgoda.example/en/me/offers",
  });
  await tell(w, deps);
  await run(deps);
  expect((await log(w)).at(-1)).toEqual(["PUSH", "BOUNCED", "HTTP 410"]);
  expect((await unlinkChannel(deps, w.ana.actor, { channelLinkId: linked.id })).endedAt).not.toBeNull();
  expect(await tell(w, deps)).toBe(false);
});

test("the SMS gateway says later that a message arrived", async () => {
  const w = await world();
  const url = await listen(() => ({ status: 202, body: '{"id":"sms-1"}' }));
  await identify(w, "PHONE", "+375291234567");
  const { channels } = openChannels({
    email: null,
    telegram: null,
    push: null,
    sms: { url, secret: "hush", sender: null },
  });
  const deps = { ...w.deps, outside: { channels, publicUrl: "" } };
  await choose(w, "SMS");
  await tell(w, deps);
  await run(deps);
  const { id, providerId } = await w.deps.db.message.findFirstOrThrow();
  expect(providerId).toBe("sms-1");
  expect(await noteReceipt(deps, systemActor, { messageId: id, arrived: true })).toBe(true);
  expect(await noteReceipt(deps, systemActor, { messageId: id, arrived: false })).toBe(false);
  expect(await log(w)).toEqual([["SMS", "DELIVERED", null]]);
});

test("every spending is told at once in the inbox, once, whoever dies", async () => {
  const w = await world({ ana: { points: 500n } });
  const spent = {
    member: { memberId: w.ana.id },
    points: 120n,
    partnerId: w.pharmacy.id,
    idempotencyKey: "ana-spends-120",
  };
  await redeemPoints(w.deps, systemActor, spent);
  expect([await tellSpendings(w.deps, systemActor), await tellSpendings(w.deps, systemActor)]).toEqual([1, 0]);
  await w.deps.db.readingMark.deleteMany();
  await tellSpendings(w.deps, systemActor);
  const told = await inbox(w);
  expect(told.map(({ title }) => title)).toEqual(["120 points spent at Pharmacy"]);
  expect(told[0]?.body).toContain("You have 380 left");
});

test("what was spent long ago is no news", async () => {
  const w = await world({ ana: { points: 500n } });
  await redeemPoints(w.deps, systemActor, {
    member: { memberId: w.ana.id },
    points: 120n,
    partnerId: w.pharmacy.id,
    idempotencyKey: "ana-spends-120",
  });
  w.clock.set(new Date("2026-03-12T12:00:01Z"));
  await tellSpendings(w.deps, systemActor);
  expect(await inbox(w)).toEqual([]);
});

test("points that lapse are told of 60, 30 and 7 days before, each once, whoever dies", async () => {
  const w = await world({ ana: { points: 300n } });
  await w.deps.db.$executeRaw`ALTER TABLE lot DISABLE TRIGGER lot_terms_are_for_ever`;
  await w.deps.db.lot.updateMany({ data: { expiresAt: new Date("2026-05-31T23:59:59.999Z") } });
  await w.deps.db.$executeRaw`ALTER TABLE lot ENABLE TRIGGER lot_terms_are_for_ever`;
  const look = async (date: string) => {
    w.clock.set(new Date(`${date}T12:00:00Z`));
    return warnExpiry(w.deps, systemActor);
  };
  expect(await look("2026-03-31")).toBe(0);
  const reach = (point: string) => {
    if (point === "expiry: chunk told") throw new Error("died");
  };
  w.clock.set(new Date("2026-04-02T12:00:00Z"));
  await expect(warnExpiry({ ...w.deps, reach }, systemActor)).rejects.toThrow("died");
  expect(await look("2026-04-02")).toBe(1);
  expect(await inbox(w)).toHaveLength(1);
  expect(await look("2026-05-02")).toBe(1);
  expect(await look("2026-05-20")).toBe(0);
  expect(await look("2026-05-26")).toBe(1);
  expect(await look("2026-05-30")).toBe(0);
  expect((await inbox(w)).map(({ title }) => title)).toEqual([
    "300 points lapse in 5 days",
    "300 points lapse in 29 days",
    "300 points lapse in 59 days",
  ]);
});

test("everybody reads their own inbox and marks what they read", async () => {
  const w = await world();
  await choose(w, "INBOX");
  await tell(w, w.deps);
  await tell(w, w.deps);
  const [newest] = await inbox(w);
  const mark = (memberId: string, messageIds: string[]) =>
    markMessagesRead(
      w.deps,
      { ...w.bohdan.actor, ...(memberId === w.ana.id ? w.ana.actor : {}) },
      { memberId, messageIds },
    );
  expect(await countUnreadMessages(w.deps, w.ana.actor, w.ana.id)).toBe(2);
  await expect(mark(w.bohdan.id, [newest?.id ?? ""])).rejects.toThrow(MessageNotFound);
  expect(await mark(w.ana.id, [newest?.id ?? ""])).toBe(1);
  await expect(listInbox(w.deps, w.bohdan.actor, { memberId: w.ana.id, ...page })).rejects.toMatchObject({
    code: "MEMBER_NOT_FOUND",
  });
});

test("a house sees what it sent itself, the operator all", async () => {
  const w = await world();
  await choose(w, "INBOX");
  await tell(w, w.deps);
  const manager = (partnerId: string) =>
    ({ kind: "partnerStaff", id: "usr_m", partnerId, roles: ["MANAGER"] }) as const;
  const seen = async (actor: Parameters<typeof listMessages>[1]) =>
    (await listMessages(w.deps, actor, page)).rows.length;
  expect([await seen(manager(w.grocer.id)), await seen(manager(w.fuel.id)), await seen(w.operator)]).toEqual([1, 0, 1]);
});

test("a template with a variable that nobody knows is refused, and one in use keeps its name to itself", async () => {
  const w = await world();
  const create = (name: string, body: string) =>
    createMessageTemplate(w.deps, w.operator, {
      name,
      purpose: "NEWS",
      text: { text: { title: words("x"), body: words(body) } },
      idempotencyKey: `template-${name}-0001`,
    });
  await expect(create("one", "Dear {membr}")).rejects.toThrow(MessageTemplateInvalid);
  await expect(create("one", "Dear {a b}")).rejects.toThrow(MessageTemplateInvalid);
  await expect(create("points-spent", "{coupon}")).rejects.toThrow(MessageTemplateInvalid);
  const made = await create("one", "Dear {member}, {points} at {partner}");
  expect(made.variables).toEqual(["partner", "points"]);
  const edited = await editMessageTemplate(w.deps, w.operator, {
    messageTemplateId: made.id,
    text: { text: { title: words("x"), body: words("{days}") } },
  });
  expect(edited).toMatchObject({ variables: ["days"], revision: 2 });
  expect(await retireMessageTemplate(w.deps, w.operator, { messageTemplateId: made.id, reason: "Old" })).toMatchObject({
    state: "RETIRED",
  });
});

test("whoever writes a template sends it to themselves; an admin asks channels whether they work", async () => {
  const w = await world();
  const { deps, server } = await withMail(w);
  const text = { text: { title: words("Hello {member}"), body: words("Your {points}") } };
  const template = await createMessageTemplate(deps, w.operator, {
    name: "hello",
    purpose: "NEWS",
    text,
    idempotencyKey: "template-hello-0001",
  });
  const id = w.operator.kind === "operator" ? w.operator.id : "";
  await w.deps.db.user.create({ data: { id, name: "Olga", email: "olga@example.org" } });
  await sendTestMessage(deps, w.operator, { messageTemplateId: template.id, language: "be" });
  expect(server.letters.map(({ to }) => to)).toEqual([["olga@example.org"]]);
  expect(await testChannel(deps, w.operator, { channel: "EMAIL" })).toEqual({ channel: "EMAIL", isOn: true });
  await expect(testChannel(deps, w.operator, { channel: "SMS" })).rejects.toThrow(ChannelOff);
  const { channels } = openChannels({
    email: { url: "smtp://127.0.0.1:9", from: "hub@zgoda.example" },
    telegram: null,
    push: null,
    sms: null,
  });
  await expect(
    testChannel({ ...deps, outside: { channels, publicUrl: "" } }, w.operator, { channel: "EMAIL" }),
  ).rejects.toThrow(ChannelFailed);
});

test("words of a channel's own stay when only the others are written anew", async () => {
  const w = await world();
  const own = { SMS: { title: words("x"), body: words("short") } };
  const text = { text: { title: words("x"), body: words("long") }, own };
  const wanted = { name: "two", purpose: "NEWS", text, idempotencyKey: "template-two-000001" } as const;
  const { id: messageTemplateId } = await createMessageTemplate(w.deps, w.operator, wanted);
  const anew = { messageTemplateId, text: { text: { title: words("x"), body: words("longer") } } };
  const edited = await editMessageTemplate(w.deps, w.operator, anew);
  expect(edited.text).toMatchObject({ text: { body: { en: "longer" } }, own: { SMS: { body: { en: "short" } } } });
});
