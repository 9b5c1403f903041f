import { getTranslations } from "next-intl/server";
import { ladderDraft } from "#portal/lib/ladder-draft.ts";
import { read } from "#portal/lib/read.ts";
import { type SearchParams, searchOf } from "#portal/lib/search-params.ts";
import { requireViewer } from "#portal/lib/viewer.ts";
import { NoPermission } from "#portal/ui/states.tsx";
import { NewLadder } from "#portal/views/operator/programme/new-ladder.tsx";
import { tierDesk, tierPreview } from "#schema/documents.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("privilegeDesk"))("changeTiers") };
}

export default async function NewTiers({ searchParams }: { searchParams: SearchParams }) {
  const search = await searchOf(searchParams);
  const [desk, { roles }] = await Promise.all([read(tierDesk, { first: 1 }), requireViewer("OperatorStaff")]);
  const proposes = roles.includes("OPERATOR_CLERK") || roles.includes("OPERATOR_ADMIN");
  if (!proposes) return <NoPermission homeHref="/operator" />;
  const { tierLadder: inForce } = desk;
  const current = inForce && {
    counts: [...inForce.counts],
    period: inForce.period,
    protectionMonths: inForce.protectionMonths,
    downgrade: inForce.downgrade,
    tiers: inForce.tiers.map(({ code, from, name, benefits }) => ({ code, from, name, benefits: [...benefits] })),
  };
  const draft = ladderDraft(search, current);
  const then = draft ? (await read(tierPreview, { ladder: draft })).tierLadderPreview : null;
  return <NewLadder draft={draft} now={desk.tierCounts} then={then} />;
}
