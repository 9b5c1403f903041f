import "server-only";
import { getTranslations } from "next-intl/server";
import { getTexts } from "#portal/lib/texts.ts";
import { said } from "#portal/views/shared/campaigns/words.ts";
import type { ChallengeRow } from "#portal/views/shared/challenges/types.ts";

/** "3 different partners" */
export async function goalWords({ goalKind, goal }: Pick<ChallengeRow, "goalKind" | "goal">): Promise<string> {
  const t = await getTranslations("challengeDesk");
  const texts = await getTexts();
  if (goalKind !== "SPEND") return t(goalKind, { goal: Number(goal), shown: texts.decimal(goal) });
  return t(goalKind, { money: texts.money({ amount: goal, currencyCode: texts.currencyCode }) });
}

type Gives = Pick<ChallengeRow, "points" | "badge" | "tickets" | "couponName">;

/** What reaching it gives, one thing after the other. */
export async function givesOf({ points, badge, tickets, couponName }: Gives): Promise<string[]> {
  const t = await getTranslations("challenges");
  const texts = await getTexts();
  return [
    points > 0 ? t("gives", { count: points, points: texts.points(points) }) : null,
    badge ? t("badge", { name: said(badge.name, texts.locale) }) : null,
    couponName ? t("coupon", { name: said(couponName, texts.locale) }) : null,
    tickets > 0 ? t("givesTickets", { tickets, shown: texts.points(tickets) }) : null,
  ].filter((one) => one !== null);
}
