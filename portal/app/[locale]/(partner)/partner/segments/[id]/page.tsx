import { getTranslations } from "next-intl/server";
import { type SearchParams, searchOf } from "#portal/lib/search-params.ts";
import { SegmentPage } from "#portal/views/shared/segments/pages.tsx";

export async function generateMetadata() {
  return { title: (await getTranslations("segments"))("segment") };
}

type SegmentProps = { params: Promise<{ id: string }>; searchParams: SearchParams };

export default async function Segment({ params, searchParams }: SegmentProps) {
  const { id } = await params;
  return <SegmentPage shell="partner" id={id} search={await searchOf(searchParams)} />;
}
