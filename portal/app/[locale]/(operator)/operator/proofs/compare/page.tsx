import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ifAllowed } from "#portal/lib/allowed.ts";
import { read } from "#portal/lib/read.ts";
import { type SearchParams, searchOf } from "#portal/lib/search-params.ts";
import { NoPermission } from "#portal/ui/states.tsx";
import { ProofsCompare } from "#portal/views/operator/proofs-compare.tsx";
import { ledgerProof, ledgerProofList } from "#schema/documents.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("proofHistory"))("compareTitle") };
}

/** Which proof is meant by whom; without names the last day's and the one before it. */
export default async function Compare({ searchParams }: { searchParams: SearchParams }) {
  const search = await searchOf(searchParams);
  const days = await ifAllowed(read(ledgerProofList, { first: 100, after: null, lastOfDay: true }));
  if (!days) return <NoPermission homeHref="/operator" />;
  const ids = days.ledgerProofs.edges.map(({ node }) => node.id);
  const laterId = search["later"] ?? ids[0];
  if (!laterId) notFound();
  const earlierId = search["earlier"] ?? ids[ids.indexOf(laterId) + 1] ?? laterId;
  const [later, earlier] = await Promise.all([
    read(ledgerProof, { ledgerProofId: laterId }),
    read(ledgerProof, { ledgerProofId: earlierId }),
  ]);
  if (!later.ledgerProof || !earlier.ledgerProof) notFound();
  return <ProofsCompare earlier={earlier.ledgerProof} later={later.ledgerProof} days={days.ledgerProofs} />;
}
