import type { Channel, Outcome } from "#api/channels/channel.ts";
import type { Actor } from "#api/kernel/actor.ts";
import type { Message, MessageState } from "#api/sql/rows.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { nextState } from "#api/use-cases/machine.ts";
import { type Address, addressesOf } from "#api/use-cases/messages/addresses.ts";
import { channelsFor } from "#api/use-cases/messages/consents.ts";
import { letterFor } from "#api/use-cases/messages/letter.ts";
import { type MessageEvent, messageMachine } from "#api/use-cases/messages/outbox-states.ts";

const CHUNK = 20;
const MINUTE_MS = 60_000;
/** Whoever took a message and was not heard of for so long has died. */
const TAKEN_MS = 5 * MINUTE_MS;
/** After so many tries a message is given up. */
export const ATTEMPTS_MOST = 6;

/**
 * Sends what lies in the outbox and is due, a chunk at a time. Each is taken first and its outcome written after: of a
 * gateway that dies in between nobody knows whether the message went out. Channels that recognise a repeat are given it
 * again; on others it is given up. Answers how many went out.
 */
export async function sendMessages(deps: Deps, actor: Actor): Promise<number> {
  can(actor, "job:run");
  let sent = 0;
  for (;;) {
    const taken = await take(deps);
    if (taken.length === 0) return sent;
    deps.reach?.("messages: taken");
    const outcomes = await Promise.all(taken.map((message) => handOver(deps, message)));
    deps.reach?.("messages: handed over");
    for (const [nth, message] of taken.entries()) {
      const outcome = outcomes[nth];
      if (!outcome) continue;
      await settle(deps, message, outcome);
      if (outcome.event === "sent" || outcome.event === "arrived") sent += 1;
    }
  }
}

type Taken = Message & { wasSending: boolean };

async function take({ db, clock }: Deps): Promise<Taken[]> {
  const at = clock.now();
  return db.$transaction(async (tx) => {
    const due = await tx.$queryRaw<{ id: string }[]>`
      SELECT id FROM message WHERE due_at <= ${at} ORDER BY due_at, id LIMIT ${CHUNK} FOR UPDATE SKIP LOCKED`;
    const ids = due.map(({ id }) => id);
    const before = await tx.message.findMany({ where: { id: { in: ids } } });
    await tx.message.updateMany({
      where: { id: { in: ids } },
      data: { state: "SENDING", attempts: { increment: 1 }, dueAt: new Date(at.getTime() + TAKEN_MS) },
    });
    return before.map((message) => ({
      ...message,
      attempts: message.attempts + 1,
      wasSending: message.state === "SENDING",
    }));
  });
}

/** What became of a taken message. */
type Became = {
  event: Exclude<MessageEvent, "take">;
  reason: string | null;
  providerId?: string | null;
  dueAt?: Date;
  linkId?: string | null;
};

async function handOver(deps: Deps, message: Taken): Promise<Became> {
  const { channel: name, memberId, house, purpose } = message;
  const channel = name === "INBOX" ? undefined : deps.outside?.channels[name];
  if (!channel) return { event: "withhold", reason: "NOWHERE" };
  if (message.wasSending && !channel.knowsRepeats) return { event: "fail", reason: "OUTCOME_UNKNOWN" };
  const wanted = await channelsFor(deps.db, memberId, { house, purpose });
  if (!wanted.includes(name)) return { event: "withhold", reason: "NO_CONSENT" };
  const address = (await addressesOf(deps.db, memberId, [name])).get(name);
  if (!address) return { event: "withhold", reason: "NOWHERE" };
  const outcome = await channel.send(await letterFor(deps, message, address));
  return became(deps, message, { outcome, channel, address });
}

type Answered = { outcome: Outcome; channel: Channel; address: Address };

function became({ clock }: Deps, { attempts }: Taken, { outcome, channel, address }: Answered): Became {
  switch (outcome.kind) {
    case "SENT":
      return { event: outcome.delivered ? "arrived" : "sent", reason: null, providerId: outcome.providerId };
    case "GONE":
      return { event: "bounced", reason: outcome.reason, linkId: address.linkId };
    case "REFUSED":
      return { event: "fail", reason: outcome.reason };
    case "UNKNOWN":
      if (!channel.knowsRepeats) return { event: "fail", reason: "OUTCOME_UNKNOWN" };
      return again(clock.now(), attempts, { reason: outcome.reason, afterMs: null });
    case "LATER":
      return again(clock.now(), attempts, outcome);
  }
}

/** After 1, 4, 16, 64, 256 minutes, or when the other side says. */
function again(at: Date, attempts: number, { reason, afterMs }: { reason: string; afterMs: number | null }): Became {
  if (attempts >= ATTEMPTS_MOST) return { event: "fail", reason };
  const wait = Math.max(afterMs ?? 0, MINUTE_MS * 4 ** (attempts - 1));
  return { event: "later", reason, dueAt: new Date(at.getTime() + wait) };
}

async function settle(
  { db, clock }: Deps,
  { id }: Taken,
  { event, reason, providerId = null, dueAt, linkId }: Became,
): Promise<void> {
  const at = clock.now();
  const state = nextState<MessageState, MessageEvent>(
    messageMachine,
    { object: "message", id, state: "SENDING" },
    event,
  );
  const wentOut = event === "sent" || event === "arrived";
  await db.$transaction(async (tx) => {
    await tx.message.updateMany({
      where: { id, state: "SENDING" },
      data: { state, reason, providerId, dueAt: dueAt ?? null, ...(wentOut ? { sentAt: at } : {}) },
    });
    if (linkId) await tx.channelLink.updateMany({ where: { id: linkId, endedAt: null }, data: { endedAt: at } });
  });
}

/** What a channel says later about a message it took. Unknown and settled ones change nothing. */
export async function noteReceipt(
  { db }: Deps,
  actor: Actor,
  { messageId, arrived }: { messageId: string; arrived: boolean },
): Promise<boolean> {
  can(actor, "job:run");
  const { count } = await db.message.updateMany({
    where: { id: messageId, state: "SENT" },
    data: {
      state: nextState<MessageState, MessageEvent>(
        messageMachine,
        { object: "message", id: messageId, state: "SENT" },
        arrived ? "arrived" : "bounced",
      ),
    },
  });
  return count > 0;
}
