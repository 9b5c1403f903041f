import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { read } from "#portal/lib/read.ts";
import { requireViewer } from "#portal/lib/viewer.ts";
import { Confirmation } from "#portal/views/partner/statement/confirm.tsx";
import { StatementView } from "#portal/views/shared/statement.tsx";
import { statementPage } from "#schema/documents.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("partner"))("statementsTitle") };
}

export default async function Statement({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const [{ statement }, { roles }] = await Promise.all([read(statementPage, { id }), requireViewer("PartnerStaff")]);
  if (!statement) notFound();
  const sections = await getTranslations("sections");
  return (
    <StatementView
      statement={statement}
      crumb={{ name: sections("statements"), href: "/partner/statements" }}
      entriesPath="/partner/entries"
      filesHref="/partner/exports"
      deeds={<Confirmation statement={statement} roles={roles} />}
    />
  );
}
