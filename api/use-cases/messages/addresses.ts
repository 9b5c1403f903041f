import type { PushKeys } from "#api/channels/channel.ts";
import type { IdentifierKind, MessageChannel, Tx } from "#api/sql/rows.ts";

/** Where a member is reached; `linkId` where the member linked it. */
export type Address = { to: string; keys: PushKeys | null; linkId: string | null };

const identifiers: Partial<Record<MessageChannel, IdentifierKind>> = { EMAIL: "EMAIL", SMS: "PHONE" };

/** The newest address of a member on each of these channels; a channel without one is absent. */
export async function addressesOf(
  tx: Tx,
  memberId: string,
  channels: readonly MessageChannel[],
): Promise<Map<MessageChannel, Address>> {
  const kinds = channels.flatMap((channel) => identifiers[channel] ?? []);
  const [named, linked] = await Promise.all([
    tx.identifier.findMany({ where: { memberId, kind: { in: kinds } }, orderBy: { id: "asc" } }),
    tx.channelLink.findMany({
      where: { memberId, channel: { in: [...channels] }, endedAt: null },
      orderBy: { id: "asc" },
    }),
  ]);
  const found = new Map<MessageChannel, Address>();
  for (const channel of channels) {
    const own = named.findLast(({ kind }) => kind === identifiers[channel]);
    if (own) found.set(channel, { to: own.value, keys: null, linkId: null });
  }
  for (const { id, channel, address, keys } of linked) {
    found.set(channel, { to: address, keys: keys as PushKeys | null, linkId: id });
  }
  return found;
}
