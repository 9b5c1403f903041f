import type { Actor } from "#api/kernel/actor.ts";
import { type Page, type PageArgs, pageOf } from "#api/kernel/page.ts";
import type { Message, MessageChannel, MessageState } from "#api/sql/rows.ts";
import { houseOf, OPERATOR } from "#api/use-cases/campaigns/houses.ts";
import { can, may } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { everyIdOf } from "#api/use-cases/members/one-person.ts";
import { MessageNotFound } from "#api/use-cases/messages/refusals.ts";

/** Messages an actor may see: a member what came to their inbox, a house's people what it sent, the operator's all. */
async function visible(deps: Deps, actor: Actor) {
  if (!may(actor, "message:read")) return null;
  if (actor.kind === "member") return inboxOf(await everyIdOf(deps.db, actor.memberId));
  const house = houseOf(actor);
  return house === OPERATOR ? {} : { house };
}

const inboxOf = (memberIds: readonly string[]) => ({
  memberId: { in: [...memberIds] },
  channel: "INBOX" as const,
  state: { not: "WITHHELD" as const },
});

export async function findMessages(deps: Deps, actor: Actor, ids: readonly string[]): Promise<Map<string, Message>> {
  const where = await visible(deps, actor);
  if (!where) return new Map();
  const rows = await deps.db.message.findMany({ where: { AND: [where, { id: { in: [...ids] } }] } });
  return new Map(rows.map((row) => [row.id, row]));
}

/** What came to a member, newest first. The cursor is the id. */
export async function listInbox(
  deps: Deps,
  actor: Actor,
  { memberId, unread, first, after }: PageArgs & { memberId: string; unread?: boolean | null | undefined },
): Promise<Page<Message>> {
  can(actor, "inbox:read", { memberId });
  const rows = await deps.db.message.findMany({
    where: {
      ...inboxOf(await everyIdOf(deps.db, memberId)),
      ...(unread ? { readAt: null } : {}),
      ...(after === null ? {} : { id: { lt: after } }),
    },
    orderBy: { id: "desc" },
    take: first + 1,
  });
  return pageOf(rows, first);
}

/** Nobody counts further by eye. */
const UNREAD_MOST = 100;

export async function countUnreadMessages(deps: Deps, actor: Actor, memberId: string): Promise<number> {
  can(actor, "inbox:read", { memberId });
  const where = { ...inboxOf(await everyIdOf(deps.db, memberId)), readAt: null };
  return (await deps.db.message.findMany({ where, select: { id: true }, take: UNREAD_MOST })).length;
}

export type MarkMessagesRead = { memberId: string; messageIds?: readonly string[] | null | undefined };

/** Takes the mark of news off; of all of them where none is named. Answers how many are still news. */
export async function markMessagesRead(
  deps: Deps,
  actor: Actor,
  { memberId, messageIds }: MarkMessagesRead,
): Promise<number> {
  can(actor, "inbox:read", { memberId });
  if (messageIds) {
    const known = await findMessages(deps, actor, messageIds);
    const unknown = messageIds.find((id) => !known.has(id));
    if (unknown !== undefined) throw new MessageNotFound(unknown);
  }
  await deps.db.message.updateMany({
    where: {
      ...inboxOf(await everyIdOf(deps.db, memberId)),
      readAt: null,
      ...(messageIds ? { id: { in: [...messageIds] } } : {}),
    },
    data: { readAt: deps.clock.now() },
  });
  return countUnreadMessages(deps, actor, memberId);
}

export type ListMessages = PageArgs & {
  memberId?: string | null | undefined;
  states?: readonly MessageState[] | null | undefined;
  channel?: MessageChannel | null | undefined;
};

/** What was sent, or not, newest first: for support. */
export async function listMessages(
  deps: Deps,
  actor: Actor,
  { memberId, states, channel, first, after }: ListMessages,
): Promise<Page<Message>> {
  can(actor, "messaging:read");
  const house = houseOf(actor);
  const rows = await deps.db.message.findMany({
    where: {
      ...(house === OPERATOR ? {} : { house }),
      ...(memberId ? { memberId } : {}),
      ...(states ? { state: { in: [...states] } } : {}),
      ...(channel ? { channel } : {}),
      ...(after === null ? {} : { id: { lt: after } }),
    },
    orderBy: { id: "desc" },
    take: first + 1,
  });
  return pageOf(rows, first);
}
