import { getTranslations } from "next-intl/server";
import { addedMoney } from "#portal/lib/added-money.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { DeedDialog } from "#portal/ui/deed-dialog.tsx";
import { paymentState, Status } from "#portal/ui/status.tsx";
import type { SettledCycle } from "#portal/views/operator/settlement.tsx";
import { approvePayments, exportPayments, submitPayments } from "#schema/documents.ts";

/** The next step of a cycle's pay-outs, all of them at once. */
export async function SettlementDeeds({ cycle, roles }: { cycle: SettledCycle; roles: readonly string[] }) {
  const t = await getTranslations("settlement");
  const texts = await getTexts();
  const outs = (state: string) =>
    cycle.paymentProgress.filter((part) => part.kind === "PAY_OUT" && part.state === state);
  const changes = (from: string, to: string) => {
    const total = addedMoney(outs(from).map(({ amount }) => amount));
    return [
      { name: t("state"), before: <Status state={paymentState(from)} />, after: <Status state={to} /> },
      ...(total ? [{ name: t("total"), before: texts.money(total), after: texts.money(total) }] : []),
    ];
  };
  const holds = (...some: string[]) => roles.some((role) => some.includes(role));
  const input = { cycleId: cycle.id };
  return (
    <>
      {outs("DRAFT").length > 0 && holds("OPERATOR_CLERK") ? (
        <DeedDialog
          operation={submitPayments}
          input={input}
          takes={{}}
          button={t("submit")}
          title={t("submitTitle")}
          text={t("submitText")}
          changes={changes("DRAFT", "PENDING_APPROVAL")}
          confirm={t("submit")}
          done={t("submitDone")}
        />
      ) : null}
      {outs("PENDING_APPROVAL").length > 0 && holds("OPERATOR_FINANCE") ? (
        <DeedDialog
          operation={approvePayments}
          input={input}
          takes={{}}
          button={t("approve")}
          title={t("approveTitle")}
          text={t("approveText")}
          changes={changes("PENDING_APPROVAL", "APPROVED")}
          confirm={t("approve")}
          done={t("approveDone")}
        />
      ) : null}
      {outs("APPROVED").length > 0 && holds("OPERATOR_CLERK", "OPERATOR_FINANCE") ? (
        <DeedDialog
          operation={exportPayments}
          input={input}
          takes={{ key: true }}
          button={t("export")}
          title={t("exportTitle")}
          text={t("exportText")}
          changes={changes("APPROVED", "EXPORTED")}
          confirm={t("export")}
          done={t("exportDone")}
        />
      ) : null}
    </>
  );
}
