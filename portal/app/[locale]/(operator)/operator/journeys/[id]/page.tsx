import { getTranslations } from "next-intl/server";
import { JourneyPage } from "#portal/views/shared/journeys/pages.tsx";

export async function generateMetadata() {
  return { title: (await getTranslations("journeys"))("journey") };
}

export default async function Journey({ params }: { params: Promise<{ id: string }> }) {
  return <JourneyPage shell="operator" id={(await params).id} />;
}
