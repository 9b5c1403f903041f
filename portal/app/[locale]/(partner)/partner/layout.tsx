import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { RefreshOn } from "#portal/lib/live.tsx";
import { organisationsOf, roleNames } from "#portal/lib/staff.ts";
import { requireViewer } from "#portal/lib/viewer.ts";
import { StaffFrame } from "#portal/ui/shell/frame.tsx";
import { NoticeBell } from "#portal/views/shared/notice-bell.tsx";
import { partnerActivity } from "#schema/documents.ts";

export default async function PartnerShell({ children }: { children: ReactNode }) {
  const t = await getTranslations("shell");
  const { name, email, roles, partner } = await requireViewer("PartnerStaff");
  return (
    <StaffFrame
      shell="partner"
      person={{ name, email, role: await roleNames(roles) }}
      organisation={{ id: partner.id, name: partner.name, kind: t("partner"), href: "/partner" }}
      organisations={await organisationsOf()}
      bell={<NoticeBell />}
    >
      <RefreshOn bell={partnerActivity} variables={{ partnerId: partner.id }} />
      {children}
    </StaffFrame>
  );
}
