import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { readMember } from "#portal/lib/member.ts";
import { MemberEntryPage } from "#portal/views/member/entry.tsx";
import { memberEntry } from "#schema/documents.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("member"))("entryTitle") };
}

export default async function Entry({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const { historyEntry } = await readMember(memberEntry, { id });
  if (!historyEntry) notFound();
  return <MemberEntryPage entry={historyEntry} />;
}
