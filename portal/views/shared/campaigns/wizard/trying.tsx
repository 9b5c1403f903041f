import { getTranslations } from "next-intl/server";
import { ButtonLink } from "#portal/ui/button.tsx";
import { SubmitCampaign } from "#portal/views/shared/campaigns/deeds.tsx";
import { Trials } from "#portal/views/shared/campaigns/trials.tsx";
import { type Campaign, campaignsPath, type House, mayDo, type Trial } from "#portal/views/shared/campaigns/types.ts";

type TryingProps = {
  campaign: Campaign;
  version: Campaign["versions"][number];
  trials: readonly Trial[];
  house: House;
};

/** Step 4: a try on real receipts, and the way to whoever reviews it. */
export async function Trying({ campaign, version, trials, house }: TryingProps) {
  const t = await getTranslations("campaigns");
  const page = `${campaignsPath(house)}/${campaign.id}`;
  return (
    <div className="grid gap-6">
      <Trials version={version} trials={trials} maySimulate={mayDo(house, "simulate")} />
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="text-ink-soft">{t("submitText")}</p>
        <span className="flex gap-2">
          <ButtonLink href={page}>{t("later")}</ButtonLink>
          <SubmitCampaign versionId={version.id} leadsTo={page} />
        </span>
      </div>
    </div>
  );
}
