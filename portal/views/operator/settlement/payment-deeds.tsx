import { getTranslations } from "next-intl/server";
import { DeedDialog } from "#portal/ui/deed-dialog.tsx";
import { paymentState, Status } from "#portal/ui/status.tsx";
import { payee } from "#portal/views/operator/settlement/payments.tsx";
import type { Payment } from "#portal/views/operator/settlement.tsx";
import { cancelPayments, holdPayOut, liftPayOut, replacePayment } from "#schema/documents.ts";

type PaymentDeedsProps = { cycleId: string | null; payment: Payment; roles: readonly string[] };

const unsent = ["DRAFT", "PENDING_APPROVAL", "APPROVED"];
const over = ["CANCELLED", "REJECTED", "RETURNED"];

/** What can be done with one pay-out: withdraw it, replace it, hold it or let it go. A return can be withdrawn. */
export async function PaymentDeeds({ cycleId, payment, roles }: PaymentDeedsProps) {
  const t = await getTranslations("settlement");
  if (payment.kind === "PAY_IN") return null;
  const works = roles.some((role) => role === "OPERATOR_CLERK" || role === "OPERATOR_FINANCE");
  const holds = roles.includes("OPERATOR_RISK");
  const shared = { look: "secondary", size: "small" } as const;
  const held = payment.obligation?.state === "ON_HOLD";
  return (
    <span className="flex flex-wrap gap-1.5">
      {works && unsent.includes(payment.state) ? (
        <DeedDialog
          {...shared}
          operation={cancelPayments}
          input={{ cycleId, paymentIds: [payment.id] }}
          takes={{ reason: "required" }}
          button={t("cancel")}
          title={`${t("cancel")}: ${payee(payment)}`}
          text={t("cancelText")}
          changes={[
            {
              name: t("state"),
              before: <Status state={paymentState(payment.state)} />,
              after: <Status state="CANCELLED" />,
            },
          ]}
          confirm={t("cancel")}
          done={t("cancelDone")}
        />
      ) : null}
      {works && payment.kind === "PAY_OUT" && over.includes(payment.state) ? (
        <DeedDialog
          {...shared}
          operation={replacePayment}
          input={{ paymentId: payment.id }}
          takes={{ reason: "required", key: true }}
          button={t("replace")}
          title={`${t("replace")}: ${payee(payment)}`}
          text={t("replaceText")}
          confirm={t("replace")}
          done={t("replaceDone")}
        />
      ) : null}
      {holds && payment.obligation && (held || unsent.includes(payment.state)) ? (
        <DeedDialog
          {...shared}
          operation={held ? liftPayOut : holdPayOut}
          input={{ obligationId: payment.obligation.id }}
          takes={{ reason: "required" }}
          button={held ? t("lift") : t("hold")}
          title={`${held ? t("lift") : t("hold")}: ${payee(payment)}`}
          text={held ? t("liftText") : t("holdText")}
          confirm={held ? t("lift") : t("hold")}
          done={held ? t("liftDone") : t("holdDone")}
        />
      ) : null}
    </span>
  );
}
