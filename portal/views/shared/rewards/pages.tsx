import { ifAllowed } from "#portal/lib/allowed.ts";
import { read } from "#portal/lib/read.ts";
import type { Search } from "#portal/lib/search-params.ts";
import { NoPermission } from "#portal/ui/states.tsx";
import { houseIn } from "#portal/views/shared/campaigns/house.ts";
import type { House } from "#portal/views/shared/campaigns/types.ts";
import { RewardDesk } from "#portal/views/shared/rewards/desk.tsx";
import { rewardDesk, rewardOrderByCode } from "#schema/documents.ts";

/** What both shells show at their rewards' addresses. */
export async function RewardsPage({ shell, search }: { shell: House["shell"]; search: Search }) {
  const { code = "", after = null } = search;
  const [house, answer] = await Promise.all([houseIn(shell), ifAllowed(read(rewardDesk, { after }))]);
  if (answer === null) return <NoPermission homeHref={`/${shell}`} />;
  const found = code === "" ? null : await ifAllowed(read(rewardOrderByCode, { code }));
  return <RewardDesk answer={answer} found={found?.rewardOrderByCode ?? null} house={house} search={search} />;
}
