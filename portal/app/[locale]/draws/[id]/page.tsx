import { notFound } from "next/navigation";
import { read } from "#portal/lib/read.ts";
import { DrawProtocol } from "#portal/views/public/draw-protocol.tsx";
import { PublicPage } from "#portal/views/public/public-page.tsx";
import { publicDraw } from "#schema/documents.ts";

export const dynamic = "force-dynamic";

type DrawProps = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: DrawProps) {
  const { draw } = await read(publicDraw, { id: (await params).id });
  return { title: draw?.name.en ?? "" };
}

/** What anyone may check, without signing in. */
export default async function Draw({ params }: DrawProps) {
  const { draw } = await read(publicDraw, { id: (await params).id });
  if (!draw) notFound();
  return (
    <PublicPage>
      <DrawProtocol draw={draw} />
    </PublicPage>
  );
}
