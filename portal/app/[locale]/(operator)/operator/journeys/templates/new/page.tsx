import { getTranslations } from "next-intl/server";
import { TemplatePage } from "#portal/views/shared/journeys/pages.tsx";

export async function generateMetadata() {
  return { title: (await getTranslations("journeys"))("newTemplate") };
}

export default function NewTemplate() {
  return <TemplatePage shell="operator" id={null} search={{}} />;
}
