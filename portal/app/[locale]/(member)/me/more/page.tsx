import { getTranslations } from "next-intl/server";
import { MemberMore } from "#portal/views/member/more.tsx";

export async function generateMetadata() {
  return { title: (await getTranslations("more"))("title") };
}

export default function More() {
  return <MemberMore />;
}
