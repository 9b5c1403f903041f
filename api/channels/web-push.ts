import { createHash } from "node:crypto";
import type { Channel, Letter, PushDoor } from "./channel.ts";
import { ask, isOutcome, outcomeOf } from "./http.ts";
import { encryptPush, PAYLOAD_MAX_BYTES } from "./push-payload.ts";
import { vapidHeader, vapidKeys } from "./vapid.ts";

export type PushSettings = {
  /** Whom a push service may turn to: mailto: or https:. */
  subject: string;
  /** From which our key pair is made: 32 bytes. */
  seed: Buffer;
  /** Hosts of push services; one that begins with a dot stands for all below it. */
  hosts: readonly string[];
  /** Only for services on this machine: also without TLS. */
  plain?: boolean;
};

/** The push services of the browsers people use. */
export const knownPushHosts = [
  "fcm.googleapis.com",
  "updates.push.services.mozilla.com",
  ".push.services.mozilla.com",
  ".push.apple.com",
  ".notify.windows.com",
] as const;

const KEPT_SECONDS = 24 * 60 * 60;
const BODY_CUT = 900;

/** Web push. The topic is made of the letter's id: a repeat takes the place of one that still waits. */
export function openWebPush({ subject, seed, hosts, plain = false }: PushSettings): Channel & PushDoor {
  const keys = vapidKeys(seed);
  const takes = (endpoint: string) => isTaken(endpoint, hosts, plain);
  return {
    knowsRepeats: true,
    publicKey: keys.publicKey,
    takes,
    send: async (letter) => {
      if (!letter.keys || !takes(letter.to)) return { kind: "GONE", reason: "NO_ENDPOINT" };
      const answer = await ask(letter.to, {
        method: "POST",
        headers: {
          authorization: await vapidHeader(keys, { endpoint: letter.to, subject }),
          "content-encoding": "aes128gcm",
          "content-type": "application/octet-stream",
          ttl: String(KEPT_SECONDS),
          topic: createHash("sha256").update(letter.id).digest("base64url").slice(0, 32),
        },
        body: new Uint8Array(encryptPush(payloadOf(letter), letter.keys)),
      });
      if (isOutcome(answer)) return answer;
      if (answer.status === 404 || answer.status === 410) return { kind: "GONE", reason: `HTTP ${answer.status}` };
      if (answer.status < 200 || answer.status > 299) return outcomeOf(answer);
      return { kind: "SENT", providerId: answer.headers.get("location"), delivered: false };
    },
    // There is nobody to ask before somebody subscribes; what could be wrong is our key.
    test: async () => {
      await vapidHeader(keys, { endpoint: "https://push.example", subject });
      return null;
    },
  };
}

function isTaken(endpoint: string, hosts: readonly string[], plain: boolean): boolean {
  if (!URL.canParse(endpoint)) return false;
  const { protocol, hostname, host, username, port } = new URL(endpoint);
  const isKnown = hosts.some((one) =>
    one.startsWith(".") ? hostname.endsWith(one) : one === hostname || one === host,
  );
  if (!isKnown || username !== "") return false;
  return plain ? protocol === "http:" || protocol === "https:" : protocol === "https:" && port === "";
}

/** What the service worker shows (portal/public/push-worker.js). */
function payloadOf({ title, body, link, id }: Letter): Buffer {
  const cut = body.length > BODY_CUT ? `${body.slice(0, BODY_CUT)}…` : body;
  const payload = Buffer.from(JSON.stringify({ id, title: title.slice(0, 200), body: cut, link }));
  return payload.byteLength > PAYLOAD_MAX_BYTES
    ? Buffer.from(JSON.stringify({ id, title: title.slice(0, 200), link }))
    : payload;
}
