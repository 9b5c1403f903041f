import { getTranslations } from "next-intl/server";
import { address } from "#portal/lib/search-params.ts";
import { Tabs } from "#portal/ui/tabs.tsx";

export const VELOCITY = "/operator/partners/velocity";

/** Cases that wait, cases that are over, and the rules that raise them. */
export async function VelocityTabs({ current }: { current: "waiting" | "over" | "rules" }) {
  const t = await getTranslations("velocity");
  const desk = await getTranslations("velocityDesk");
  return (
    <Tabs
      label={t("tabs")}
      tabs={[
        { href: VELOCITY, name: t("tabOpen"), current: current === "waiting" },
        { href: address(VELOCITY, { state: "over" }), name: t("tabOver"), current: current === "over" },
        { href: `${VELOCITY}/rules`, name: desk("tabRules"), current: current === "rules" },
      ]}
    />
  );
}
