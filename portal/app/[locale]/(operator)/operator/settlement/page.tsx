import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ifAllowed } from "#portal/lib/allowed.ts";
import { namesOf } from "#portal/lib/names.ts";
import { read } from "#portal/lib/read.ts";
import { type SearchParams, searchOf } from "#portal/lib/search-params.ts";
import { requireViewer } from "#portal/lib/viewer.ts";
import { NoPermission } from "#portal/ui/states.tsx";
import { paymentStates, SettlementView } from "#portal/views/operator/settlement.tsx";
import { cycleList, paymentList, settlementPage } from "#schema/documents.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("settlement"))("title") };
}

/** Cycles whose money is being moved come first; else the newest whose was. */
const moving = ["SETTLING", "APPROVED", "SETTLED", "SETTLED_WITH_DEFAULT"];

export default async function Settlement({ searchParams }: { searchParams: SearchParams }) {
  const search = await searchOf(searchParams);
  const { cycles } = await read(cycleList, { first: 50, after: null });
  const settled = cycles.edges.map(({ node }) => node).filter(({ state }) => moving.includes(state));
  const id = search["cycle"] ?? settled.find(({ state }) => state === "SETTLING")?.id ?? settled[0]?.id;
  if (!id) return <SettlementView cycle={null} cycles={[]} payments={null} search={search} roles={[]} names={String} />;
  const state = paymentStates.find((one) => one === search["state"]) ?? null;
  const [answer, payments, { roles }] = await Promise.all([
    read(settlementPage, { id }),
    ifAllowed(
      read(paymentList, {
        first: 50,
        after: search["after"] ?? null,
        cycleId: id,
        kind: search["kind"] === "PAY_IN" || search["kind"] === "PAY_OUT" ? search["kind"] : null,
        states: state ? [state] : null,
      }),
    ),
    requireViewer("OperatorStaff"),
  ]);
  if (!answer.cycle) notFound();
  if (!payments) return <NoPermission homeHref="/operator" />;
  const names = await namesOf(
    payments.payments.edges.flatMap(({ node }) => [node.submittedBy, node.approvedBy, node.secondApprovedBy]),
  );
  return (
    <SettlementView
      cycle={answer.cycle}
      cycles={settled}
      payments={payments.payments}
      search={search}
      roles={roles}
      names={names}
    />
  );
}
