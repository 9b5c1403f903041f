import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { type Account, ownerIn } from "#portal/lib/account.ts";
import { ifAllowed } from "#portal/lib/allowed.ts";
import { asOf } from "#portal/lib/as-of.ts";
import { read } from "#portal/lib/read.ts";
import { type SearchParams, searchOf } from "#portal/lib/search-params.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { NoPermission } from "#portal/ui/states.tsx";
import { AccountView } from "#portal/views/operator/ledger/account.tsx";
import { accountEntries, cycleList } from "#schema/documents.ts";

type AccountPage = { params: Promise<{ account: string; owner: string }>; searchParams: SearchParams };
type Kinds = NonNullable<Parameters<NonNullable<(typeof accountEntries)["types"]>>[0]["kinds"]>;

export async function generateMetadata() {
  return { title: (await getTranslations("ledger"))("tabAccounts") };
}

export default async function OneAccount({ params, searchParams }: AccountPage) {
  const { account, owner } = (await params) as { account: Account; owner: string };
  const search = await searchOf(searchParams);
  const events = await getTranslations("events");
  const kind = search["kind"] as Kinds[number] | undefined;
  if (!(await getTranslations("accounts")).has(account) || (kind && !events.has(kind))) notFound();
  const { cycles } = await read(cycleList, { first: 50, after: null });
  const all = cycles.edges.map(({ node }) => node);
  const cycleId = search["cycle"] ?? all[0]?.id;
  if (!cycleId) notFound();
  const at = asOf(search, (await getTexts()).zone);
  const asked = { account, ownerId: ownerIn(owner), cycleId, kinds: kind ? [kind] : null, at };
  const answer = await ifAllowed(read(accountEntries, { ...asked, first: 50, after: search["after"] ?? null }));
  if (!answer) return <NoPermission homeHref="/operator" />;
  const { cycle } = answer;
  if (!cycle) notFound();
  return (
    <AccountView account={account} owner={owner} answer={{ ...answer, cycle }} cycles={all} search={search} at={at} />
  );
}
