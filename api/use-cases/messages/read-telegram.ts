import type { TelegramNews } from "#api/channels/channel.ts";
import { type Actor, systemActor } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import type { Tx } from "#api/sql/rows.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { lastWords, sayConsents } from "#api/use-cases/messages/consents.ts";
import { codeHash } from "#api/use-cases/messages/link-channel.ts";

const MARK = "telegram";

/**
 * Reads what people wrote to the bot: `/start CODE` links the chat to who was given the code, `/stop` ends it with every consent
 * over it. How far it came is kept with what a message brought about: each is done once. Answers how many it read.
 */
export async function readTelegram(deps: Deps, actor: Actor): Promise<number> {
  can(actor, "job:run");
  const bot = deps.outside?.channels.TELEGRAM;
  if (!bot) return 0;
  let read = 0;
  for (;;) {
    const mark = await deps.db.readingMark.findUnique({ where: { name: MARK } });
    const news = await bot.read((mark?.ord ?? -1n) + 1n);
    if (news.length === 0) return read;
    for (const one of news) {
      const answer = await deps.db.$transaction((tx) => hear(deps, tx, one));
      read += 1;
      // The answer is a courtesy: who does not get it sees in the portal how things stand.
      if (answer) await bot.send({ ...courtesy, id: `telegram-${one.number}`, to: one.chat, ...answer });
    }
  }
}

const courtesy = { keys: null, from: "", title: "", link: null, unsubscribe: null };

type Answer = { language: string; body: string };

async function hear(deps: Deps, tx: Tx, { number, chat, text }: TelegramNews): Promise<Answer | null> {
  const mark = { ord: number };
  await tx.readingMark.upsert({ where: { name: MARK }, create: { name: MARK, ...mark }, update: mark });
  const [word = "", code = ""] = text.split(/\s+/, 2);
  if (word === "/start" && code !== "") return start(deps, tx, { chat, code });
  return word === "/stop" ? stop(deps, tx, chat) : null;
}

async function start({ clock }: Deps, tx: Tx, { chat, code }: { chat: string; code: string }): Promise<Answer> {
  const at = clock.now();
  const { count } = await tx.channelLinkCode.updateMany({
    where: { hash: codeHash(code), channel: "TELEGRAM", usedAt: null, expiresAt: { gt: at } },
    data: { usedAt: at },
  });
  if (count === 0) return said("unknownCode", "en");
  const { memberId } = await tx.channelLinkCode.findUniqueOrThrow({ where: { hash: codeHash(code) } });
  // Whoever holds the chat now says whose it is.
  await tx.channelLink.updateMany({
    where: { channel: "TELEGRAM", address: chat, endedAt: null },
    data: { endedAt: at },
  });
  await tx.channelLink.create({
    data: { id: newId("channelLink", at.getTime()), memberId, channel: "TELEGRAM", address: chat, createdAt: at },
  });
  return said("linked", await languageOf(tx, memberId));
}

async function stop({ clock }: Deps, tx: Tx, chat: string): Promise<Answer | null> {
  const link = await tx.channelLink.findFirst({ where: { channel: "TELEGRAM", address: chat, endedAt: null } });
  if (!link) return null;
  const { memberId } = link;
  const at = clock.now();
  const granted = (await lastWords(tx, memberId)).filter((word) => word.channel === "TELEGRAM" && word.granted);
  const words = granted.map((word) => ({ ...word, granted: false }));
  await sayConsents(tx, systemActor, { memberId, words, source: "TELEGRAM", at });
  await tx.channelLink.update({ where: { id: link.id }, data: { endedAt: at } });
  return said("stopped", await languageOf(tx, memberId));
}

async function languageOf(tx: Tx, memberId: string): Promise<string> {
  return (await tx.memberProfile.findUnique({ where: { memberId }, select: { language: true } }))?.language ?? "en";
}

const words = {
  linked: {
    en: "This chat is linked. Choose in your profile what you want to read here. /stop ends it.",
    ru: "Чат привязан. Выберите в профиле, что сюда присылать. Отключить: /stop",
    be: "Чат прывязаны. Выберыце ў профілі, што сюды дасылаць. Адключыць: /stop",
  },
  stopped: {
    en: "You will hear nothing more here.",
    ru: "Больше сюда ничего не придёт.",
    be: "Больш сюды нічога не прыйдзе.",
  },
  unknownCode: {
    en: "This code is not known or too old. Get a new one in your profile.",
    ru: "Код неизвестен или устарел. Получите новый в профиле.",
    be: "Код невядомы або састарэў. Атрымайце новы ў профілі.",
  },
} as const;

function said(what: keyof typeof words, language: string): Answer {
  const spoken = language === "ru" || language === "be" ? language : "en";
  return { language: spoken, body: words[what][spoken] };
}
