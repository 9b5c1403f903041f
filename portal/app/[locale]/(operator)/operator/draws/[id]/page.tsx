import { notFound } from "next/navigation";
import { namesOf } from "#portal/lib/names.ts";
import { read } from "#portal/lib/read.ts";
import { DrawDesk } from "#portal/views/operator/draws/desk.tsx";
import { houseIn } from "#portal/views/shared/campaigns/house.ts";
import { drawPage } from "#schema/documents.ts";

type DrawProps = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: DrawProps) {
  const { draw } = await read(drawPage, { id: (await params).id });
  return { title: draw?.name.en ?? "" };
}

export default async function Draw({ params }: DrawProps) {
  const { id } = await params;
  const [house, { draw }] = await Promise.all([houseIn("operator"), read(drawPage, { id })]);
  if (!draw) notFound();
  return <DrawDesk draw={draw} house={house} names={await namesOf(draw.steps.map(({ by }) => by))} />;
}
