import "server-only";
import { getTranslations } from "next-intl/server";
import type { CycleHead, CycleProof } from "#portal/lib/cycle.ts";
import { getTexts } from "#portal/lib/texts.ts";
import type { Step } from "#portal/ui/stepper.tsx";

export type Names = (actor: string | null) => string;

const way = ["OPEN", "CLOSING", "NETTED", "IN_REVIEW", "APPROVED", "SETTLING", "SETTLED"] as const;

/** The way of a cycle, with who took each step and when; what was reopened has its latest step there. */
export async function cycleSteps(cycle: CycleHead, { steps }: CycleProof, names: Names): Promise<Step[]> {
  const t = await getTranslations("operator");
  const texts = await getTexts();
  const standing =
    cycle.state === "SETTLED_WITH_DEFAULT" ? "SETTLED" : cycle.state === "CORRECTING" ? "CLOSING" : cycle.state;
  const now = way.indexOf(standing);
  const taken = new Map(steps.map((step) => [step.to, step]));
  const signed = (state: string) => {
    const step = taken.get(state);
    return step ? t("bySomeone", { name: names(step.by), at: texts.instant(step.takenAt) }) : null;
  };
  const reached = (index: number) => index < now || standing === "SETTLED";
  return way.map((step, index) => ({
    name: t(`step${step}`),
    detail:
      step === "OPEN"
        ? t("untilDate", { date: texts.date(cycle.cutoffAt) })
        : reached(index) || index === now
          ? signed(step === "SETTLED" && taken.has("SETTLED_WITH_DEFAULT") ? "SETTLED_WITH_DEFAULT" : step)
          : null,
    place: reached(index) ? "done" : index === now ? "now" : "ahead",
  }));
}
