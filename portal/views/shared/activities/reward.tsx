import { getTranslations } from "next-intl/server";
import { getTexts } from "#portal/lib/texts.ts";
import type { FormSection } from "#portal/ui/deed-form.tsx";
import { PageHead } from "#portal/ui/page.tsx";
import { Trail } from "#portal/ui/trail.tsx";
import { RewardForm } from "#portal/views/shared/activities/reward-form.tsx";
import { type ActivityKind, activitiesPath, type House } from "#portal/views/shared/activities/types.ts";
import { campaignsPath } from "#portal/views/shared/campaigns/types.ts";
import { said } from "#portal/views/shared/campaigns/words.ts";
import { wallOf } from "#portal/views/shared/wall.ts";

/** How much a kind of activity gives and how often: the draft of a campaign that somebody else then looks at. */
export async function RewardActivity({ kind, house }: { kind: ActivityKind; house: House }) {
  const t = await getTranslations("activities");
  const { locale } = await getTexts();
  const name = said(kind.name, locale);
  const path = activitiesPath(house);
  return (
    <>
      <Trail crumbs={[{ name: t("title"), href: path }]} here={name} />
      <PageHead title={t("rewardTitle", { name })} lead={t(`rewardLead_${house.shell}`)} />
      <RewardForm
        sections={await sectionsOf()}
        confirm={t("rewardDraft")}
        done={t("rewardDrafted")}
        backHref={path}
        path={campaignsPath(house)}
        rewarded={{ code: kind.code, name: kind.name, payer: house.shell === "partner" ? "ISSUER" : "OPERATOR" }}
      />
    </>
  );
}

async function sectionsOf(): Promise<FormSection[]> {
  const t = await getTranslations("activities");
  const { zone, wall } = wallOf(await getTexts());
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
        { kind: "text", name: "timesAMonth", label: t("timesAMonth"), hint: t("timesHint") },
        { kind: "text", name: "budget", label: t("budget"), hint: t("budgetHint"), required: true },
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
