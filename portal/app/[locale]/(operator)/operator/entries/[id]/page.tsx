import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { read } from "#portal/lib/read.ts";
import { LedgerEntryPage } from "#portal/views/shared/ledger-entry.tsx";
import { ledgerEntry } from "#schema/documents.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("operator"))("entry") };
}

export default async function Entry({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const { entry } = await read(ledgerEntry, { id });
  if (!entry) notFound();
  const sections = await getTranslations("sections");
  const crumb = { name: sections("entries"), href: `/operator/entries?cycle=${entry.cycle.id}` };
  return <LedgerEntryPage entry={entry} shell="operator" crumb={crumb} />;
}
