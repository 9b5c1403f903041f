import { getTranslations } from "next-intl/server";
import { ifAllowed } from "#portal/lib/allowed.ts";
import { namesOf } from "#portal/lib/names.ts";
import { read } from "#portal/lib/read.ts";
import { type SearchParams, searchOf } from "#portal/lib/search-params.ts";
import { requireViewer } from "#portal/lib/viewer.ts";
import { NoPermission } from "#portal/ui/states.tsx";
import { ReconFrame } from "#portal/views/operator/recon/frame.tsx";
import { fileItemKinds, fileItemStates, PartnerFileBreaks } from "#portal/views/operator/recon/partner-files.tsx";
import { approvals, partnerFileBreaks } from "#schema/documents.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("recon"))("tabPartnerFiles") };
}

export default async function PartnerFiles({ searchParams }: { searchParams: SearchParams }) {
  const search = await searchOf(searchParams);
  const state = fileItemStates.find((one) => one === search["state"]);
  const kind = fileItemKinds.find((one) => one === search["kind"]);
  const [answer, waiting, { roles }] = await Promise.all([
    ifAllowed(
      read(partnerFileBreaks, {
        first: 50,
        after: search["after"] ?? null,
        states: state ? [state] : ["BREAK", "INVESTIGATING"],
        kinds: kind ? [kind] : null,
      }),
    ),
    ifAllowed(read(approvals, { first: 100, state: "WAITING" })),
    requireViewer("OperatorStaff"),
  ]);
  if (!answer) return <NoPermission homeHref="/operator" />;
  const names = await namesOf(answer.partnerFileItems.edges.map(({ node }) => node.takenBy));
  const proposed = new Set(waiting?.approvals.edges.map(({ node }) => node.subjectId));
  return (
    <ReconFrame part="/partner-files">
      <PartnerFileBreaks
        page={answer.partnerFileItems}
        search={search}
        roles={roles}
        names={names}
        proposed={proposed}
      />
    </ReconFrame>
  );
}
