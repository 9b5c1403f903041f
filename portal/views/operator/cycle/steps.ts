import "server-only";
import { getTranslations } from "next-intl/server";
import type { CycleHead } from "#portal/lib/cycle.ts";
import { getTexts } from "#portal/lib/texts.ts";
import type { Step } from "#portal/ui/stepper.tsx";

export type Names = (actor: string | null) => string;

const way = ["OPEN", "CLOSING", "NETTED", "IN_REVIEW", "APPROVED", "SETTLING", "SETTLED"] as const;

/** The way of a cycle, with who took each step and when. */
export async function cycleSteps(cycle: CycleHead, names: Names): Promise<Step[]> {
  const t = await getTranslations("operator");
  const texts = await getTexts();
  const standing = cycle.state === "SETTLED_WITH_DEFAULT" ? "SETTLED" : cycle.state;
  const now = way.indexOf(standing);
  const signed = (actor: string | null, at: string | null) =>
    actor && at ? t("bySomeone", { name: names(actor), at: texts.instant(at) }) : null;
  const details = {
    OPEN: t("untilDate", { date: texts.date(cycle.cutoffAt) }),
    CLOSING: signed(cycle.closedBy, cycle.closedAt),
    APPROVED: signed(cycle.approvedBy, cycle.approvedAt),
  } as Partial<Record<(typeof way)[number], string | null>>;
  return way.map((step, index) => ({
    name: t(`step${step}`),
    detail: details[step],
    place: index < now || standing === "SETTLED" ? "done" : index === now ? "now" : "ahead",
  }));
}
