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

/** `letter`: pressed after `g`, goes there. */
export type Section = { name: keyof Messages["sections"]; href: string; icon: LucideIcon; letter: string };

export const sections: Record<Shell, Section[]> = {
  member: [
    { name: "home", href: "/me", icon: House, letter: "h" },
    { name: "history", href: "/me/history", icon: History, letter: "i" },
    { name: "card", href: "/me/card", icon: IdCard, letter: "c" },
    { name: "expiry", href: "/me/expiry", icon: CalendarClock, letter: "e" },
  ],
  partner: [
    { name: "overview", href: "/partner", icon: Gauge, letter: "o" },
    { name: "transactions", href: "/partner/transactions", icon: ArrowLeftRight, letter: "t" },
    { name: "position", href: "/partner/position", icon: Scale, letter: "n" },
    { name: "statements", href: "/partner/statements", icon: FileText, letter: "s" },
  ],
  operator: [
    { name: "overview", href: "/operator", icon: Gauge, letter: "o" },
    { name: "cycles", href: "/operator/cycles", icon: RefreshCcw, letter: "c" },
    { name: "approvals", href: "/operator/approvals", icon: ClipboardCheck, letter: "a" },
    { name: "partners", href: "/operator/partners", icon: Store, letter: "p" },
    { name: "members", href: "/operator/members", icon: Users, letter: "m" },
    { name: "entries", href: "/operator/entries", icon: ListOrdered, letter: "e" },
  ],
};

/** The section a path belongs to: the longest address that begins it. */
export function currentSection(shell: Shell, path: string): Section | undefined {
  return sections[shell]
    .filter((section) => path === section.href || path.startsWith(`${section.href}/`))
    .sort((a, b) => b.href.length - a.href.length)[0];
}
