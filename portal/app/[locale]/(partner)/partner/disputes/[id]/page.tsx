import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { read } from "#portal/lib/read.ts";
import { requireViewer } from "#portal/lib/viewer.ts";
import { PartnerDisputeDeeds } from "#portal/views/partner/dispute/deeds.tsx";
import { DisputeView } from "#portal/views/shared/dispute.tsx";
import { disputePage } from "#schema/documents.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("disputes"))("dispute") };
}

export default async function Dispute({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const [{ node }, { roles, partner }] = await Promise.all([read(disputePage, { id }), requireViewer("PartnerStaff")]);
  if (node?.__typename !== "Dispute") notFound();
  const sections = await getTranslations("sections");
  return (
    <DisputeView
      dispute={node}
      shell="partner"
      crumb={{ name: sections("disputes"), href: "/partner/disputes" }}
      deeds={<PartnerDisputeDeeds dispute={node} ownId={partner.id} roles={roles} />}
    />
  );
}
