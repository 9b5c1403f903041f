import {
  ArrowLeftRight,
  CalendarClock,
  ClipboardCheck,
  FileText,
  Gauge,
  History,
  House,
  IdCard,
  ListOrdered,
  type LucideIcon,
  RefreshCcw,
  Scale,
  Store,
  Users,
} from "lucide-react";
import type { Messages } from "#portal/i18n/messages.ts";

export type Shell = "member" | "partner" | "operator";

/** `letter`: pressed after `g`, goes there. `holds`: pages that belong to it and live elsewhere. */
export type Section = {
  name: keyof Messages["sections"];
  href: string;
  icon: LucideIcon;
  letter: string;
  holds?: string;
};

export const sections: Record<Shell, Section[]> = {
  member: [
    { name: "home", href: "/me", icon: House, letter: "h" },
    { name: "history", href: "/me/history", icon: History, letter: "i", holds: "/me/entries" },
    { name: "card", href: "/me/card", icon: IdCard, letter: "c" },
    { name: "expiry", href: "/me/expiry", icon: CalendarClock, letter: "e" },
  ],
  partner: [
    { name: "overview", href: "/partner", icon: Gauge, letter: "o" },
    { name: "transactions", href: "/partner/transactions", icon: ArrowLeftRight, letter: "t" },
    { name: "position", href: "/partner/position", icon: Scale, letter: "n", holds: "/partner/entries" },
    { name: "statements", href: "/partner/statements", icon: FileText, letter: "s" },
  ],
  operator: [
    { name: "overview", href: "/operator", icon: Gauge, letter: "o" },
    { name: "cycles", href: "/operator/cycles", icon: RefreshCcw, letter: "c", holds: "/operator/statements" },
    { name: "approvals", href: "/operator/approvals", icon: ClipboardCheck, letter: "a" },
    { name: "partners", href: "/operator/partners", icon: Store, letter: "p" },
    { name: "members", href: "/operator/members", icon: Users, letter: "m" },
    { name: "entries", href: "/operator/entries", icon: ListOrdered, letter: "e" },
  ],
};

/** The section a path belongs to: the longest address that begins it. */
export function currentSection(shell: Shell, path: string): Section | undefined {
  const begins = (address: string | undefined) => address !== undefined && `${path}/`.startsWith(`${address}/`);
  return (
    sections[shell].find(({ holds }) => begins(holds)) ??
    sections[shell].filter(({ href }) => begins(href)).sort((a, b) => b.href.length - a.href.length)[0]
  );
}
