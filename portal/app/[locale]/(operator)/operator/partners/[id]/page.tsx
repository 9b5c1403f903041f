import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { RefreshOn } from "#portal/lib/live.tsx";
import { read } from "#portal/lib/read.ts";
import { requireViewer } from "#portal/lib/viewer.ts";
import { PartnerView } from "#portal/views/operator/partner/overview.tsx";
import { partnerActivity, partnerPage } from "#schema/documents.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("operator"))("partner") };
}

export default async function Partner({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const [{ partner, openCycle }, { roles }] = await Promise.all([
    read(partnerPage, { id }),
    requireViewer("OperatorStaff"),
  ]);
  if (!partner) notFound();
  return (
    <>
      <RefreshOn bell={partnerActivity} variables={{ partnerId: partner.id }} />
      <PartnerView partner={partner} cycleId={openCycle?.id ?? null} roles={roles} />
    </>
  );
}
