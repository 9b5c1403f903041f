import { getTranslations } from "next-intl/server";
import { EditorPage } from "#portal/views/shared/journeys/editor-page.tsx";

export async function generateMetadata() {
  return { title: (await getTranslations("journeys"))("edit") };
}

export default async function EditJourney({ params }: { params: Promise<{ id: string }> }) {
  return <EditorPage shell="partner" id={(await params).id} />;
}
