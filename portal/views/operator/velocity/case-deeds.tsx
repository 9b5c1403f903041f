import { getTranslations } from "next-intl/server";
import { DeedDialog } from "#portal/ui/deed-dialog.tsx";
import { Status } from "#portal/ui/status.tsx";
import { confirmVelocityCase, dismissVelocityCase, takeVelocityCase } from "#schema/documents.ts";

type CaseDeedsProps = {
  velocityCase: { id: string; state: string };
  roles: readonly string[];
  /** Beside others in a table: only the next step. */
  small?: boolean;
};

const workers = ["OPERATOR_CLERK", "OPERATOR_RISK"];

/** Take it, then say what it was. */
export async function CaseDeeds({ velocityCase: { id, state }, roles, small = false }: CaseDeedsProps) {
  const t = await getTranslations("velocityDesk");
  const velocity = await getTranslations("velocity");
  if (!roles.some((role) => workers.includes(role))) return null;
  const to = (state: string) => <Status state={state} />;
  const shared = {
    input: { velocityCaseId: id },
    takes: { reason: "required", reasonField: "note" },
    ...(small ? { size: "small" as const } : {}),
  } as const;
  const change = (after: string) => [{ name: velocity("state"), before: to(state), after: to(after) }];
  if (state === "OPEN") {
    return (
      <DeedDialog
        {...shared}
        operation={takeVelocityCase}
        look={small ? "secondary" : "primary"}
        button={t("take")}
        title={t("take")}
        text={t("takeText")}
        changes={change("TAKEN")}
        confirm={t("take")}
        done={t("takeDone")}
      />
    );
  }
  if (state !== "TAKEN" || small) return null;
  return (
    <>
      <DeedDialog
        {...shared}
        operation={dismissVelocityCase}
        look="secondary"
        button={t("dismiss")}
        title={t("dismiss")}
        text={t("dismissText")}
        changes={change("DISMISSED")}
        confirm={t("dismiss")}
        done={t("dismissDone")}
      />
      <DeedDialog
        {...shared}
        operation={confirmVelocityCase}
        look="danger"
        button={t("confirm")}
        title={t("confirm")}
        text={t("confirmText")}
        changes={change("MISUSE")}
        confirm={t("confirm")}
        done={t("confirmDone")}
      />
    </>
  );
}
