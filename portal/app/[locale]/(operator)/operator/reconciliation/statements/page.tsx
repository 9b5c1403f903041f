import { getTranslations } from "next-intl/server";
import { ifAllowed } from "#portal/lib/allowed.ts";
import { namesOf } from "#portal/lib/names.ts";
import { read } from "#portal/lib/read.ts";
import { type SearchParams, searchOf } from "#portal/lib/search-params.ts";
import { NoPermission } from "#portal/ui/states.tsx";
import { ReconFrame } from "#portal/views/operator/recon/frame.tsx";
import { BankStatements } from "#portal/views/operator/recon/statements.tsx";
import { bankStatementList } from "#schema/documents.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("recon"))("tabStatements") };
}

export default async function Statements({ searchParams }: { searchParams: SearchParams }) {
  const search = await searchOf(searchParams);
  const answer = await ifAllowed(read(bankStatementList, { first: 50, after: search["after"] ?? null, book: null }));
  if (!answer) return <NoPermission homeHref="/operator" />;
  const names = await namesOf(answer.bankStatements.edges.map(({ node }) => node.importedBy));
  return (
    <ReconFrame part="/statements">
      <BankStatements page={answer.bankStatements} search={search} names={names} />
    </ReconFrame>
  );
}
