import { CalendarClock, type LucideIcon, ShieldCheck, Ticket } from "lucide-react";
import type { Messages } from "#portal/i18n/messages.ts";

/** A page that has no tab of its own: its words stand under `more` in messages/<language>/shell.json. */
export type MoreLink = { name: keyof Messages["more"]["links"]; href: string; icon: LucideIcon };

/** What the More page lists, in groups under their names. */
export const moreLinks: Record<keyof Messages["more"]["groups"], readonly MoreLink[]> = {
  points: [
    { name: "expiry", href: "/me/expiry", icon: CalendarClock },
    { name: "proof", href: "/me/proof", icon: ShieldCheck },
  ],
  fun: [{ name: "coupons", href: "/me/coupons", icon: Ticket }],
  people: [],
  help: [],
  me: [],
};
