import { getTranslations } from "next-intl/server";
import { EditorPage } from "#portal/views/shared/journeys/editor-page.tsx";

export async function generateMetadata() {
  return { title: (await getTranslations("journeys"))("new") };
}

export default function NewJourney() {
  return <EditorPage shell="operator" id={null} />;
}
