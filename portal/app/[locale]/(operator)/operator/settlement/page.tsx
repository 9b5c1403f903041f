import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ifAllowed } from "#portal/lib/allowed.ts";
import { namesOf } from "#portal/lib/names.ts";
import { read } from "#portal/lib/read.ts";
import { type SearchParams, searchOf } from "#portal/lib/search-params.ts";
import { requireViewer } from "#portal/lib/viewer.ts";
import { NoPermission } from "#portal/ui/states.tsx";
import { paymentStates, SettlementView } from "#portal/views/operator/settlement.tsx";
import { cycleList, paymentList, returnFiles, settlementPage } from "#schema/documents.ts";

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
  const nothing = { returns: [], files: { edges: [], pageInfo: { hasNextPage: false, endCursor: null } } };
  if (!id) {
    const none = { cycle: null, cycles: [], payments: null, roles: [], ...nothing };
    return <SettlementView {...none} search={search} names={String} />;
  }
  const state = paymentStates.find((one) => one === search["state"]) ?? null;
  const all = { after: null, cycleId: null, states: null };
  const [answer, payments, returned, sent, { roles }] = await Promise.all([
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
    ifAllowed(read(paymentList, { ...all, first: 20, kind: "RETURN" })),
    ifAllowed(read(returnFiles, { first: 5, after: null })),
    requireViewer("OperatorStaff"),
  ]);
  const returns = returned?.payments.edges.map(({ node }) => node) ?? [];
  if (!answer.cycle) notFound();
  if (!payments) return <NoPermission homeHref="/operator" />;
  const names = await namesOf(
    [...payments.payments.edges.map(({ node }) => node), ...returns].flatMap((one) => [
      one.submittedBy,
      one.approvedBy,
      one.secondApprovedBy,
    ]),
  );
  return (
    <SettlementView
      cycle={answer.cycle}
      cycles={settled}
      payments={payments.payments}
      returns={returns}
      files={sent?.returnFiles ?? nothing.files}
      search={search}
      roles={roles}
      names={names}
    />
  );
}
