import { createHash, createPublicKey, randomBytes } from "node:crypto";
import type { PushKeys } from "#api/channels/channel.ts";
import type { Actor } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import type { ChannelLink } from "#api/sql/rows.ts";
import { recordAudit } from "#api/use-cases/audit/record-audit.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import {
  ChannelLinkNotFound,
  ChannelOff,
  ChannelTaken,
  PushEndpointRefused,
} from "#api/use-cases/messages/refusals.ts";

const CODE_MINUTES = 15;
const MINUTE_MS = 60_000;

/** A code to be shown to the bot once, within a quarter of an hour. */
export type LinkCode = { code: string; expiresAt: Date; botUrl: string | null };

export async function startTelegramLink(
  deps: Deps,
  actor: Actor,
  { memberId }: { memberId: string },
): Promise<LinkCode> {
  can(actor, "channel:link", { memberId });
  const bot = deps.outside?.channels.TELEGRAM;
  if (!bot) throw new ChannelOff("TELEGRAM");
  const code = randomBytes(15).toString("base64url");
  const at = deps.clock.now();
  const expiresAt = new Date(at.getTime() + CODE_MINUTES * MINUTE_MS);
  await deps.db.$transaction(async (tx) => {
    await tx.channelLinkCode.create({ data: { hash: codeHash(code), memberId, channel: "TELEGRAM", expiresAt } });
    const about = { action: "startChannelLink", object: "member", objectId: memberId, at };
    await recordAudit(tx, actor, { ...about, before: null, after: { expiresAt: expiresAt.toISOString() } });
  });
  return { code, expiresAt, botUrl: bot.botUrl && `${bot.botUrl}?start=${code}` };
}

export const codeHash = (code: string) => createHash("sha256").update(code).digest("hex");

export type LinkPush = { memberId: string; endpoint: string; keys: PushKeys };

/** Lets a browser of the signed-in member be pushed to. Linking it again changes nothing. */
export async function linkPush(deps: Deps, actor: Actor, { memberId, endpoint, keys }: LinkPush): Promise<ChannelLink> {
  can(actor, "channel:link", { memberId });
  const push = deps.outside?.channels.PUSH;
  if (!push) throw new ChannelOff("PUSH");
  if (!push.takes(endpoint) || !areKeys(keys)) throw new PushEndpointRefused();
  return deps.db.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${endpoint}, 0))`;
    const known = await tx.channelLink.findFirst({ where: { channel: "PUSH", address: endpoint, endedAt: null } });
    if (known && known.memberId !== memberId) throw new ChannelTaken();
    if (known) return known;
    const at = deps.clock.now();
    const id = newId("channelLink");
    const about = { action: "linkPush", object: "channelLink", objectId: id, at };
    await recordAudit(tx, actor, { ...about, before: null, after: { service: new URL(endpoint).host } });
    return tx.channelLink.create({ data: { id, memberId, channel: "PUSH", address: endpoint, keys, createdAt: at } });
  });
}

/** A point on the curve and sixteen bytes; whatever else could not be encrypted for. */
function areKeys({ p256dh, auth }: PushKeys): boolean {
  const point = Buffer.from(p256dh, "base64url");
  if (point.length !== 65 || point[0] !== 4 || Buffer.from(auth, "base64url").length !== 16) return false;
  const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((part) => part.toString("base64url"));
  try {
    createPublicKey({ key: { kty: "EC", crv: "P-256", x: x ?? "", y: y ?? "" }, format: "jwk" });
    return true;
  } catch {
    return false;
  }
}

/** Ends a link; nothing is sent there any more. */
export async function unlinkChannel(
  deps: Deps,
  actor: Actor,
  { channelLinkId }: { channelLinkId: string },
): Promise<ChannelLink> {
  can(actor, "channel:link");
  return deps.db.$transaction(async (tx) => {
    const link = await tx.channelLink.findUnique({ where: { id: channelLinkId } });
    if (!link || actor.kind !== "member" || link.memberId !== actor.memberId)
      throw new ChannelLinkNotFound(channelLinkId);
    if (link.endedAt !== null) return link;
    const at = deps.clock.now();
    const about = { action: "unlinkChannel", object: "channelLink", objectId: link.id, at };
    await recordAudit(tx, actor, { ...about, before: { endedAt: null }, after: { endedAt: at.toISOString() } });
    return tx.channelLink.update({ where: { id: link.id }, data: { endedAt: at } });
  });
}

/** Where a member is linked now, oldest first. */
export async function readChannelLinks({ db }: Deps, actor: Actor, memberId: string): Promise<ChannelLink[]> {
  can(actor, "consent:read", { memberId });
  return db.channelLink.findMany({ where: { memberId, endedAt: null }, orderBy: { id: "asc" } });
}
