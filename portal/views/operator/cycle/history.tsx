import { getTranslations } from "next-intl/server";
import type { CycleProof } from "#portal/lib/cycle.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { Panel } from "#portal/ui/page.tsx";
import { Status } from "#portal/ui/status.tsx";
import { Timeline } from "#portal/ui/timeline.tsx";

type HistoryProps = { steps: CycleProof["steps"]; names: (actor: string | null) => string };

/** Every step the cycle took: who, when, why, and on whose second yes. */
export async function CycleHistory({ steps, names }: HistoryProps) {
  const t = await getTranslations("clearing");
  const operator = await getTranslations("operator");
  const texts = await getTexts();
  if (steps.length === 0) return null;
  return (
    <Panel title={t("stepsTitle")}>
      <Timeline
        label={t("stepsTitle")}
        moments={steps.map((step) => ({
          id: step.id,
          title: <Status state={step.to} />,
          when: [
            operator("bySomeone", { name: names(step.by), at: texts.instant(step.takenAt) }),
            ...(step.approval?.decidedBy ? [t("secondPerson", { name: names(step.approval.decidedBy) })] : []),
          ].join(" · "),
          note: step.reason ? `“${step.reason}”` : null,
        }))}
      />
    </Panel>
  );
}
