import { getTranslations } from "next-intl/server";
import { ifAllowed } from "#portal/lib/allowed.ts";
import { asOf } from "#portal/lib/as-of.ts";
import { read } from "#portal/lib/read.ts";
import { type SearchParams, searchOf } from "#portal/lib/search-params.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { NoPermission } from "#portal/ui/states.tsx";
import { AccountsView } from "#portal/views/operator/ledger/accounts.tsx";
import { accountTotals } from "#schema/documents.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("ledger"))("tabAccounts") };
}

export default async function Accounts({ searchParams }: { searchParams: SearchParams }) {
  const search = await searchOf(searchParams);
  const at = asOf(search, (await getTexts()).zone);
  const answer = await ifAllowed(read(accountTotals, { at }));
  if (!answer) return <NoPermission homeHref="/operator" />;
  return <AccountsView totals={answer.accountTotals} search={search} at={at} />;
}
