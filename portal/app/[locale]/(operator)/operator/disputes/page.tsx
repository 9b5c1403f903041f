import { getTranslations } from "next-intl/server";
import { ifAllowed } from "#portal/lib/allowed.ts";
import { read } from "#portal/lib/read.ts";
import { type SearchParams, searchOf } from "#portal/lib/search-params.ts";
import { NoPermission } from "#portal/ui/states.tsx";
import { DisputesView } from "#portal/views/operator/disputes.tsx";
import { disputeList, disputeQueue } from "#schema/documents.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("disputes"))("title") };
}

export default async function Disputes({ searchParams }: { searchParams: SearchParams }) {
  const search = await searchOf(searchParams);
  const states =
    search["state"] === "over" ? (["RESOLVED", "WITHDRAWN"] as const) : (["OPEN", "RESPONDED", "ARBITRATION"] as const);
  const answer = await ifAllowed(
    Promise.all([
      read(disputeList, { first: 50, after: search["after"] ?? null, states: [...states], dueBefore: null }),
      read(disputeQueue, {}),
    ]),
  );
  if (!answer) return <NoPermission homeHref="/operator" />;
  const [{ disputes }, { disputeQueue: queue }] = answer;
  return <DisputesView disputes={disputes} queue={queue} search={search} />;
}
