import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { namesOf } from "#portal/lib/names.ts";
import { read } from "#portal/lib/read.ts";
import { requireViewer } from "#portal/lib/viewer.ts";
import { ReconItemView } from "#portal/views/operator/recon/item.tsx";
import { reconItemPage } from "#schema/documents.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("recon"))("item") };
}

export default async function Item({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const [{ reconItem }, { roles }] = await Promise.all([read(reconItemPage, { id }), requireViewer("OperatorStaff")]);
  if (!reconItem) notFound();
  const names = await namesOf([
    reconItem.takenBy,
    ...reconItem.matches.flatMap(({ matchedBy, undoneBy }) => [matchedBy, undoneBy]),
  ]);
  return <ReconItemView item={reconItem} roles={roles} names={names} />;
}
