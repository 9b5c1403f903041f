import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { read } from "#portal/lib/read.ts";
import { NoPermission } from "#portal/ui/states.tsx";
import { DrawEditor } from "#portal/views/operator/draws/editor.tsx";
import { houseIn } from "#portal/views/shared/campaigns/house.ts";
import { mayDo } from "#portal/views/shared/campaigns/types.ts";
import { drawPage } from "#schema/documents.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("drawDesk"))("edit") };
}

export default async function EditDraw({ params }: { params: Promise<{ id: string }> }) {
  const house = await houseIn("operator");
  if (!mayDo(house, "draft")) return <NoPermission homeHref="/operator/draws" />;
  const { draw } = await read(drawPage, { id: (await params).id });
  if (draw?.state !== "DRAFT") notFound();
  return <DrawEditor draw={draw} />;
}
