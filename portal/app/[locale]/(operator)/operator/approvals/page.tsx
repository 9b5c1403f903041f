import { getTranslations } from "next-intl/server";
import { namesOf } from "#portal/lib/names.ts";
import { read } from "#portal/lib/read.ts";
import { type SearchParams, searchOf } from "#portal/lib/search-params.ts";
import { requireViewer } from "#portal/lib/viewer.ts";
import { ApprovalsView } from "#portal/views/operator/approvals.tsx";
import { approvals } from "#schema/documents.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("operator"))("approvalsTitle") };
}

export default async function Approvals({ searchParams }: { searchParams: SearchParams }) {
  const search = await searchOf(searchParams);
  const viewer = await requireViewer("OperatorStaff");
  const state = search["state"] === "all" ? null : "WAITING";
  const answer = await read(approvals, { first: 50, after: search["after"] ?? null, state });
  const rows = answer.approvals.edges.map(({ node }) => node);
  const names = await namesOf(rows.flatMap(({ requestedBy, decidedBy }) => [requestedBy, decidedBy]));
  return <ApprovalsView rows={rows} names={names} viewer={viewer} search={search} />;
}
