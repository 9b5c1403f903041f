import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { RefreshOn } from "#portal/lib/live.tsx";
import { readViewer, requireViewer } from "#portal/lib/viewer.ts";
import { MemberFrame } from "#portal/ui/shell/frame.tsx";
import { SpendAsked } from "#portal/views/member/spend-asked.tsx";
import { balanceChanged } from "#schema/documents.ts";

export default async function MemberShell({ children }: { children: ReactNode }) {
  const { member } = await requireViewer("MemberViewer");
  const { programme } = await readViewer();
  const roles = await getTranslations("roles");
  const name = member.name ?? roles("MEMBER");
  return (
    <MemberFrame person={{ name, email: "", role: roles("MEMBER") }} programme={programme.name}>
      <RefreshOn bell={balanceChanged} variables={{ memberId: member.id }} />
      <SpendAsked />
      {children}
    </MemberFrame>
  );
}
