import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { read } from "#portal/lib/read.ts";
import { EntryProofPanel } from "#portal/views/operator/ledger/entry-proof.tsx";
import { LedgerEntryPage } from "#portal/views/shared/ledger-entry.tsx";
import { entryProof, ledgerEntry } from "#schema/documents.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("operator"))("entry") };
}

export default async function Entry({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const [{ entry }, proved] = await Promise.all([read(ledgerEntry, { id }), read(entryProof, { id })]);
  if (!entry) notFound();
  const sections = await getTranslations("sections");
  const crumb = { name: sections("entries"), href: `/operator/entries?cycle=${entry.cycle.id}` };
  const proof = proved.entry?.proof;
  return (
    <LedgerEntryPage
      entry={entry}
      shell="operator"
      crumb={crumb}
      proof={proof ? <EntryProofPanel proof={proof} /> : null}
    />
  );
}
