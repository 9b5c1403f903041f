import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ifAllowed } from "#portal/lib/allowed.ts";
import { read } from "#portal/lib/read.ts";
import { type SearchParams, searchOf } from "#portal/lib/search-params.ts";
import { PageHead, Panel } from "#portal/ui/page.tsx";
import { Trail } from "#portal/ui/trail.tsx";
import { OpenDispute } from "#portal/views/partner/dispute/open.tsx";
import { RECONCILIATION } from "#portal/views/partner/reconciliation.tsx";
import { disputeLimits } from "#schema/documents.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("ownFiles"))("dispute") };
}

/** A break becomes a dispute, which then takes it over. */
export default async function DisputeBreak({ searchParams }: { searchParams: SearchParams }) {
  const search = await searchOf(searchParams);
  const [redemptionId, reconItemId] = [search["redemption"], search["item"]];
  if (!redemptionId || !reconItemId) notFound();
  const t = await getTranslations("ownFiles");
  const sections = await getTranslations("sections");
  const limits = (await ifAllowed(read(disputeLimits, { redemptionId })))?.disputeLimits;
  return (
    <>
      <Trail crumbs={[{ name: sections("reconciliation"), href: RECONCILIATION }]} here={t("dispute")} />
      <PageHead title={t("dispute")} lead={t("disputeLead")} />
      <Panel>
        {limits ? (
          <OpenDispute
            limits={limits}
            redemptionId={redemptionId}
            reconItemId={reconItemId}
            reason={limits.reasons.find((reason) => reason === search["reason"]) ?? null}
          />
        ) : (
          <p className="text-ink-soft">{t("notDisputable")}</p>
        )}
      </Panel>
    </>
  );
}
