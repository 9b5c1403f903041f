import { getTranslations } from "next-intl/server";
import { read } from "#portal/lib/read.ts";
import { MemberDraws } from "#portal/views/member/draws/draws.tsx";
import { memberDraws } from "#schema/documents.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("draws"))("title") };
}

export default async function Draws() {
  return <MemberDraws answer={await read(memberDraws, {})} />;
}
