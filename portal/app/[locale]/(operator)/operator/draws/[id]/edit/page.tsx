import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { read } from "#portal/lib/read.ts";
import { DrawEditor } from "#portal/views/operator/draws/editor.tsx";
import { drawPage } from "#schema/documents.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("drawDesk"))("edit") };
}

export default async function EditDraw({ params }: { params: Promise<{ id: string }> }) {
  const { draw } = await read(drawPage, { id: (await params).id });
  if (draw?.state !== "DRAFT") notFound();
  return <DrawEditor draw={draw} />;
}
