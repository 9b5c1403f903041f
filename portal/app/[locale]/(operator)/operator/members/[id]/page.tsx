import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { read } from "#portal/lib/read.ts";
import { type SearchParams, searchOf } from "#portal/lib/search-params.ts";
import { requireViewer } from "#portal/lib/viewer.ts";
import { MemberView } from "#portal/views/operator/member.tsx";
import { memberPage } from "#schema/documents.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("operator"))("member") };
}

type MemberProps = { params: Promise<{ id: string }>; searchParams: SearchParams };

export default async function Member({ params, searchParams }: MemberProps) {
  const { id } = await params;
  const search = await searchOf(searchParams);
  const { roles } = await requireViewer("OperatorStaff");
  const { member, deletionRequest } = await read(memberPage, { id, first: 25, after: search["after"] ?? null });
  if (!member) notFound();
  return <MemberView member={member} deletion={deletionRequest} search={search} roles={roles} />;
}
