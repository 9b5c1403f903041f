import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { read } from "#portal/lib/read.ts";
import { ConfirmSpend } from "#portal/views/member/confirm-spend.tsx";
import { memberSpendRequest } from "#schema/documents.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("spendAsk"))("pageTitle") };
}

export default async function Confirm({ params }: { params: Promise<{ id: string }> }) {
  const { spendRequest } = await read(memberSpendRequest, await params);
  if (!spendRequest) notFound();
  return <ConfirmSpend asked={spendRequest} />;
}
