import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { namesOf } from "#portal/lib/names.ts";
import { read } from "#portal/lib/read.ts";
import { requireViewer } from "#portal/lib/viewer.ts";
import { DisputeDeeds, Proposal } from "#portal/views/operator/dispute/deeds.tsx";
import { DisputeView } from "#portal/views/shared/dispute.tsx";
import { disputePage } from "#schema/documents.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("disputes"))("dispute") };
}

export default async function Dispute({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const [{ node }, { roles }] = await Promise.all([read(disputePage, { id }), requireViewer("OperatorStaff")]);
  if (node?.__typename !== "Dispute") notFound();
  const sections = await getTranslations("sections");
  const name = await namesOf([node.proposal?.requestedBy ?? null]);
  return (
    <DisputeView
      dispute={node}
      shell="operator"
      crumb={{ name: sections("disputes"), href: "/operator/disputes" }}
      deeds={<DisputeDeeds dispute={node} roles={roles} />}
      aside={<Proposal dispute={node} name={name} />}
    />
  );
}
