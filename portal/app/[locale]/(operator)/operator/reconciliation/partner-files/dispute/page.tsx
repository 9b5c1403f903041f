import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ifAllowed } from "#portal/lib/allowed.ts";
import { read } from "#portal/lib/read.ts";
import { type SearchParams, searchOf } from "#portal/lib/search-params.ts";
import { PageHead, Panel } from "#portal/ui/page.tsx";
import { Trail } from "#portal/ui/trail.tsx";
import { RECON } from "#portal/views/operator/recon/frame.tsx";
import { OpenDispute } from "#portal/views/partner/dispute/open.tsx";
import { disputeLimits } from "#schema/documents.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("ownFiles"))("dispute") };
}

/** A row of a partner's file becomes a dispute in the partner's name, which then takes it over. */
export default async function DisputeRow({ searchParams }: { searchParams: SearchParams }) {
  const search = await searchOf(searchParams);
  const { redemption: redemptionId, item: reconItemId, claimant: claimantId } = search;
  if (!redemptionId || !reconItemId || !claimantId) notFound();
  const t = await getTranslations("ownFiles");
  const recon = await getTranslations("recon");
  const sections = await getTranslations("sections");
  const limits = (await ifAllowed(read(disputeLimits, { redemptionId, claimantId })))?.disputeLimits;
  return (
    <>
      <Trail
        crumbs={[
          { name: sections("reconciliation"), href: RECON },
          { name: recon("tabPartnerFiles"), href: `${RECON}/partner-files` },
        ]}
        here={t("dispute")}
      />
      <PageHead title={t("dispute")} lead={recon("disputeFor")} />
      <Panel>
        {limits ? (
          <OpenDispute
            limits={limits}
            redemptionId={redemptionId}
            reconItemId={reconItemId}
            claimantId={claimantId}
            reason={limits.reasons.find((reason) => reason === search["reason"]) ?? null}
          />
        ) : (
          <p className="text-ink-soft">{t("notDisputable")}</p>
        )}
      </Panel>
    </>
  );
}
