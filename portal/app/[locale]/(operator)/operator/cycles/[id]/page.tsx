import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { RefreshOn } from "#portal/lib/live.tsx";
import { namesOf } from "#portal/lib/names.ts";
import { read } from "#portal/lib/read.ts";
import { requireViewer } from "#portal/lib/viewer.ts";
import { CycleView } from "#portal/views/operator/cycle.tsx";
import { cycleChanged, cycleMatrix, cycleObligations, cyclePage, cyclePositions } from "#schema/documents.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("operator"))("cyclesTitle") };
}

export default async function Cycle({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const [standing, matrix, positions, obligations, { roles }] = await Promise.all([
    read(cyclePage, { id }),
    read(cycleMatrix, { id }),
    read(cyclePositions, { id }),
    read(cycleObligations, { id }),
    requireViewer("OperatorStaff"),
  ]);
  if (!standing.cycle || !matrix.cycle || !positions.cycle || !obligations.cycle) notFound();
  const cycle = { ...standing.cycle, ...matrix.cycle, ...positions.cycle, ...obligations.cycle };
  const names = await namesOf([cycle.closedBy, cycle.approvedBy]);
  return (
    <>
      <RefreshOn bell={cycleChanged} variables={{ cycleId: cycle.id }} />
      <CycleView cycle={cycle} names={names} roles={roles} />
    </>
  );
}
