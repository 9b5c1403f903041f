import { getTranslations } from "next-intl/server";
import { Tabs } from "#portal/ui/tabs.tsx";

/** A partner's customers, and the segments it makes of them. */
export async function CustomerTabs({ current }: { current: "book" | "segments" }) {
  const t = await getTranslations("customers");
  return (
    <Tabs
      label={t("title")}
      tabs={[
        { href: "/partner/customers", name: t("book"), current: current === "book" },
        { href: "/partner/segments", name: t("segments"), current: current === "segments" },
      ]}
    />
  );
}
