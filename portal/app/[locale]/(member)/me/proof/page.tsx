import { getTranslations } from "next-intl/server";
import { readMember } from "#portal/lib/member.ts";
import { MemberProof } from "#portal/views/member/proof.tsx";
import { memberBalanceProof } from "#schema/documents.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("balanceProof"))("title") };
}

export default async function Proof() {
  return <MemberProof member={await readMember(memberBalanceProof, {})} />;
}
