import { getTranslations } from "next-intl/server";
import { readMember } from "#portal/lib/member.ts";
import { read } from "#portal/lib/read.ts";
import { DonatePage } from "#portal/views/member/donate.tsx";
import { memberDonations } from "#schema/documents.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("giving"))("title") };
}

export default async function Donate() {
  const [member, { charities }] = await Promise.all([readMember(memberDonations, {}), read(memberDonations, {})]);
  return <DonatePage member={member} charities={charities} />;
}
