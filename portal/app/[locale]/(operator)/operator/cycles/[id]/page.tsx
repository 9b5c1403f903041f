import { getTranslations } from "next-intl/server";
import { readCycle, readCycleProof } from "#portal/lib/cycle.ts";
import { RefreshOn } from "#portal/lib/live.tsx";
import { namesOf } from "#portal/lib/names.ts";
import { requireViewer } from "#portal/lib/viewer.ts";
import { CycleDeeds } from "#portal/views/operator/cycle/deeds.tsx";
import { CycleFrame } from "#portal/views/operator/cycle/frame.tsx";
import { CycleOverview } from "#portal/views/operator/cycle/overview.tsx";
import { cycleChanged } from "#schema/documents.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("operator"))("cyclesTitle") };
}

export default async function Cycle({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const [cycle, proof, { roles }] = await Promise.all([
    readCycle(id),
    readCycleProof(id),
    requireViewer("OperatorStaff"),
  ]);
  const names = await namesOf([
    ...proof.steps.flatMap(({ by, approval }) => [by, approval?.decidedBy ?? null]),
    ...proof.waitingRequests.map(({ requestedBy }) => requestedBy),
  ]);
  return (
    <>
      <RefreshOn bell={cycleChanged} variables={{ cycleId: cycle.id }} />
      <CycleFrame cycle={cycle} part="" actions={<CycleDeeds cycle={cycle} proof={proof} roles={roles} />}>
        <CycleOverview cycle={cycle} proof={proof} names={names} />
      </CycleFrame>
    </>
  );
}
