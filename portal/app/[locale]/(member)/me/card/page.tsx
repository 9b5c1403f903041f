import { getTranslations } from "next-intl/server";
import { readMember } from "#portal/lib/member.ts";
import { read } from "#portal/lib/read.ts";
import { type SearchParams, searchOf } from "#portal/lib/search-params.ts";
import { MemberCard } from "#portal/views/member/card.tsx";
import { memberCards, memberSpendCode } from "#schema/documents.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("member"))("cardTitle") };
}

export default async function Card({ searchParams }: { searchParams: SearchParams }) {
  const spending = (await searchOf(searchParams))["show"] === "spend";
  const [member, { spendPolicy, telephoneWallets }, shown] = await Promise.all([
    readMember(memberCards, {}),
    read(memberCards, {}),
    spending ? read(memberSpendCode, {}) : null,
  ]);
  return (
    <MemberCard
      member={member}
      policy={spendPolicy}
      wallets={telephoneWallets}
      code={shown?.spendCode ?? null}
      spending={spending}
    />
  );
}
