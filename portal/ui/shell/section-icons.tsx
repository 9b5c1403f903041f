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
  HandCoins,
  Handshake,
  House,
  IdCard,
  Landmark,
  LayoutGrid,
  ListChecks,
  ListOrdered,
  type LucideIcon,
  type LucideProps,
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
import type { ReactNode } from "react";
import { type Section, type Shell, sections } from "#portal/ui/shell/sections.ts";

/** The sign of each section. Apart from the sections, so that no page loads the signs of other shells. */
export const sectionIcons: Readonly<Partial<Record<Section["name"], LucideIcon>>> = {
  home: House,
  offers: Sparkles,
  card: IdCard,
  wallet: Wallet,
  more: LayoutGrid,
  overview: Gauge,
  transactions: ArrowLeftRight,
  claims: ReceiptText,
  campaigns: Megaphone,
  offerings: Sparkles,
  rewards: Gift,
  customers: ContactRound,
  analytics: ChartColumn,
  journeys: Route,
  events: Award,
  position: Scale,
  statements: FileText,
  settlement: Banknote,
  disputes: Gavel,
  reconciliation: GitCompareArrows,
  liability: CalendarClock,
  contract: Handshake,
  exports: FileDown,
  audit: ScrollText,
  queue: ListChecks,
  approvals: ClipboardCheck,
  cycles: RefreshCcw,
  network: Gauge,
  partners: Store,
  members: Users,
  coupons: Sparkles,
  draws: Dices,
  challenges: Trophy,
  activities: HandCoins,
  segments: Target,
  referrals: UserPlus,
  tiers: Award,
  rules: SlidersHorizontal,
  entries: ListOrdered,
  ownMoney: Landmark,
  proofs: ShieldCheck,
};

export function SectionSign({ name, ...looks }: { name: Section["name"] } & LucideProps) {
  const Icon = sectionIcons[name];
  return Icon ? <Icon {...looks} /> : null;
}

export type Signs = Readonly<Partial<Record<Section["name"], ReactNode>>>;

/** The signs of a shell, drawn on the server. */
export function signsOf(shell: Shell, className: string): Signs {
  return Object.fromEntries(
    sections[shell].map(({ name }) => [
      name,
      <SectionSign key={name} name={name} className={className} strokeWidth={1.9} aria-hidden="true" />,
    ]),
  );
}
