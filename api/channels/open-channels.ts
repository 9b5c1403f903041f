import type { Channels } from "./channel.ts";
import { openSmsGateway, type SmsSettings } from "./sms-gateway.ts";
import { openSmtp, type SmtpSettings } from "./smtp.ts";
import { openTelegram, type TelegramSettings } from "./telegram.ts";
import { openWebPush, type PushSettings } from "./web-push.ts";

/** What is not configured is null. */
export type ChannelSettings = {
  email: SmtpSettings | null;
  telegram: TelegramSettings | null;
  push: PushSettings | null;
  sms: SmsSettings | null;
};

export type OpenChannels = { channels: Channels; close(): void };

/** The channels this hub has. */
export function openChannels({ email, telegram, push, sms }: ChannelSettings): OpenChannels {
  const mail = email && openSmtp(email);
  const channels: Channels = {
    ...(mail ? { EMAIL: mail } : {}),
    ...(telegram ? { TELEGRAM: openTelegram(telegram) } : {}),
    ...(push ? { PUSH: openWebPush(push) } : {}),
    ...(sms ? { SMS: openSmsGateway(sms) } : {}),
  };
  return { channels, close: () => mail?.close() };
}
