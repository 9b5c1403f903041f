import { getTranslations } from "next-intl/server";
import { read } from "#portal/lib/read.ts";
import { type SearchParams, searchOf } from "#portal/lib/search-params.ts";
import { ProfilePage } from "#portal/views/member/profile/profile.tsx";
import { myConsentHistory, myProfile } from "#schema/documents.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("profile"))("title") };
}

export default async function Profile({ searchParams }: { searchParams: SearchParams }) {
  const search = await searchOf(searchParams);
  const [profile, history] = await Promise.all([
    read(myProfile, {}),
    read(myConsentHistory, { first: 10, after: search["after"] ?? null }),
  ]);
  return <ProfilePage profile={profile} history={history.consentChanges} search={search} />;
}
