import { getTranslations } from "next-intl/server";
import { Tabs } from "#portal/ui/tabs.tsx";

export type PrivilegesShell = "operator" | "partner";

const pages = { operator: ["tiers", "plans", "clubs", "events"], partner: ["events", "clubs"] } as const;
export type PrivilegesPage = (typeof pages)["operator"][number];

/** Tiers, plans, clubs and events; the first two are the operator's alone. */
export async function PrivilegesTabs({ shell, current }: { shell: PrivilegesShell; current: PrivilegesPage }) {
  const t = await getTranslations("privilegeDesk");
  return (
    <Tabs
      label={t("tabs")}
      tabs={pages[shell].map((page) => ({
        href: `/${shell}/${page}`,
        name: t(`tab_${page}`),
        current: page === current,
      }))}
    />
  );
}
