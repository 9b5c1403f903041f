import { getTranslations } from "next-intl/server";
import { read } from "#portal/lib/read.ts";
import { WorkQueueView } from "#portal/views/operator/work-queue.tsx";
import { workQueue } from "#schema/documents.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("queue"))("title") };
}

/** Where the operator's people land: what waits for them. */
export default async function WorkQueue() {
  const { workQueue: works } = await read(workQueue, {});
  return <WorkQueueView works={works} />;
}
