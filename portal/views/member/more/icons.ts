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
import type { MoreLink } from "./links.ts";

/** The sign of each page; drawn on the server alone. */
export const moreIcons: Readonly<Record<MoreLink["name"], LucideIcon>> = {
  privileges: Award,
  expiry: CalendarClock,
  proof: ShieldCheck,
  rewards: Gift,
  draws: Dices,
  challenges: Trophy,
  coupons: Ticket,
  friends: UserPlus,
  gifts: Gift,
  donate: HeartHandshake,
  claims: ReceiptText,
  partners: Store,
  inbox: Bell,
  profile: UserRound,
};
