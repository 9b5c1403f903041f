import { listen, type Said } from "./listen.ts";

/** Telegram's Bot API as far as the hub speaks it; what was sent to whom, and what people write. */
export type FakeTelegram = {
  url: string;
  sent: { chat_id: string; text: string }[];
  write(chat: number, text: string): void;
  /** What the next message is answered by; null: nothing, though it was taken. */
  next: (Said | null)[];
};

export const TELEGRAM_TOKEN = "42:a-token";

export async function fakeTelegram(): Promise<FakeTelegram> {
  const sent: FakeTelegram["sent"] = [];
  const written: { update_id: number; message: { chat: { id: number }; text: string } }[] = [];
  const next: FakeTelegram["next"] = [];
  const url = await listen(({ path, body }) => {
    const [, token, method] = path.split("/");
    if (token !== `bot${TELEGRAM_TOKEN}`) return { status: 401, body: JSON.stringify({ ok: false, error_code: 401 }) };
    const asked = JSON.parse(body.toString("utf8"));
    if (method === "getMe") return { status: 200, body: JSON.stringify({ ok: true, result: { id: 42 } }) };
    if (method === "getUpdates") {
      const result = written.filter(({ update_id }) => update_id >= asked.offset).slice(0, asked.limit);
      return { status: 200, body: JSON.stringify({ ok: true, result }) };
    }
    const wanted = next.shift();
    if (wanted) return wanted;
    sent.push({ chat_id: asked.chat_id, text: asked.text });
    return wanted === null
      ? null
      : { status: 200, body: JSON.stringify({ ok: true, result: { message_id: sent.length } }) };
  });
  const write = (chat: number, text: string) =>
    void written.push({ update_id: 700 + written.length, message: { chat: { id: chat }, text } });
  return { url, sent, write, next };
}
