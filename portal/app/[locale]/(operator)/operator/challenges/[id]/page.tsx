import { getTranslations } from "next-intl/server";
import { ChallengePage } from "#portal/views/shared/challenges/pages.tsx";

export async function generateMetadata() {
  return { title: (await getTranslations("challengeDesk"))("name") };
}

export default async function Challenge({ params }: { params: Promise<{ id: string }> }) {
  return <ChallengePage shell="operator" id={(await params).id} />;
}
