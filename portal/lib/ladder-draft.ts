import type { Search } from "#portal/lib/search-params.ts";

type Words = { en: string; ru?: string | null; be?: string | null };
type Tier = { code: string; name: Words; from: number; benefits: { code: string; name: Words }[] };

/** A ladder as a form says it in the address: nothing is kept anywhere until somebody proposes it. */
export type LadderDraft = {
  counts: ("TIER_POINTS" | "POINTS" | "SPEND")[];
  period: "CALENDAR_YEAR" | "ROLLING_YEAR";
  protectionMonths: number;
  downgrade: "ONE_STEP" | "BY_BALANCE";
  tiers: Tier[];
};

export const TIERS_SHOWN = 5;
const counts = ["TIER_POINTS", "POINTS", "SPEND"] as const;

/** What the address says; what is not said there is as it is in force. */
export function ladderDraft(search: Search, inForce: LadderDraft | null): LadderDraft | null {
  if (search["period"] === undefined) return inForce;
  const tiers = Array.from({ length: TIERS_SHOWN }, (_none, nth) => tierAt(search, nth)).filter(
    (tier) => tier !== null,
  );
  const counted = counts.filter((count) => search[`counts_${count}`] === "on");
  return {
    counts: counted,
    period: search["period"] === "ROLLING_YEAR" ? "ROLLING_YEAR" : "CALENDAR_YEAR",
    protectionMonths: wholeOf(search["protection"]),
    downgrade: search["downgrade"] === "BY_BALANCE" ? "BY_BALANCE" : "ONE_STEP",
    tiers,
  };
}

function tierAt(search: Search, nth: number): Tier | null {
  const said = (name: string) => (search[`${name}_${nth}`] ?? "").trim();
  if (said("code") === "") return null;
  const benefits = said("benefits")
    .split("\n")
    .map((line) => line.split("|").map((part) => part.trim()))
    .flatMap(([code = "", en = "", ru = "", be = ""]) => (code && en ? [{ code, name: wordsOf(en, ru, be) }] : []));
  return {
    code: said("code"),
    name: wordsOf(said("en"), said("ru"), said("be")),
    from: wholeOf(said("from")),
    benefits,
  };
}

/** Benefits as the form shows them: a line each, the code and its words. */
export const benefitLines = (benefits: Tier["benefits"]): string =>
  benefits.map(({ code, name }) => [code, name.en, name.ru ?? "", name.be ?? ""].join(" | ")).join("\n");

const wordsOf = (en: string, ru: string, be: string): Words => ({ en, ...(ru ? { ru } : {}), ...(be ? { be } : {}) });
const wholeOf = (text: string | undefined): number => Number.parseInt((text ?? "0").replace(/\D/g, "") || "0", 10);
