import { getTranslations } from "next-intl/server";
import { ifAllowed } from "#portal/lib/allowed.ts";
import { read } from "#portal/lib/read.ts";
import { type SearchParams, searchOf } from "#portal/lib/search-params.ts";
import { requireViewer } from "#portal/lib/viewer.ts";
import { NoPermission } from "#portal/ui/states.tsx";
import { ProofsView } from "#portal/views/operator/proofs.tsx";
import { BankPolicy, ContinuityPolicy } from "#portal/views/operator/proofs-bank.tsx";
import { ProofHistory } from "#portal/views/operator/proofs-history.tsx";
import { bankStatementList, ledgerProof, ledgerProofList, reconOverview } from "#schema/documents.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("proofs"))("title") };
}

export default async function Proofs({ searchParams }: { searchParams: SearchParams }) {
  const search = await searchOf(searchParams);
  const [books, days, bank, statements, { roles }] = await Promise.all([
    ifAllowed(read(ledgerProof, { ledgerProofId: null })),
    ifAllowed(read(ledgerProofList, { first: 30, after: search["after"] ?? null, lastOfDay: true })),
    ifAllowed(read(reconOverview, {})),
    ifAllowed(read(bankStatementList, { first: 50, after: null, book: "SETTLEMENT" })),
    requireViewer("OperatorStaff"),
  ]);
  if (!books) return <NoPermission homeHref="/operator" />;
  return (
    <ProofsView
      proof={books.ledgerProof}
      roles={roles}
      history={days ? <ProofHistory proofs={days.ledgerProofs} search={search} /> : null}
    >
      {bank ? <BankPolicy books={bank.bankReconciliation} /> : null}
      {statements ? <ContinuityPolicy statements={statements.bankStatements.edges.map(({ node }) => node)} /> : null}
    </ProofsView>
  );
}
