import type { Windows } from "./windows.ts";

/** What rules may know about who buys, as it was before the receipt. What no rule asks for may be left out. */
export type MemberFacts = {
  memberId: string;
  /** Code of the tier; "" without one. */
  tier?: string;
  /** Code of the subscription plan; "" without one. */
  plan?: string;
  tags?: readonly string[];
  segments?: readonly string[];
  clubs?: readonly string[];
  /** Codes of offers that the member activated and that still run. */
  offers?: readonly string[];
  /** YYYY-MM-DD, or --MM-DD where the year is not known; null: not told. */
  birthday?: string | null;
  /** Local day of enrolment, YYYY-MM-DD. */
  enrolledOn?: string | null;
  /** Local day of the last purchase anywhere; null: never. */
  lastVisitOn?: string | null;
  windows?: Windows;
};

/** The facts about a member that a caller loads. */
export type MemberField = Exclude<keyof MemberFacts, "memberId" | "windows">;
