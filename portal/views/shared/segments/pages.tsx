import { notFound } from "next/navigation";
import { ifAllowed } from "#portal/lib/allowed.ts";
import { read } from "#portal/lib/read.ts";
import type { Search } from "#portal/lib/search-params.ts";
import { NoPermission } from "#portal/ui/states.tsx";
import { houseIn } from "#portal/views/shared/campaigns/house.ts";
import type { House } from "#portal/views/shared/campaigns/types.ts";
import { tellFacts } from "#portal/views/shared/facts.ts";
import { SegmentList } from "#portal/views/shared/segments/list.tsx";
import { SegmentView } from "#portal/views/shared/segments/segment.tsx";
import { mayDefine } from "#portal/views/shared/segments/types.ts";
import { segmentFacts, segmentList, segmentMembers, segmentPage } from "#schema/documents.ts";

/** What both shells show at their segments' addresses. */
export async function SegmentsPage({ shell, search }: { shell: House["shell"]; search: Search }) {
  const house = await houseIn(shell);
  const asked = { first: 25, after: search["after"] ?? null, states: null };
  const [answer, known] = await Promise.all([
    ifAllowed(read(segmentList, asked)),
    mayDefine(house) ? ifAllowed(read(segmentFacts, {})) : null,
  ]);
  if (!answer) return <NoPermission homeHref={`/${shell}`} />;
  const { segments, segmentTemplates } = answer;
  return (
    <SegmentList
      rows={segments.edges.map(({ node }) => node)}
      templates={segmentTemplates}
      facts={await tellFacts(known?.segmentFacts ?? [])}
      pageInfo={segments.pageInfo}
      house={house}
      search={search}
    />
  );
}

export async function SegmentPage({ shell, id, search }: { shell: House["shell"]; id: string; search: Search }) {
  const [house, { segment }] = await Promise.all([houseIn(shell), read(segmentPage, { id })]);
  if (!segment) notFound();
  const inside = segment.isOwn
    ? (await read(segmentMembers, { id, first: 25, after: search["after"] ?? null })).segment
    : null;
  return <SegmentView segment={segment} inside={inside} house={house} search={search} />;
}
