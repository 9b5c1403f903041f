import { getTranslations } from "next-intl/server";
import { readMember } from "#portal/lib/member.ts";
import { MemberExpiry } from "#portal/views/member/expiry.tsx";
import { memberPoints } from "#schema/documents.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("member"))("expiryTitle") };
}

export default async function Expiry() {
  return <MemberExpiry member={await readMember(memberPoints, {})} />;
}
