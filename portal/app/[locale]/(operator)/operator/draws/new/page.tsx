import { getTranslations } from "next-intl/server";
import { requireViewer } from "#portal/lib/viewer.ts";
import { DrawEditor } from "#portal/views/operator/draws/editor.tsx";

export async function generateMetadata() {
  return { title: (await getTranslations("drawDesk"))("draft") };
}

export default async function NewDraw() {
  await requireViewer("OperatorStaff");
  return <DrawEditor draw={null} />;
}
