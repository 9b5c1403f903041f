import { getTranslations } from "next-intl/server";
import { readCycle } from "#portal/lib/cycle.ts";
import { RefreshOn } from "#portal/lib/live.tsx";
import { namesOf } from "#portal/lib/names.ts";
import { read } from "#portal/lib/read.ts";
import { requireViewer } from "#portal/lib/viewer.ts";
import { CycleDeeds } from "#portal/views/operator/cycle/deeds.tsx";
import { CycleFrame } from "#portal/views/operator/cycle/frame.tsx";
import { CycleOverview } from "#portal/views/operator/cycle/overview.tsx";
import { cycleChanged, cycleList } from "#schema/documents.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("operator"))("cyclesTitle") };
}

export default async function Cycle({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const [cycle, { roles }, { cycles }] = await Promise.all([
    readCycle(id),
    requireViewer("OperatorStaff"),
    read(cycleList, { first: 100, after: null }),
  ]);
  const previous = cycles.edges.map(({ node }) => node).find(({ seq }) => seq === cycle.seq - 1);
  const names = await namesOf([cycle.closedBy, cycle.approvedBy]);
  return (
    <>
      <RefreshOn bell={cycleChanged} variables={{ cycleId: cycle.id }} />
      <CycleFrame cycle={cycle} part="" actions={<CycleDeeds cycle={cycle} roles={roles} />}>
        <CycleOverview cycle={cycle} previous={previous ?? null} names={names} />
      </CycleFrame>
    </>
  );
}
