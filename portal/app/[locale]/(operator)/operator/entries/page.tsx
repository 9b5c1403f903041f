import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ifAllowed } from "#portal/lib/allowed.ts";
import { entriesBehind } from "#portal/lib/entries-behind.ts";
import { read } from "#portal/lib/read.ts";
import { isFiltered, type SearchParams, searchOf } from "#portal/lib/search-params.ts";
import { NoPermission } from "#portal/ui/states.tsx";
import { LedgerTabs } from "#portal/views/operator/ledger/tabs.tsx";
import { LedgerFilters } from "#portal/views/operator/ledger-filters.tsx";
import { EntriesBehind } from "#portal/views/shared/entries-behind.tsx";
import { cycleList } from "#schema/documents.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("operator"))("entriesTitle") };
}

/** The ledger of a cycle, or what is behind one figure of it. */
export default async function Entries({ searchParams }: { searchParams: SearchParams }) {
  const asked = await searchOf(searchParams);
  const t = await getTranslations("operator");
  const { cycles } = await read(cycleList, { first: 50, after: null });
  const newest = cycles.edges[0]?.node.id;
  const search = asked["cycle"] || !newest ? asked : { ...asked, cycle: newest };
  const cycle = await ifAllowed(entriesBehind(search));
  if (!cycle) return search["cycle"] && cycles.edges.length > 0 ? <NoPermission homeHref="/operator" /> : notFound();
  const { cycle: _cycle, ...rest } = asked;
  const narrowed = isFiltered(rest);
  return (
    <EntriesBehind
      cycle={cycle}
      search={search}
      path="/operator/entries"
      entryPath="/operator/entries"
      ofPartner={search["partner"]}
      title={narrowed ? t("behind") : t("entriesTitle")}
      lead={narrowed ? undefined : t("entriesLead")}
    >
      {narrowed ? null : (
        <>
          <LedgerTabs current="entries" />
          <LedgerFilters
            cycles={cycles.edges.map(({ node }) => ({
              value: node.id,
              name: t("cycleNumber", { number: String(node.seq) }),
            }))}
          />
        </>
      )}
    </EntriesBehind>
  );
}
