import { getLocale, getTranslations } from "next-intl/server";
import { redirect } from "#portal/i18n/navigation.ts";
import { ifAllowed } from "#portal/lib/allowed.ts";
import { read } from "#portal/lib/read.ts";
import { OperatorOverview } from "#portal/views/operator/overview.tsx";
import { operatorOverview } from "#schema/documents.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("operator"))("overviewTitle") };
}

export default async function Overview() {
  const answer = await ifAllowed(read(operatorOverview, {}));
  // Clerks do not read the ledger's figures; their work begins with the cycles.
  if (!answer) return redirect({ href: "/operator/cycles", locale: await getLocale() });
  return <OperatorOverview answer={answer} />;
}
