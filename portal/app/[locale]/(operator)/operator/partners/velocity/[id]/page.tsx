import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { namesOf } from "#portal/lib/names.ts";
import { read } from "#portal/lib/read.ts";
import { type SearchParams, searchOf } from "#portal/lib/search-params.ts";
import { requireViewer } from "#portal/lib/viewer.ts";
import { VelocityCaseView } from "#portal/views/operator/velocity/case.tsx";
import { velocityCasePage } from "#schema/documents.ts";

type CasePage = { params: Promise<{ id: string }>; searchParams: SearchParams };

export async function generateMetadata() {
  return { title: (await getTranslations("velocityDesk"))("case") };
}

export default async function Case({ params, searchParams }: CasePage) {
  const search = await searchOf(searchParams);
  const asked = { id: (await params).id, first: 50, after: search["after"] ?? null };
  const [{ velocityCase }, { roles }] = await Promise.all([
    read(velocityCasePage, asked),
    requireViewer("OperatorStaff"),
  ]);
  if (!velocityCase) notFound();
  const names = await namesOf([velocityCase.takenBy, ...velocityCase.steps.map(({ by }) => by)]);
  return <VelocityCaseView one={velocityCase} search={search} roles={roles} names={names} />;
}
