import { notFound } from "next/navigation";
import { ifAllowed } from "#portal/lib/allowed.ts";
import { read } from "#portal/lib/read.ts";
import type { Search } from "#portal/lib/search-params.ts";
import { NoPermission } from "#portal/ui/states.tsx";
import { ActivityDesk } from "#portal/views/shared/activities/desk.tsx";
import { RewardActivity } from "#portal/views/shared/activities/reward.tsx";
import { activitiesPath, type House } from "#portal/views/shared/activities/types.ts";
import { houseIn } from "#portal/views/shared/campaigns/house.ts";
import { mayDo } from "#portal/views/shared/campaigns/types.ts";
import { activityDesk } from "#schema/documents.ts";

type PageProps = { shell: House["shell"]; search: Search };

/** What both shells show at their activities' addresses. */
export async function ActivitiesPage({ shell, search }: PageProps) {
  const house = await houseIn(shell);
  const answer = await ifAllowed(read(activityDesk, { after: search["after"] ?? null }));
  if (!answer) return <NoPermission homeHref={`/${shell}`} />;
  return <ActivityDesk answer={answer} house={house} search={search} />;
}

export async function RewardActivityPage({ shell, search }: PageProps) {
  const house = await houseIn(shell);
  if (!mayDo(house, "draft")) return <NoPermission homeHref={activitiesPath(house)} />;
  const answer = await ifAllowed(read(activityDesk, { after: null }));
  if (!answer) return <NoPermission homeHref={`/${shell}`} />;
  const kind = answer.activityKinds.find(({ code, retiredAt }) => code === search["kind"] && !retiredAt);
  if (!kind) notFound();
  return <RewardActivity kind={kind} house={house} />;
}
