import type { Messages } from "#portal/i18n/messages.ts";

/** A page that has no tab of its own: its words stand under `more` in messages/<language>/shell.json. */
export type MoreLink = { name: keyof Messages["more"]["links"]; href: string };

/** What the More page lists, in groups under their names. */
export const moreLinks: Record<keyof Messages["more"]["groups"], readonly MoreLink[]> = {
  points: [
    { name: "privileges", href: "/me/privileges" },
    { name: "expiry", href: "/me/expiry" },
    { name: "proof", href: "/me/proof" },
  ],
  fun: [
    { name: "rewards", href: "/me/rewards" },
    { name: "draws", href: "/me/draws" },
    { name: "challenges", href: "/me/challenges" },
    { name: "coupons", href: "/me/coupons" },
  ],
  people: [
    { name: "friends", href: "/me/referral" },
    { name: "gifts", href: "/me/gifts" },
    { name: "donate", href: "/me/donate" },
  ],
  help: [
    { name: "claims", href: "/me/claims" },
    { name: "partners", href: "/me/partners" },
  ],
  me: [
    { name: "inbox", href: "/me/inbox" },
    { name: "profile", href: "/me/profile" },
  ],
};
