import {
  Award,
  Bell,
  CalendarClock,
  Dices,
  Gift,
  HeartHandshake,
  type LucideIcon,
  ReceiptText,
  ShieldCheck,
  Store,
  Ticket,
  Trophy,
  UserPlus,
  UserRound,
} from "lucide-react";
import type { Messages } from "#portal/i18n/messages.ts";

/** A page that has no tab of its own: its words stand under `more` in messages/<language>/shell.json. */
export type MoreLink = { name: keyof Messages["more"]["links"]; href: string; icon: LucideIcon };

/** What the More page lists, in groups under their names. */
export const moreLinks: Record<keyof Messages["more"]["groups"], readonly MoreLink[]> = {
  points: [
    { name: "privileges", href: "/me/privileges", icon: Award },
    { name: "expiry", href: "/me/expiry", icon: CalendarClock },
    { name: "proof", href: "/me/proof", icon: ShieldCheck },
  ],
  fun: [
    { name: "rewards", href: "/me/rewards", icon: Gift },
    { name: "draws", href: "/me/draws", icon: Dices },
    { name: "challenges", href: "/me/challenges", icon: Trophy },
    { name: "coupons", href: "/me/coupons", icon: Ticket },
  ],
  people: [
    { name: "friends", href: "/me/referral", icon: UserPlus },
    { name: "gifts", href: "/me/gifts", icon: Gift },
    { name: "donate", href: "/me/donate", icon: HeartHandshake },
  ],
  help: [
    { name: "claims", href: "/me/claims", icon: ReceiptText },
    { name: "partners", href: "/me/partners", icon: Store },
  ],
  me: [
    { name: "inbox", href: "/me/inbox", icon: Bell },
    { name: "profile", href: "/me/profile", icon: UserRound },
  ],
};
