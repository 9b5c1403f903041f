import { getTranslations } from "next-intl/server";
import { ChallengeEditorPage } from "#portal/views/shared/challenges/pages.tsx";

export async function generateMetadata() {
  return { title: (await getTranslations("challengeDesk"))("edit") };
}

export default async function EditChallenge({ params }: { params: Promise<{ id: string }> }) {
  return <ChallengeEditorPage shell="operator" id={(await params).id} />;
}
