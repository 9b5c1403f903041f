import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { Account } from "#portal/lib/account.ts";
import { ifAllowed } from "#portal/lib/allowed.ts";
import { asOf } from "#portal/lib/as-of.ts";
import { read } from "#portal/lib/read.ts";
import { type SearchParams, searchOf } from "#portal/lib/search-params.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { NoPermission } from "#portal/ui/states.tsx";
import { AccountOwners } from "#portal/views/operator/ledger/owners.tsx";
import { accountOwners } from "#schema/documents.ts";

type OwnersPage = { params: Promise<{ account: string }>; searchParams: SearchParams };

export async function generateMetadata() {
  return { title: (await getTranslations("ledger"))("tabAccounts") };
}

export default async function Owners({ params, searchParams }: OwnersPage) {
  const account = (await params).account as Account;
  if (!(await getTranslations("accounts")).has(account)) notFound();
  const search = await searchOf(searchParams);
  const at = asOf(search, (await getTexts()).zone);
  const answer = await ifAllowed(read(accountOwners, { account, at, first: 50, after: search["after"] ?? null }));
  if (!answer) return <NoPermission homeHref="/operator" />;
  return <AccountOwners account={account} answer={answer} search={search} at={at} />;
}
