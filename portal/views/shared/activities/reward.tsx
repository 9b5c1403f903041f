import { getTranslations } from "next-intl/server";
import { getTexts } from "#portal/lib/texts.ts";
import { PageHead } from "#portal/ui/page.tsx";
import { Trail } from "#portal/ui/trail.tsx";
import { rewardSections } from "#portal/views/shared/activities/reward-fields.ts";
import { RewardForm } from "#portal/views/shared/activities/reward-form.tsx";
import { type ActivityKind, activitiesPath, type House } from "#portal/views/shared/activities/types.ts";
import { campaignsPath } from "#portal/views/shared/campaigns/types.ts";
import { said } from "#portal/views/shared/campaigns/words.ts";
import { wallOf } from "#portal/views/shared/wall.ts";

/** How much a kind of activity gives and how often: the draft of a campaign that somebody else then looks at. */
export async function RewardActivity({ kind, house }: { kind: ActivityKind; house: House }) {
  const t = await getTranslations("activities");
  const texts = await getTexts();
  const name = said(kind.name, texts.locale);
  const path = activitiesPath(house);
  return (
    <>
      <Trail crumbs={[{ name: t("title"), href: path }]} here={name} />
      <PageHead title={t("rewardTitle", { name })} lead={t(`rewardLead_${house.shell}`)} />
      <RewardForm
        sections={rewardSections(t, wallOf(texts))}
        confirm={t("rewardDraft")}
        done={t("rewardDrafted")}
        backHref={path}
        path={campaignsPath(house)}
        rewarded={{ code: kind.code, name: kind.name, payer: house.shell === "partner" ? "ISSUER" : "OPERATOR" }}
      />
    </>
  );
}
