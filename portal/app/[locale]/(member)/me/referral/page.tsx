import { getTranslations } from "next-intl/server";
import { readMember } from "#portal/lib/member.ts";
import { read } from "#portal/lib/read.ts";
import { type SearchParams, searchOf } from "#portal/lib/search-params.ts";
import { ReferralPage } from "#portal/views/member/friends/referral.tsx";
import { memberReferrals } from "#schema/documents.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("friends"))("title") };
}

export default async function Referral({ searchParams }: { searchParams: SearchParams }) {
  const search = await searchOf(searchParams);
  const page = { first: 50, after: null };
  const [member, { referralTerms }] = await Promise.all([
    readMember(memberReferrals, page),
    read(memberReferrals, page),
  ]);
  return <ReferralPage member={member} terms={referralTerms} code={search["code"] ?? null} />;
}
