import { getTranslations } from "next-intl/server";
import { Tabs } from "#portal/ui/tabs.tsx";

/** All partners as an index, and as what the coalition could lose by them. */
export async function PartnersTabs({ current }: { current: "" | "/risk" | "/velocity" }) {
  const t = await getTranslations("risk");
  const velocity = await getTranslations("velocity");
  const tabs = [
    ["", t("tabIndex")],
    ["/risk", t("exposuresTitle")],
    ["/velocity", velocity("tab")],
  ] as const;
  return (
    <Tabs
      label={t("tabs")}
      tabs={tabs.map(([suffix, name]) => ({
        href: `/operator/partners${suffix}`,
        name,
        current: suffix === current,
      }))}
    />
  );
}
