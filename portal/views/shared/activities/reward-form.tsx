"use client";

import { DeedForm, type DeedFormProps } from "#portal/ui/deed-form.tsx";
import { type Rewarded, type Rewarding, rewardDefinition } from "#portal/views/shared/activities/reward-draft.ts";
import { draftCampaign } from "#schema/documents.ts";

type FormProps = Pick<DeedFormProps<unknown>, "sections" | "confirm" | "done" | "backHref"> & {
  path: string;
  rewarded: Rewarded;
};

/** What the form holds goes as the campaign that says it. */
export function RewardForm({ path, rewarded, ...form }: FormProps) {
  return (
    <DeedForm
      {...form}
      operation={draftCampaign}
      input={{}}
      takes={{ key: true }}
      leadsTo={{ noun: "version.campaign", path }}
      compose={(filled) => ({ definition: rewardDefinition(filled as Rewarding, rewarded) })}
    />
  );
}
