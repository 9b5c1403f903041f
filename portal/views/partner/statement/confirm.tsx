import { CircleCheck } from "lucide-react";
import { getTranslations } from "next-intl/server";
import type { AnswerOf } from "#portal/lib/partner.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { DeedDialog } from "#portal/ui/deed-dialog.tsx";
import { Panel } from "#portal/ui/page.tsx";
import { confirmStatement, type statementPage } from "#schema/documents.ts";

type Statement = NonNullable<AnswerOf<typeof statementPage>["statement"]>;

/** The partner's own yes to the figures, while the cycle is in review; afterwards when it was said. */
export async function Confirmation({ statement, roles }: { statement: Statement; roles: readonly string[] }) {
  const t = await getTranslations("ownStatement");
  const texts = await getTexts();
  if (statement.supersededAt) return null;
  if (statement.confirmedAt)
    return (
      <Panel>
        <p className="flex items-center gap-3 text-good" data-confirmed>
          <CircleCheck className="size-5 shrink-0" aria-hidden="true" />
          {t("confirmed", { at: texts.instant(statement.confirmedAt) })}
        </p>
      </Panel>
    );
  if (statement.cycle.state !== "IN_REVIEW") return null;
  const may = roles.some((role) => role === "PARTNER_OWNER" || role === "PARTNER_FINANCE");
  return (
    <Panel title={t("reviewTitle")} note={t("reviewText")}>
      {may ? (
        <DeedDialog
          operation={confirmStatement}
          input={{ statementId: statement.id }}
          takes={{}}
          button={t("confirm")}
          title={t("confirmTitle")}
          text={t("confirmText", { amount: texts.money(statement.position) })}
          confirm={t("confirm")}
          done={t("confirmDone")}
        />
      ) : (
        <p className="text-ink-soft">{t("whoConfirms")}</p>
      )}
    </Panel>
  );
}
