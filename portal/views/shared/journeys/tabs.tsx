import { getTranslations } from "next-intl/server";
import { Tabs } from "#portal/ui/tabs.tsx";
import { type House, journeysPath } from "#portal/views/shared/journeys/types.ts";

/** Journeys, what they send, and what became of it. */
export async function JourneyTabs({ house, now }: { house: House; now: "journeys" | "templates" | "log" }) {
  const t = await getTranslations("journeys");
  const path = journeysPath(house);
  const tabs = [
    { href: path, name: t("title"), current: now === "journeys" },
    { href: `${path}/templates`, name: t("templates"), current: now === "templates" },
    { href: `${path}/messages`, name: t("log"), current: now === "log" },
  ];
  return <Tabs label={t("title")} tabs={tabs} />;
}
