import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { read } from "#portal/lib/read.ts";
import { type SearchParams, searchOf } from "#portal/lib/search-params.ts";
import { requireViewer } from "#portal/lib/viewer.ts";
import { CustomerView } from "#portal/views/partner/customers/customer.tsx";
import { customerPage } from "#schema/documents.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("customers"))("member") };
}

type CustomerProps = { params: Promise<{ id: string }>; searchParams: SearchParams };

export default async function Customer({ params, searchParams }: CustomerProps) {
  const { id: memberId } = await params;
  const search = await searchOf(searchParams);
  const { partner, roles } = await requireViewer("PartnerStaff");
  const after = search["after"] ?? null;
  const answer = await read(customerPage, { memberId, partnerId: partner.id, first: 25, after });
  if (!answer.member) notFound();
  return <CustomerView member={answer.member} answer={answer} roles={roles} search={search} />;
}
