import { z } from "zod";
import {
  type Channel,
  type Letter,
  type Outcome,
  plainText,
  type TelegramInbox,
  type TelegramNews,
} from "./channel.ts";
import { ask, isOutcome, jsonOf, outcomeOf } from "./http.ts";

export type TelegramSettings = {
  /** https://api.telegram.org, or a server of one's own that speaks the same. */
  url: string;
  token: string;
  /** The bot's name, for links; null: people have to find it. */
  bot: string | null;
};

const TEXT_MAX = 4096;
const READ_AT_ONCE = 100;

/** A bot of Telegram. The API takes no name for a message, so that a repeat would be a second message. */
export function openTelegram({ url, token, bot }: TelegramSettings): Channel & TelegramInbox {
  const call = (method: string, body: object) =>
    ask(`${url}/bot${token}/${method}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
  return {
    knowsRepeats: false,
    botUrl: bot && `https://t.me/${bot}`,
    send: async (letter) => {
      const text = textOf(letter);
      const answer = await call("sendMessage", {
        chat_id: letter.to,
        text,
        link_preview_options: { is_disabled: true },
      });
      if (isOutcome(answer)) return answer;
      const { ok, result, ...refused } = said.parse(jsonOf(answer));
      if (ok) return { kind: "SENT", providerId: String(result?.message_id ?? ""), delivered: false };
      return refusal(refused) ?? outcomeOf(answer);
    },
    test: async () => {
      const answer = await call("getMe", {});
      if (isOutcome(answer)) return "reason" in answer ? answer.reason : null;
      return said.parse(jsonOf(answer)).ok ? null : `HTTP ${answer.status}`;
    },
    read: async (offset) => {
      const asked = { offset: Number(offset), limit: READ_AT_ONCE, timeout: 0, allowed_updates: ["message"] };
      const answer = await call("getUpdates", asked);
      if (isOutcome(answer)) throw new Error(`Telegram did not answer: ${"reason" in answer ? answer.reason : ""}`);
      return updates.parse(jsonOf(answer)).result.map(newsOf);
    },
  };
}

const said = z.object({
  ok: z.boolean().default(false),
  result: z.object({ message_id: z.number() }).partial().optional().catch(undefined),
  error_code: z.number().optional(),
  description: z.string().optional(),
  parameters: z.object({ retry_after: z.number() }).partial().optional(),
});

const updates = z.object({
  result: z.array(
    z.object({
      update_id: z.number(),
      message: z.object({ chat: z.object({ id: z.number() }), text: z.string().default("") }).optional(),
    }),
  ),
});

/** Only a private chat's text is of interest; anything else counts as read. */
function newsOf({ update_id, message }: z.infer<typeof updates>["result"][number]): TelegramNews {
  return { number: BigInt(update_id), chat: String(message?.chat.id ?? ""), text: message?.text.trim() ?? "" };
}

/** Whoever blocked the bot, or left, is gone. */
function refusal({ error_code: code, description = "", parameters }: Omit<z.infer<typeof said>, "ok" | "result">) {
  const reason = `HTTP ${code}`;
  if (code === 403 || (code === 400 && description.includes("chat not found")))
    return { kind: "GONE", reason } as const;
  const seconds = parameters?.retry_after;
  if (code === 429 && seconds) return { kind: "LATER", reason, afterMs: seconds * 1000 } satisfies Outcome;
  return null;
}

/** Unsubscribing is a word to the bot; a link would only lead away from the chat. */
function textOf(letter: Letter): string {
  const foot = letter.unsubscribe ? `\n\n${letter.unsubscribe.words} /stop` : "";
  const text = plainText({ ...letter, unsubscribe: null });
  return `${text.slice(0, TEXT_MAX - foot.length)}${foot}`;
}
