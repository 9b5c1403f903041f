import { getTranslations } from "next-intl/server";
import { ifAllowed } from "#portal/lib/allowed.ts";
import { read } from "#portal/lib/read.ts";
import { requireViewer } from "#portal/lib/viewer.ts";
import { NoPermission } from "#portal/ui/states.tsx";
import { ProofsView } from "#portal/views/operator/proofs.tsx";
import { ledgerProof } from "#schema/documents.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("proofs"))("title") };
}

export default async function Proofs() {
  const [books, { roles }] = await Promise.all([ifAllowed(read(ledgerProof, {})), requireViewer("OperatorStaff")]);
  if (!books) return <NoPermission homeHref="/operator" />;
  return <ProofsView proof={books.ledgerProof} roles={roles} />;
}
