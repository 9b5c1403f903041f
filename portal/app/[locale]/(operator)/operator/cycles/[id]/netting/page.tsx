import { getTranslations } from "next-intl/server";
import { ifAllowed } from "#portal/lib/allowed.ts";
import { readCells, readCycle, readPositions } from "#portal/lib/cycle.ts";
import { type SearchParams, searchOf } from "#portal/lib/search-params.ts";
import { NoPermission } from "#portal/ui/states.tsx";
import { CycleFrame } from "#portal/views/operator/cycle/frame.tsx";
import { NettingPage, nettingViews } from "#portal/views/operator/cycle/netting.tsx";

export async function generateMetadata() {
  return { title: (await getTranslations("clearing"))("tabNetting") };
}

type Props = { params: Promise<{ id: string }>; searchParams: SearchParams };

export default async function Netting({ params, searchParams }: Props) {
  const { id } = await params;
  const search = await searchOf(searchParams);
  const view = nettingViews.find((name) => name === search["view"]) ?? "gross";
  const [cycle, matrix, positions] = await Promise.all([
    readCycle(id),
    ifAllowed(readCells(id)),
    ifAllowed(readPositions(id)),
  ]);
  // The figures of the whole coalition are one right; who lacks it sees neither totals nor pairs.
  const allowed = matrix && positions && cycle.totals;
  return (
    <CycleFrame cycle={cycle} part="/netting">
      {allowed ? (
        <NettingPage cycle={cycle} view={view} {...matrix} positions={positions} />
      ) : (
        <NoPermission homeHref={`/operator/cycles/${id}`} isPart />
      )}
    </CycleFrame>
  );
}
