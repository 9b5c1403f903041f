import { getTranslations } from "next-intl/server";
import { ifAllowed } from "#portal/lib/allowed.ts";
import { read } from "#portal/lib/read.ts";
import { type SearchParams, searchOf } from "#portal/lib/search-params.ts";
import { requireViewer } from "#portal/lib/viewer.ts";
import { NoPermission } from "#portal/ui/states.tsx";
import { CustomerBook, groups, LookUpAlone, sorts } from "#portal/views/partner/customers/book.tsx";
import { customerBook } from "#schema/documents.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("customers"))("title") };
}

const tills = ["PARTNER_OWNER", "PARTNER_MANAGER", "PARTNER_CASHIER"];

export default async function Customers({ searchParams }: { searchParams: SearchParams }) {
  const search = await searchOf(searchParams);
  const { roles } = await requireViewer("PartnerStaff");
  const answer = await ifAllowed(
    read(customerBook, {
      first: 25,
      after: search["after"] ?? null,
      sort: sorts.find((sort) => sort === search["sort"]) ?? null,
      group: groups.find((group) => group === search["group"]) ?? null,
      tag: search["tag"] ?? null,
      segmentId: search["segment"] ?? null,
      silentDays: /^\d{1,3}$/.test(search["silent"] ?? "") ? Number(search["silent"]) : null,
    }),
  );
  const mayLookUp = roles.some((role) => tills.includes(role));
  if (answer) return <CustomerBook answer={answer} search={search} mayLookUp={mayLookUp} />;
  return mayLookUp ? <LookUpAlone /> : <NoPermission homeHref="/partner" />;
}
