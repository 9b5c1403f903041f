import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { read } from "#portal/lib/read.ts";
import { type SearchParams, searchOf } from "#portal/lib/search-params.ts";
import { BankStatementView } from "#portal/views/operator/recon/statement.tsx";
import { bankStatementPage } from "#schema/documents.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("recon"))("statement") };
}

type Props = { params: Promise<{ id: string }>; searchParams: SearchParams };

export default async function Statement({ params, searchParams }: Props) {
  const { id } = await params;
  const search = await searchOf(searchParams);
  const { bankStatement } = await read(bankStatementPage, { id, first: 100, after: search["after"] ?? null });
  if (!bankStatement) notFound();
  return <BankStatementView statement={bankStatement} search={search} />;
}
