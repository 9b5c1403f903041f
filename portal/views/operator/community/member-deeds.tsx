import { getTranslations } from "next-intl/server";
import { DeedDialog } from "#portal/ui/deed-dialog.tsx";
import { memberField } from "#portal/views/shared/member-field.ts";
import { adjustPoints, blockMember, lockSpending, mergeMembers, unblockMember } from "#schema/documents.ts";

type MemberDeedsProps = { member: { id: string; status: string }; locked: boolean; roles: readonly string[] };

const supports = (roles: readonly string[]) =>
  roles.some((role) => role === "OPERATOR_CLERK" || role === "OPERATOR_ADMIN");

/** What the operator's support does for a member, or about one. */
export async function MemberDeeds({ member: { id: memberId, status }, locked, roles }: MemberDeedsProps) {
  const t = await getTranslations("memberDeeds");
  const guards = supports(roles) || roles.includes("OPERATOR_RISK");
  if (!guards || status === "MERGED" || status === "CLOSED") return null;
  const shared = { input: { memberId }, takes: { reason: "required" as const }, look: "secondary" as const };
  const blocked = status === "BLOCKED";
  return (
    <>
      {supports(roles) ? (
        <>
          <DeedDialog
            {...shared}
            operation={adjustPoints}
            takes={{ reason: "required", key: true }}
            button={t("adjust")}
            title={t("adjust")}
            text={t("adjustText")}
            fields={[
              { kind: "whole", name: "points", label: t("points"), required: true },
              { kind: "text", name: "takeFromLotId", label: t("lot"), hint: t("lotHint") },
            ]}
            confirm={t("adjust")}
            done={t("adjusted")}
          />
          <DeedDialog
            {...shared}
            operation={mergeMembers}
            input={{ fromMemberId: memberId }}
            takes={{ reason: "required", key: true }}
            button={t("merge")}
            title={t("merge")}
            text={t("mergeText")}
            fields={[await memberField("into", t("survivor"))]}
            confirm={t("merge")}
            done={t("merged")}
          />
        </>
      ) : null}
      {locked ? null : (
        <DeedDialog
          {...shared}
          operation={lockSpending}
          button={t("lock")}
          title={t("lock")}
          text={t("lockText")}
          confirm={t("lock")}
          done={t("locked")}
        />
      )}
      <DeedDialog
        {...shared}
        operation={blocked ? unblockMember : blockMember}
        look={blocked ? "secondary" : "danger"}
        button={blocked ? t("unblock") : t("block")}
        title={blocked ? t("unblock") : t("block")}
        text={blocked ? t("unblockText") : t("blockText")}
        confirm={blocked ? t("unblock") : t("block")}
        done={blocked ? t("unblocked") : t("blocked")}
      />
    </>
  );
}
