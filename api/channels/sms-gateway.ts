import { z } from "zod";
import { type Channel, type Letter, plainText } from "./channel.ts";
import { ask, isOutcome, jsonOf, outcomeOf } from "./http.ts";

export type SmsSettings = {
  /** Where the gateway takes messages. */
  url: string;
  /** Sent as a bearer token, and expected with receipts. */
  secret: string;
  /** The name or number it comes from; null: the gateway's own. */
  sender: string | null;
};

/**
 * Text messages through a gateway's HTTP endpoint: `POST {id, to, from, text}`, answered by 2xx and `{id, state}`. The same
 * `Idempotency-Key` asks for nothing new.
 */
export function openSmsGateway({ url, secret, sender }: SmsSettings): Channel {
  const authorization = `Bearer ${secret}`;
  return {
    knowsRepeats: true,
    send: async (letter) => {
      const answer = await ask(url, {
        method: "POST",
        headers: { authorization, "content-type": "application/json", "idempotency-key": letter.id },
        body: JSON.stringify({ id: letter.id, to: letter.to, from: sender, text: textOf(letter) }),
      });
      if (isOutcome(answer)) return answer;
      if (answer.status < 200 || answer.status > 299) return outcomeOf(answer);
      const { id, state } = taken.parse(jsonOf(answer));
      return { kind: "SENT", providerId: id, delivered: state === "delivered" };
    },
    test: async () => {
      const answer = await ask(url, { method: "GET", headers: { authorization } });
      if (isOutcome(answer)) return "reason" in answer ? answer.reason : null;
      const isShut = answer.status === 401 || answer.status === 403 || answer.status >= 500;
      return isShut ? `HTTP ${answer.status}` : null;
    },
  };
}

const taken = z.object({
  id: z.string().nullable().catch(null).default(null),
  state: z.string().optional().catch(undefined),
});

/** Titles cost money here: the words alone. */
const textOf = (letter: Letter) => plainText({ ...letter, title: "" });
