import { getTranslations } from "next-intl/server";
import { ChallengeEditorPage } from "#portal/views/shared/challenges/pages.tsx";

export async function generateMetadata() {
  return { title: (await getTranslations("challengeDesk"))("draft") };
}

export default function NewChallenge() {
  return <ChallengeEditorPage shell="operator" id={null} />;
}
