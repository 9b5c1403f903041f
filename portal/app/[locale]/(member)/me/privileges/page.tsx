import { getLocale, getTranslations } from "next-intl/server";
import { redirect } from "#portal/i18n/navigation.ts";
import { read } from "#portal/lib/read.ts";
import { Privileges } from "#portal/views/member/privileges.tsx";
import { memberPrivileges } from "#schema/documents.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("privileges"))("title") };
}

export default async function PrivilegesPage() {
  const answer = await read(memberPrivileges, {});
  const { viewer } = answer;
  if (viewer?.__typename !== "MemberViewer") return redirect({ href: "/enter", locale: await getLocale() });
  return <Privileges member={viewer.member} answer={answer} />;
}
