import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { read } from "#portal/lib/read.ts";
import { StatementView } from "#portal/views/shared/statement.tsx";
import { statementPage } from "#schema/documents.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("partner"))("statementsTitle") };
}

export default async function Statement({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const { statement } = await read(statementPage, { id });
  if (!statement) notFound();
  const sections = await getTranslations("sections");
  return (
    <StatementView
      statement={statement}
      crumb={{ name: sections("statements"), href: "/partner/statements" }}
      entriesPath="/partner/entries"
    />
  );
}
