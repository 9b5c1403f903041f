import {
  ArrowLeftRight,
  Award,
  Banknote,
  CalendarClock,
  ChartColumn,
  ClipboardCheck,
  ContactRound,
  Dices,
  FileDown,
  FileText,
  Gauge,
  Gavel,
  Gift,
  GitCompareArrows,
  Handshake,
  House,
  IdCard,
  Landmark,
  LayoutGrid,
  ListChecks,
  ListOrdered,
  type LucideIcon,
  Megaphone,
  ReceiptText,
  RefreshCcw,
  Route,
  Scale,
  ScrollText,
  ShieldCheck,
  SlidersHorizontal,
  Sparkles,
  Store,
  Target,
  Trophy,
  UserPlus,
  Users,
  Wallet,
} from "lucide-react";
import type { Messages } from "#portal/i18n/messages.ts";
import { moreLinks } from "#portal/views/member/more/links.ts";

export type Shell = "member" | "partner" | "operator";

/** `letter`: pressed after `g`, goes there. `holds`: pages that belong to it and live elsewhere. */
export type Section = {
  name: keyof Messages["sections"];
  href: string;
  icon: LucideIcon;
  letter: string;
  holds?: string[];
  /** Sections of one group stand together under its name. */
  group?: keyof Messages["sectionGroups"];
};

const moreHolds = Object.values(moreLinks).flatMap((links) => links.map(({ href }) => href));

export const sections: Record<Shell, Section[]> = {
  member: [
    { name: "home", href: "/me", icon: House, letter: "h" },
    { name: "offers", href: "/me/offers", icon: Sparkles, letter: "o", holds: ["/me/coupons"] },
    { name: "card", href: "/me/card", icon: IdCard, letter: "c" },
    { name: "wallet", href: "/me/history", icon: Wallet, letter: "w", holds: ["/me/entries", "/me/expiry"] },
    // Whatever has no tab of its own.
    { name: "more", href: "/me/more", icon: LayoutGrid, letter: "m", holds: moreHolds },
  ],
  partner: [
    { name: "overview", href: "/partner", icon: Gauge, letter: "o", group: "trade" },
    { name: "transactions", href: "/partner/transactions", icon: ArrowLeftRight, letter: "t", group: "trade" },
    { name: "claims", href: "/partner/claims", icon: ReceiptText, letter: "z", group: "trade" },
    { name: "campaigns", href: "/partner/campaigns", icon: Megaphone, letter: "m", group: "marketing" },
    { name: "offerings", href: "/partner/offers", icon: Sparkles, letter: "y", group: "marketing" },
    { name: "rewards", href: "/partner/rewards", icon: Gift, letter: "w", group: "marketing" },
    {
      name: "customers",
      href: "/partner/customers",
      icon: ContactRound,
      letter: "b",
      holds: ["/partner/segments"],
      group: "marketing",
    },
    { name: "analytics", href: "/partner/analytics", icon: ChartColumn, letter: "q", group: "marketing" },
    { name: "journeys", href: "/partner/journeys", icon: Route, letter: "j", group: "marketing" },
    {
      name: "events",
      href: "/partner/events",
      icon: Award,
      letter: "e",
      holds: ["/partner/clubs"],
      group: "marketing",
    },
    {
      name: "position",
      href: "/partner/position",
      icon: Scale,
      letter: "n",
      holds: ["/partner/entries"],
      group: "clearing",
    },
    { name: "statements", href: "/partner/statements", icon: FileText, letter: "s", group: "clearing" },
    { name: "settlement", href: "/partner/settlement", icon: Banknote, letter: "p", group: "clearing" },
    { name: "disputes", href: "/partner/disputes", icon: Gavel, letter: "d", group: "clearing" },
    {
      name: "reconciliation",
      href: "/partner/reconciliation",
      icon: GitCompareArrows,
      letter: "r",
      group: "clearing",
    },
    { name: "liability", href: "/partner/liability", icon: CalendarClock, letter: "l", group: "house" },
    { name: "contract", href: "/partner/contract", icon: Handshake, letter: "c", group: "house" },
    { name: "exports", href: "/partner/exports", icon: FileDown, letter: "f", group: "house" },
    { name: "audit", href: "/partner/audit", icon: ScrollText, letter: "a", group: "house" },
  ],
  operator: [
    { name: "queue", href: "/operator", icon: ListChecks, letter: "w", group: "work" },
    { name: "approvals", href: "/operator/approvals", icon: ClipboardCheck, letter: "a", group: "work" },
    {
      name: "cycles",
      href: "/operator/cycles",
      icon: RefreshCcw,
      letter: "c",
      group: "clearing",
      holds: ["/operator/statements"],
    },
    { name: "settlement", href: "/operator/settlement", icon: Banknote, letter: "s", group: "clearing" },
    {
      name: "reconciliation",
      href: "/operator/reconciliation",
      icon: GitCompareArrows,
      letter: "r",
      group: "clearing",
    },
    { name: "disputes", href: "/operator/disputes", icon: Gavel, letter: "d", group: "clearing" },
    { name: "network", href: "/operator/network", icon: Gauge, letter: "o", group: "coalition" },
    { name: "partners", href: "/operator/partners", icon: Store, letter: "p", group: "coalition" },
    { name: "claims", href: "/operator/claims", icon: ReceiptText, letter: "z", group: "work" },
    { name: "members", href: "/operator/members", icon: Users, letter: "m", group: "coalition" },
    { name: "coupons", href: "/operator/coupons", icon: Sparkles, letter: "u", group: "programme" },
    { name: "draws", href: "/operator/draws", icon: Dices, letter: "t", group: "programme" },
    { name: "rewards", href: "/operator/rewards", icon: Gift, letter: "n", group: "programme" },
    { name: "challenges", href: "/operator/challenges", icon: Trophy, letter: "j", group: "programme" },
    { name: "segments", href: "/operator/segments", icon: Target, letter: "i", group: "programme" },
    { name: "analytics", href: "/operator/analytics", icon: ChartColumn, letter: "q", group: "coalition" },
    { name: "referrals", href: "/operator/referrals", icon: UserPlus, letter: "y", group: "programme" },
    { name: "campaigns", href: "/operator/campaigns", icon: Megaphone, letter: "k", group: "programme" },
    { name: "journeys", href: "/operator/journeys", icon: Route, letter: "g", group: "programme" },
    {
      name: "tiers",
      href: "/operator/tiers",
      icon: Award,
      letter: "h",
      holds: ["/operator/plans", "/operator/clubs", "/operator/events"],
      group: "programme",
    },
    { name: "rules", href: "/operator/rules", icon: SlidersHorizontal, letter: "f", group: "coalition" },
    {
      name: "entries",
      href: "/operator/entries",
      icon: ListOrdered,
      letter: "e",
      group: "books",
      holds: ["/operator/accounts"],
    },
    { name: "ownMoney", href: "/operator/money", icon: Landmark, letter: "b", group: "books" },
    { name: "proofs", href: "/operator/proofs", icon: ShieldCheck, letter: "v", group: "books" },
    { name: "audit", href: "/operator/audit", icon: ScrollText, letter: "l", group: "books" },
    { name: "exports", href: "/operator/exports", icon: FileDown, letter: "x", group: "books" },
  ],
};

/** The section a path belongs to: the longest address that begins it. */
export function currentSection(shell: Shell, path: string): Section | undefined {
  const begins = (address: string) => `${path}/`.startsWith(`${address}/`);
  return (
    sections[shell].find(({ holds }) => holds?.some(begins)) ??
    sections[shell].filter(({ href }) => begins(href)).sort((a, b) => b.href.length - a.href.length)[0]
  );
}
