import { getTranslations } from "next-intl/server";
import { ifAllowed } from "#portal/lib/allowed.ts";
import { read } from "#portal/lib/read.ts";
import { NoPermission } from "#portal/ui/states.tsx";
import { OperatorOverview } from "#portal/views/operator/overview.tsx";
import { operatorOverview } from "#schema/documents.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("operator"))("overviewTitle") };
}

export default async function Network() {
  const answer = await ifAllowed(read(operatorOverview, {}));
  if (!answer) return <NoPermission homeHref="/operator" />;
  return <OperatorOverview answer={answer} />;
}
