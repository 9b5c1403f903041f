import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { read } from "#portal/lib/read.ts";
import { type SearchParams, searchOf } from "#portal/lib/search-params.ts";
import { requireViewer } from "#portal/lib/viewer.ts";
import { PartnerFileView } from "#portal/views/partner/reconciliation/file.tsx";
import { itemKinds, itemStates } from "#portal/views/partner/reconciliation/items.tsx";
import { partnerFilePage } from "#schema/documents.ts";

type FileProps = { params: Promise<{ id: string }>; searchParams: SearchParams };

export async function generateMetadata() {
  return { title: (await getTranslations("ownFiles"))("title") };
}

export default async function File({ params, searchParams }: FileProps) {
  const [{ id }, search, { roles }] = await Promise.all([
    params,
    searchOf(searchParams),
    requireViewer("PartnerStaff"),
  ]);
  const kind = itemKinds.find((one) => one === search["kind"]);
  const state = itemStates.find((one) => one === search["state"]);
  const { partnerFile } = await read(partnerFilePage, {
    id,
    first: 50,
    after: search["after"] ?? null,
    kinds: kind ? [kind] : null,
    states: state ? [state] : null,
  });
  if (!partnerFile) notFound();
  return <PartnerFileView file={partnerFile} search={search} roles={roles} />;
}
