import { getTranslations } from "next-intl/server";
import { namesOf } from "#portal/lib/names.ts";
import { read } from "#portal/lib/read.ts";
import { address, type SearchParams, searchOf } from "#portal/lib/search-params.ts";
import { requireViewer } from "#portal/lib/viewer.ts";
import { ApprovalsView } from "#portal/views/operator/approvals.tsx";
import { approvals, campaignInReview, partnerNames } from "#schema/documents.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("operator"))("approvalsTitle") };
}

export default async function Approvals({ searchParams }: { searchParams: SearchParams }) {
  const search = await searchOf(searchParams);
  const viewer = await requireViewer("OperatorStaff");
  const decided = search["state"] === "all";
  const [answer, listed] = await Promise.all([
    read(approvals, { first: 50, after: search["after"] ?? null, state: decided ? null : "WAITING" }),
    read(partnerNames, { first: 100 }),
  ]);
  const { edges, pageInfo } = answer.approvals;
  const rows = edges.map(({ node }) => node).filter(({ state }) => !decided || state !== "WAITING");
  const reviewed = rows.filter(({ action }) => action === "reviewCampaign").map(({ subjectId }) => subjectId);
  const versions = await Promise.all(reviewed.map((id) => read(campaignInReview, { id })));
  const campaigns = new Map(
    versions.flatMap(({ node }) => (node?.__typename === "CampaignVersion" ? [[node.id, node] as const] : [])),
  );
  const subjects = new Map(listed.partners.edges.map(({ node: { id, name } }) => [id, name]));
  const names = await namesOf(rows.flatMap(({ requestedBy, decidedBy }) => [requestedBy, decidedBy]));
  const nextHref = pageInfo.hasNextPage ? address("/operator/approvals", search, { after: pageInfo.endCursor }) : null;
  return (
    <ApprovalsView
      rows={rows}
      campaigns={campaigns}
      names={names}
      subjects={subjects}
      viewer={viewer}
      search={search}
      nextHref={nextHref}
    />
  );
}
