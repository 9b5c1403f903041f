import { getTranslations } from "next-intl/server";
import { type SearchParams, searchOf } from "#portal/lib/search-params.ts";
import { TemplatePage } from "#portal/views/shared/journeys/pages.tsx";

export async function generateMetadata() {
  return { title: (await getTranslations("journeys"))("template") };
}

type TemplateProps = { params: Promise<{ id: string }>; searchParams: SearchParams };

export default async function Template({ params, searchParams }: TemplateProps) {
  return <TemplatePage shell="partner" id={(await params).id} search={await searchOf(searchParams)} />;
}
