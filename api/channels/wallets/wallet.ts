import { type AppleSettings, openAppleWallet } from "./apple-wallet.ts";
import { type GoogleSettings, openGoogleWallet } from "./google-wallet.ts";

/** A member's card as a telephone's wallet shows it. */
export type CardPass = {
  cardId: string;
  /** What the till reads: digits. */
  number: string;
  /** Whose points they are, and how they call them. */
  programme: string;
  holder: string;
  /** What stands over the points and over the holder's name, in the holder's language. */
  labels: { points: string; holder: string; asOf: string };
  /** As people read it. */
  points: string;
  asOf: Date;
  /** Where the member's own page is. */
  portalUrl: string;
};

/** The wallets this hub issues passes for. What is not configured is absent. */
export type Wallets = {
  /** A signed archive (.pkpass). */
  apple?: (pass: CardPass) => Uint8Array;
  /** A link under which Google keeps the pass. */
  google?: (pass: CardPass) => Promise<string>;
};

export type WalletSettings = { apple: AppleSettings | null; google: GoogleSettings | null };

/** Throws at once where a key or a certificate cannot be read. */
export function openWallets({ apple, google }: WalletSettings): Wallets {
  return {
    ...(apple ? { apple: openAppleWallet(apple) } : {}),
    ...(google ? { google: openGoogleWallet(google) } : {}),
  };
}
