import type { Messages } from "#portal/i18n/messages.ts";
import { moreLinks } from "#portal/views/member/more/links.ts";

export type Shell = "member" | "partner" | "operator";

/** `letter`: pressed after `g`, goes there. `holds`: pages that belong to it and live elsewhere. */
export type Section = {
  name: keyof Messages["sections"];
  href: string;
  letter: string;
  holds?: string[];
  /** Sections of one group stand together under its name. */
  group?: keyof Messages["sectionGroups"];
};

const moreHolds = Object.values(moreLinks).flatMap((links) => links.map(({ href }) => href));

export const sections: Record<Shell, Section[]> = {
  member: [
    { name: "home", href: "/me", letter: "h" },
    { name: "offers", href: "/me/offers", letter: "o", holds: ["/me/coupons"] },
    { name: "card", href: "/me/card", letter: "c" },
    { name: "wallet", href: "/me/history", letter: "w", holds: ["/me/entries", "/me/expiry"] },
    // Whatever has no tab of its own.
    { name: "more", href: "/me/more", letter: "m", holds: moreHolds },
  ],
  partner: [
    { name: "overview", href: "/partner", letter: "o", group: "trade" },
    { name: "transactions", href: "/partner/transactions", letter: "t", group: "trade" },
    { name: "claims", href: "/partner/claims", letter: "z", group: "trade" },
    { name: "campaigns", href: "/partner/campaigns", letter: "m", group: "marketing" },
    { name: "offerings", href: "/partner/offers", letter: "y", group: "marketing" },
    { name: "rewards", href: "/partner/rewards", letter: "w", group: "marketing" },
    { name: "challenges", href: "/partner/challenges", letter: "h", group: "marketing" },
    { name: "activities", href: "/partner/activities", letter: "i", group: "marketing" },
    {
      name: "customers",
      href: "/partner/customers",
      letter: "b",
      holds: ["/partner/segments"],
      group: "marketing",
    },
    { name: "analytics", href: "/partner/analytics", letter: "q", group: "marketing" },
    { name: "journeys", href: "/partner/journeys", letter: "j", group: "marketing" },
    {
      name: "events",
      href: "/partner/events",
      letter: "e",
      holds: ["/partner/clubs"],
      group: "marketing",
    },
    {
      name: "position",
      href: "/partner/position",
      letter: "n",
      holds: ["/partner/entries"],
      group: "clearing",
    },
    { name: "statements", href: "/partner/statements", letter: "s", group: "clearing" },
    { name: "settlement", href: "/partner/settlement", letter: "p", group: "clearing" },
    { name: "disputes", href: "/partner/disputes", letter: "d", group: "clearing" },
    {
      name: "reconciliation",
      href: "/partner/reconciliation",
      letter: "r",
      group: "clearing",
    },
    { name: "liability", href: "/partner/liability", letter: "l", group: "house" },
    { name: "contract", href: "/partner/contract", letter: "c", group: "house" },
    { name: "exports", href: "/partner/exports", letter: "f", group: "house" },
    { name: "audit", href: "/partner/audit", letter: "a", group: "house" },
  ],
  operator: [
    { name: "queue", href: "/operator", letter: "w", group: "work" },
    { name: "approvals", href: "/operator/approvals", letter: "a", group: "work" },
    {
      name: "cycles",
      href: "/operator/cycles",
      letter: "c",
      group: "clearing",
      holds: ["/operator/statements"],
    },
    { name: "settlement", href: "/operator/settlement", letter: "s", group: "clearing" },
    {
      name: "reconciliation",
      href: "/operator/reconciliation",
      letter: "r",
      group: "clearing",
    },
    { name: "disputes", href: "/operator/disputes", letter: "d", group: "clearing" },
    { name: "network", href: "/operator/network", letter: "o", group: "coalition" },
    { name: "partners", href: "/operator/partners", letter: "p", group: "coalition" },
    { name: "claims", href: "/operator/claims", letter: "z", group: "work" },
    { name: "members", href: "/operator/members", letter: "m", group: "coalition" },
    { name: "coupons", href: "/operator/coupons", letter: "u", group: "programme" },
    { name: "draws", href: "/operator/draws", letter: "t", group: "programme" },
    { name: "rewards", href: "/operator/rewards", letter: "n", group: "programme" },
    { name: "challenges", href: "/operator/challenges", letter: "j", group: "programme" },
    { name: "activities", href: "/operator/activities", letter: "1", group: "programme" },
    { name: "segments", href: "/operator/segments", letter: "i", group: "programme" },
    { name: "analytics", href: "/operator/analytics", letter: "q", group: "coalition" },
    { name: "referrals", href: "/operator/referrals", letter: "y", group: "programme" },
    { name: "campaigns", href: "/operator/campaigns", letter: "k", group: "programme" },
    { name: "journeys", href: "/operator/journeys", letter: "g", group: "programme" },
    {
      name: "tiers",
      href: "/operator/tiers",
      letter: "h",
      holds: ["/operator/plans", "/operator/clubs", "/operator/events"],
      group: "programme",
    },
    { name: "rules", href: "/operator/rules", letter: "f", group: "coalition" },
    {
      name: "entries",
      href: "/operator/entries",
      letter: "e",
      group: "books",
      holds: ["/operator/accounts"],
    },
    { name: "ownMoney", href: "/operator/money", letter: "b", group: "books" },
    { name: "proofs", href: "/operator/proofs", letter: "v", group: "books" },
    { name: "audit", href: "/operator/audit", letter: "l", group: "books" },
    { name: "exports", href: "/operator/exports", letter: "x", group: "books" },
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
