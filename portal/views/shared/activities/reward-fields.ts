import type { getTranslations } from "next-intl/server";
import type { FormSection } from "#portal/ui/deed-form.tsx";

type Say = Awaited<ReturnType<typeof getTranslations<"activities">>>;
type Clock = { zone: string; wall: (instant: string) => string };

/** What it asks about rewarding a kind of activity: how much, how often, from when. */
export function rewardSections(t: Say, { zone, wall }: Clock): FormSection[] {
  return [
    {
      title: t("howMuch"),
      columns: 2,
      fields: [
        { kind: "whole", name: "points", label: t("pointsEach"), required: true },
        { kind: "decimal", name: "atLeast", label: t("atLeast"), hint: t("atLeastHint") },
      ],
    },
    {
      title: t("limits"),
      note: t("limitsNote"),
      columns: 2,
      fields: [
        { kind: "decimal", name: "timesAMonth", label: t("timesAMonth"), hint: t("timesHint") },
        { kind: "decimal", name: "budget", label: t("budget"), hint: t("budgetHint"), required: true },
      ],
    },
    {
      title: t("whenTitle"),
      columns: 2,
      fields: [
        {
          kind: "instant",
          zone,
          name: "startsAt",
          label: t("startsAt"),
          required: true,
          value: wall(new Date().toISOString()),
        },
        { kind: "instant", zone, name: "endsAt", label: t("endsAt") },
      ],
    },
  ];
}
