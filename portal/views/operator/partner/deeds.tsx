import { getTranslations } from "next-intl/server";
import { DeedDialog } from "#portal/ui/deed-dialog.tsx";
import { Status } from "#portal/ui/status.tsx";
import { blockIssuing, resumePartner, suspendPartner } from "#schema/documents.ts";

const mayHold = ["OPERATOR_RISK", "OPERATOR_ADMIN"];

type Partner = { id: string; name: string; status: string | null };

/** Stopping a partner's tills, only its issuing, or letting it go on. */
export async function PartnerDeeds({ partner, roles }: { partner: Partner; roles: readonly string[] }) {
  const t = await getTranslations("operator");
  const risk = await getTranslations("risk");
  if (!roles.some((role) => mayHold.includes(role))) return null;
  const name = partner.name;
  const change = (after: string) => [
    { name: t("status"), before: <Status state={partner.status ?? ""} />, after: <Status state={after} /> },
  ];
  const shared = { input: { partnerId: partner.id }, takes: { reason: "required" as const } };
  if (partner.status === "SUSPENDED" || partner.status === "ISSUE_BLOCKED") {
    return (
      <DeedDialog
        {...shared}
        operation={resumePartner}
        button={t("resume")}
        title={t("resumeTitle", { name })}
        text={t("resumeText")}
        changes={change("ACTIVE")}
        confirm={t("resumeConfirm")}
        done={t("resumeDone", { name })}
      />
    );
  }
  if (partner.status !== "ACTIVE") return null;
  return (
    <>
      <DeedDialog
        {...shared}
        operation={blockIssuing}
        look="secondary"
        button={risk("blockIssuing")}
        title={risk("blockIssuing")}
        text={risk("blockIssuingText")}
        changes={change("ISSUE_BLOCKED")}
        confirm={risk("blockIssuing")}
        done={risk("blockIssuingDone")}
      />
      <DeedDialog
        {...shared}
        operation={suspendPartner}
        look="danger"
        button={t("suspend")}
        title={t("suspendTitle", { name })}
        text={t("suspendText")}
        changes={change("SUSPENDED")}
        confirm={t("suspendConfirm")}
        done={t("suspendDone", { name })}
      />
    </>
  );
}
