import type { ChannelName } from "#api/channels/channel.ts";
import { channelNames } from "#api/channels/channel.ts";
import { Forbidden } from "#api/kernel/access.ts";
import type { Actor } from "#api/kernel/actor.ts";
import { personOf } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import { recordAudit } from "#api/use-cases/audit/record-audit.ts";
import { houseOf } from "#api/use-cases/campaigns/houses.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { examples, findMessageTemplates } from "#api/use-cases/messages/find-templates.ts";
import { letterFor } from "#api/use-cases/messages/letter.ts";
import { ChannelFailed, ChannelOff, MessageTemplateNotFound } from "#api/use-cases/messages/refusals.ts";
import { storedText, worded } from "#api/use-cases/messages/template-text.ts";

export type ChannelView = {
  channel: ChannelName;
  /** Is it configured in this hub? */
  isOn: boolean;
};

/** Which channels this hub has. */
export function listChannels(deps: Deps, actor: Actor): ChannelView[] {
  can(actor, "channel:read");
  return channelNames.map((channel) => ({ channel, isOn: deps.outside?.channels[channel] !== undefined }));
}

/** What a member's browser or chat needs to be linked; null where the channel is off. */
export function readDoors(
  { outside }: Deps,
  actor: Actor,
): { pushPublicKey: string | null; telegramUrl: string | null } {
  can(actor, "channel:read");
  return {
    pushPublicKey: outside?.channels.PUSH?.publicKey ?? null,
    telegramUrl: outside?.channels.TELEGRAM?.botUrl ?? null,
  };
}

/** Asks a channel whether it works, without writing to anybody. */
export async function testChannel(
  deps: Deps,
  actor: Actor,
  { channel }: { channel: ChannelName },
): Promise<ChannelView> {
  can(actor, "channel:test");
  const open = deps.outside?.channels[channel];
  if (!open) throw new ChannelOff(channel);
  const wrong = await open.test();
  const about = { action: "testChannel", object: "channel", objectId: channel, at: deps.clock.now() };
  await deps.db.$transaction((tx) =>
    recordAudit(tx, actor, { ...about, before: null, after: { works: wrong === null } }),
  );
  if (wrong !== null) throw new ChannelFailed(channel, wrong);
  return { channel, isOn: true };
}

export type SendTestMessage = { messageTemplateId: string; language: string };

/** Sends a template with examples to the actor's own address by e-mail. */
export async function sendTestMessage(
  deps: Deps,
  actor: Actor,
  { messageTemplateId, language }: SendTestMessage,
): Promise<string> {
  can(actor, "template:write");
  const person = personOf(actor);
  if (!person) throw new Forbidden("template:write");
  const template = (await findMessageTemplates(deps, actor, [messageTemplateId])).get(messageTemplateId);
  if (!template) throw new MessageTemplateNotFound(messageTemplateId);
  const open = deps.outside?.channels.EMAIL;
  if (!open) throw new ChannelOff("EMAIL");
  const { email } = await deps.db.user.findUniqueOrThrow({ where: { id: person.id }, select: { email: true } });
  const words = worded(storedText(template), { channel: "EMAIL", language, values: examples });
  const { href } = storedText(template);
  const message = { id: newId("message"), house: houseOf(actor), href, ...words };
  const letter = await letterFor(deps, message, { to: email, keys: null });
  const outcome = await open.send({ ...letter, unsubscribe: null });
  if (outcome.kind !== "SENT") throw new ChannelFailed("EMAIL", outcome.reason);
  const about = { action: "sendTestMessage", object: "messageTemplate", objectId: template.id, at: deps.clock.now() };
  await deps.db.$transaction((tx) => recordAudit(tx, actor, { ...about, before: null, after: { language } }));
  return email;
}
