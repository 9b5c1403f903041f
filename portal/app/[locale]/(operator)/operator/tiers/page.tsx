import { getTranslations } from "next-intl/server";
import { read } from "#portal/lib/read.ts";
import { requireViewer } from "#portal/lib/viewer.ts";
import { TiersView } from "#portal/views/operator/programme/tiers.tsx";
import { tierDesk } from "#schema/documents.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("privilegeDesk"))("tab_tiers") };
}

export default async function Tiers() {
  const [desk, { roles }] = await Promise.all([read(tierDesk, { first: 20 }), requireViewer("OperatorStaff")]);
  const proposes = roles.includes("OPERATOR_CLERK") || roles.includes("OPERATOR_ADMIN");
  return <TiersView desk={desk} proposes={proposes} />;
}
