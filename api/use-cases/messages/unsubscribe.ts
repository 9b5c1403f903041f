import { createHmac, timingSafeEqual } from "node:crypto";
import type { Actor } from "#api/kernel/actor.ts";
import type { Message } from "#api/sql/rows.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { sayConsents } from "#api/use-cases/messages/consents.ts";

/** What a link in a message stops: the purpose of that house over that channel. */
export type Unsubscribing = Pick<Message, "id" | "memberId" | "house" | "purpose" | "channel" | "language">;

/** The address that ends it, for whoever has the message: nobody else can sign it. */
export function unsubscribeUrl(deps: Deps, messageId: string): string {
  return `${deps.outside?.publicUrl ?? ""}/unsubscribe/${messageId}.${signature(deps, messageId)}`;
}

/** What a link's last part is about; null when we did not sign it. */
export async function readUnsubscribe(deps: Deps, token: string): Promise<Unsubscribing | null> {
  const [messageId = "", signed = ""] = token.split(".");
  const [wanted, given] = [signature(deps, messageId), signed].map((text) => Buffer.from(text)) as [Buffer, Buffer];
  if (wanted.length !== given.length || !timingSafeEqual(wanted, given)) return null;
  return deps.db.message.findUnique({
    where: { id: messageId },
    select: { id: true, memberId: true, house: true, purpose: true, channel: true, language: true },
  });
}

/** Takes the consent back without anybody signed in. Twice changes nothing. Null: we did not sign it. */
export async function unsubscribe(deps: Deps, actor: Actor, token: string): Promise<Unsubscribing | null> {
  can(actor, "consent:unsubscribe");
  const found = await readUnsubscribe(deps, token);
  if (!found) return null;
  const { memberId, house, purpose, channel } = found;
  const words = [{ house, purpose, channel, granted: false }];
  await deps.db.$transaction((tx) =>
    sayConsents(tx, actor, { memberId, words, source: "UNSUBSCRIBE_LINK", at: deps.clock.now() }),
  );
  return found;
}

const signature = ({ secrets }: Deps, messageId: string) =>
  createHmac("sha256", secrets.apiKey).update(`unsubscribe ${messageId}`).digest("base64url").slice(0, 32);
