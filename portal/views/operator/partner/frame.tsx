import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { categoryWords } from "#portal/lib/category-words.ts";
import { PageHead } from "#portal/ui/page.tsx";
import { Status } from "#portal/ui/status.tsx";
import { Tabs } from "#portal/ui/tabs.tsx";
import { Trail } from "#portal/ui/trail.tsx";

const parts = [
  ["", "tabPartner"],
  ["/risk", "tabRisk"],
  ["/terms", "tabTerms"],
] as const;

type Head = { id: string; name: string; code: string; category: string; status: string | null };
type PartnerFrameProps = { partner: Head; part: (typeof parts)[number][0]; actions?: ReactNode; children: ReactNode };

/** What every page of a partner has in common: who it is, where it stands, and its other parts. */
export async function PartnerFrame({ partner, part, actions, children }: PartnerFrameProps) {
  const t = await getTranslations("risk");
  const sections = await getTranslations("sections");
  const path = `/operator/partners/${partner.id}`;
  return (
    <>
      <Trail crumbs={[{ name: sections("partners"), href: "/operator/partners" }]} here={partner.name} />
      <PageHead
        title={
          <span className="flex flex-wrap items-center gap-3">
            {partner.name}
            {partner.status ? <Status state={partner.status} /> : null}
          </span>
        }
        lead={`${partner.code} · ${(await categoryWords())(partner.category)}`}
        actions={actions}
      />
      <Tabs
        label={t("tabs")}
        tabs={parts.map(([suffix, name]) => ({ href: `${path}${suffix}`, name: t(name), current: suffix === part }))}
      />
      {children}
    </>
  );
}
