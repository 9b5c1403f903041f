import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { organisationsOf, roleNames } from "#portal/lib/staff.ts";
import { readViewer, requireViewer } from "#portal/lib/viewer.ts";
import { StaffFrame } from "#portal/ui/shell/frame.tsx";
import { NoticeBell } from "#portal/views/shared/notice-bell.tsx";

export default async function OperatorShell({ children }: { children: ReactNode }) {
  const t = await getTranslations("shell");
  const { name, email, roles } = await requireViewer("OperatorStaff");
  const { programme } = await readViewer();
  return (
    <StaffFrame
      shell="operator"
      person={{ name, email, role: await roleNames(roles) }}
      organisation={{ id: "operator", name: programme.name, kind: t("operator"), href: "/operator" }}
      organisations={await organisationsOf()}
      bell={<NoticeBell />}
    >
      {children}
    </StaffFrame>
  );
}
