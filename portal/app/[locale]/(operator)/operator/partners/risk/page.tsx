import { getTranslations } from "next-intl/server";
import { ifAllowed } from "#portal/lib/allowed.ts";
import { read } from "#portal/lib/read.ts";
import { NoPermission } from "#portal/ui/states.tsx";
import { ExposuresView } from "#portal/views/operator/exposures.tsx";
import { exposureList, stressTest } from "#schema/documents.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("risk"))("exposuresTitle") };
}

export default async function Exposures() {
  const [exposures, stress] = await Promise.all([ifAllowed(read(exposureList, {})), ifAllowed(read(stressTest, {}))]);
  if (!exposures) return <NoPermission homeHref="/operator/partners" />;
  return <ExposuresView exposures={exposures.exposures} stress={stress?.exposureStress ?? null} />;
}
