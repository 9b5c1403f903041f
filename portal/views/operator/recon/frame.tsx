import { FileUp } from "lucide-react";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ButtonLink } from "#portal/ui/button.tsx";
import { PageHead } from "#portal/ui/page.tsx";
import { Tabs } from "#portal/ui/tabs.tsx";

export const RECON = "/operator/reconciliation";

const parts = [
  ["", "tabBoard"],
  ["/items", "tabItems"],
  ["/statements", "tabStatements"],
  ["/partner-files", "tabPartnerFiles"],
] as const;

type ReconFrameProps = { part: (typeof parts)[number][0]; children: ReactNode };

/** What every view of the reconciliation has in common. */
export async function ReconFrame({ part, children }: ReconFrameProps) {
  const t = await getTranslations("recon");
  const settlement = await getTranslations("settlement");
  return (
    <>
      <PageHead
        title={t("title")}
        lead={t("lead")}
        actions={
          <ButtonLink href="/operator/settlement/upload">
            <FileUp className="size-4" aria-hidden="true" />
            {settlement("upload")}
          </ButtonLink>
        }
      />
      <Tabs
        label={t("tabs")}
        tabs={parts.map(([suffix, name]) => ({ href: `${RECON}${suffix}`, name: t(name), current: suffix === part }))}
      />
      {children}
    </>
  );
}
