import { getTranslations } from "next-intl/server";
import { read } from "#portal/lib/read.ts";
import { requireViewer } from "#portal/lib/viewer.ts";
import { OperatorAnalytics } from "#portal/views/operator/analytics.tsx";
import { operatorAnalytics } from "#schema/documents.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("analytics"))("title") };
}

export default async function Analytics() {
  const { roles } = await requireViewer("OperatorStaff");
  return <OperatorAnalytics answer={await read(operatorAnalytics, {})} roles={roles} />;
}
