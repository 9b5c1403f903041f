import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { readCycle } from "#portal/lib/cycle.ts";
import { read } from "#portal/lib/read.ts";
import { type SearchParams, searchOf } from "#portal/lib/search-params.ts";
import { CycleFrame } from "#portal/views/operator/cycle/frame.tsx";
import { PositionsPage } from "#portal/views/operator/cycle/positions.tsx";
import { cyclePositions } from "#schema/documents.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("clearing"))("tabPositions") };
}

type Props = { params: Promise<{ id: string }>; searchParams: SearchParams };

export default async function Positions({ params, searchParams }: Props) {
  const { id } = await params;
  const search = await searchOf(searchParams);
  const [cycle, answer] = await Promise.all([
    readCycle(id),
    read(cyclePositions, { id, first: 50, after: search["after"] ?? null }),
  ]);
  if (!answer.cycle) notFound();
  return (
    <CycleFrame cycle={cycle} part="/positions">
      <PositionsPage cycle={cycle} page={answer.cycle.positions} search={search} />
    </CycleFrame>
  );
}
