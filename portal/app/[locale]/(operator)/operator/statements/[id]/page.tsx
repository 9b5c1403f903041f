import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { read } from "#portal/lib/read.ts";
import { StatementView } from "#portal/views/shared/statement.tsx";
import { statementPage } from "#schema/documents.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("operator"))("statement") };
}

export default async function Statement({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const { statement } = await read(statementPage, { id });
  if (!statement) notFound();
  const t = await getTranslations("operator");
  const crumb = {
    name: t("cycleNumber", { number: String(statement.cycle.seq) }),
    href: `/operator/cycles/${statement.cycle.id}`,
  };
  return (
    <StatementView statement={statement} crumb={crumb} entriesPath="/operator/entries" filesHref="/operator/exports" />
  );
}
