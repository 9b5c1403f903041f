import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { RefreshOn } from "#portal/lib/live.tsx";
import { read } from "#portal/lib/read.ts";
import { readViewer, requireViewer } from "#portal/lib/viewer.ts";
import { MemberFrame } from "#portal/ui/shell/frame.tsx";
import { InboxBell } from "#portal/ui/shell/inbox-bell.tsx";
import { SpendAsked } from "#portal/views/member/spend-asked.tsx";
import { balanceChanged, noticesChanged, unreadMessages } from "#schema/documents.ts";

export default async function MemberShell({ children }: { children: ReactNode }) {
  const { member } = await requireViewer("MemberViewer");
  const [{ programme }, { unreadMessageCount, unreadNoticeCount }] = await Promise.all([
    readViewer(),
    read(unreadMessages, {}),
  ]);
  const roles = await getTranslations("roles");
  const name = member.name ?? roles("MEMBER");
  return (
    <MemberFrame
      person={{ name, email: "", role: roles("MEMBER") }}
      programme={programme.name}
      bell={<InboxBell unread={unreadMessageCount + unreadNoticeCount} />}
    >
      <RefreshOn bell={noticesChanged} variables={{}} ofPage={false} />
      <RefreshOn bell={balanceChanged} variables={{ memberId: member.id }} />
      <SpendAsked />
      {children}
    </MemberFrame>
  );
}
