export const channelNames = ["EMAIL", "TELEGRAM", "PUSH", "SMS"] as const;
export type ChannelName = (typeof channelNames)[number];

/** One message as it leaves the house. */
export type Letter = {
  /** Ours; whoever takes it may recognise a repeat by it. */
  id: string;
  /** An address, a chat, an endpoint or a number. */
  to: string;
  /** Web push: the browser's public key and secret, base64url. */
  keys: PushKeys | null;
  /** Who speaks, as members know them. */
  from: string;
  language: string;
  title: string;
  body: string;
  /** Where to look: a whole address. */
  link: string | null;
  /** How to hear no more of it; null: it cannot be switched off. */
  unsubscribe: { url: string; words: string } | null;
};

export type PushKeys = { p256dh: string; auth: string };

/** What became of it. */
export type Outcome =
  | { kind: "SENT"; providerId: string | null; delivered: boolean }
  /** It was certainly not taken; it may be after a while. */
  | { kind: "LATER"; reason: string; afterMs: number | null }
  /** Whether it was taken is not known. */
  | { kind: "UNKNOWN"; reason: string }
  /** It will never be taken. */
  | { kind: "REFUSED"; reason: string }
  /** Nobody is there any more. */
  | { kind: "GONE"; reason: string };

export type Channel = {
  /** Does whoever takes it recognise a message that comes twice? */
  knowsRepeats: boolean;
  send(letter: Letter): Promise<Outcome>;
  /** Does it work? Null, or what is wrong. */
  test(): Promise<string | null>;
};

/** Those that are configured. */
export type Channels = {
  EMAIL?: Channel;
  TELEGRAM?: Channel & TelegramInbox;
  PUSH?: Channel & PushDoor;
  SMS?: Channel;
};

/** What people wrote to the bot. */
export type TelegramInbox = {
  /** As people find it: `https://t.me/…`. Null when its name is not known. */
  botUrl: string | null;
  /** Messages from this number on, oldest first, at most a hundred. */
  read(offset: bigint): Promise<TelegramNews[]>;
};
export type TelegramNews = { number: bigint; chat: string; text: string };

/** What a browser needs before it can be pushed to, and whom it may name. */
export type PushDoor = {
  /** Of the sender, base64url. */
  publicKey: string;
  /** Is the endpoint one of a push service we send to? Anything else could be a machine of our own house. */
  takes(endpoint: string): boolean;
};

/** The whole text where a channel has no place for a title of its own. */
export function plainText({ title, body, link, unsubscribe }: Letter): string {
  return [title, body, link, unsubscribe && `${unsubscribe.words} ${unsubscribe.url}`].filter(Boolean).join("\n\n");
}
