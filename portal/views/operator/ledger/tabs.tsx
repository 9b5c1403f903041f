import { getTranslations } from "next-intl/server";
import { Tabs } from "#portal/ui/tabs.tsx";

export const ACCOUNTS = "/operator/accounts";

/** The ledger as what happened, and as where everything stands. */
export async function LedgerTabs({ current }: { current: "entries" | "accounts" }) {
  const t = await getTranslations("ledger");
  return (
    <Tabs
      label={t("tabs")}
      tabs={[
        { href: "/operator/entries", name: t("tabEntries"), current: current === "entries" },
        { href: ACCOUNTS, name: t("tabAccounts"), current: current === "accounts" },
      ]}
    />
  );
}
