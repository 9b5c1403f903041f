import { getTranslations } from "next-intl/server";
import { Link } from "#portal/i18n/navigation.ts";
import { addedMoney } from "#portal/lib/added-money.ts";
import type { AnswerOf } from "#portal/lib/partner.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { Money } from "#portal/ui/amount.tsx";
import { DownloadLink } from "#portal/ui/button.tsx";
import { DeedDialog } from "#portal/ui/deed-dialog.tsx";
import { Panel } from "#portal/ui/page.tsx";
import { Status } from "#portal/ui/status.tsx";
import { DataTable } from "#portal/ui/table.tsx";
import { PaymentDeeds } from "#portal/views/operator/settlement/payment-deeds.tsx";
import type { Payment } from "#portal/views/operator/settlement.tsx";
import { approvePayments, exportPayments, type returnFiles } from "#schema/documents.ts";

type Files = AnswerOf<typeof returnFiles>["returnFiles"];
type ReturnsProps = {
  returns: Payment[];
  files: Files;
  roles: readonly string[];
  names: (actor: string | null) => string;
};

/** Money without an owner on its way back: of no cycle, from one person's mark to the bank's debit. */
export async function Returns({ returns, files, roles, names }: ReturnsProps) {
  const t = await getTranslations("settlement");
  if (returns.length === 0) return null;
  const row = async (payment: Payment) => ({
    id: payment.id,
    cells: {
      payee: <Payee payment={payment} />,
      amount: (
        <b className="font-semibold">
          <Money value={payment.amount} />
        </b>
      ),
      reference: <code className="select-all whitespace-nowrap text-sm">{payment.endToEndId}</code>,
      state: <Status state={payment.state} />,
      answer: payment.bankAnswer ? <code className="text-sm">{payment.bankAnswer}</code> : null,
      signed: [payment.submittedBy, payment.approvedBy, payment.secondApprovedBy]
        .filter((actor) => actor !== null)
        .map(names)
        .join(", "),
      deeds: <PaymentDeeds cycleId={null} payment={payment} roles={roles} />,
    },
  });
  return (
    <Panel title={t("returns")} note={t("returnsNote")} flush aside={<ReturnDeeds returns={returns} roles={roles} />}>
      <DataTable
        caption={t("returns")}
        columns={[
          { id: "payee", name: t("payee") },
          { id: "amount", name: t("amount"), align: "end" },
          { id: "reference", name: t("reference") },
          { id: "state", name: t("state") },
          { id: "answer", name: t("bankAnswer") },
          { id: "signed", name: t("signed") },
          { id: "deeds", name: t("more") },
        ]}
        rows={await Promise.all(returns.map(row))}
        empty={null}
      />
      <ReturnFiles files={files} />
    </Panel>
  );
}

async function Payee({ payment: { creditorName, creditorIban, receipt } }: { payment: Payment }) {
  const t = await getTranslations("settlement");
  return (
    <span className="whitespace-nowrap">
      {creditorName}
      <code className="block text-ink-faint text-xs">{creditorIban}</code>
      {receipt ? (
        <Link href={`/operator/reconciliation/${receipt.id}`} className="text-accent text-xs hover:underline">
          {t("receipt")}
        </Link>
      ) : null}
    </span>
  );
}

/** The next step of all returns at once; who marked one does not approve it. */
async function ReturnDeeds({ returns, roles }: { returns: Payment[]; roles: readonly string[] }) {
  const t = await getTranslations("settlement");
  const texts = await getTexts();
  const changes = (from: string, to: string) => {
    const total = addedMoney(returns.filter(({ state }) => state === from).map(({ amount }) => amount));
    return [
      { name: t("state"), before: <Status state={from} />, after: <Status state={to} /> },
      ...(total ? [{ name: t("total"), before: texts.money(total), after: texts.money(total) }] : []),
    ];
  };
  const some = (state: string) => returns.some((one) => one.state === state);
  const holds = (...any: string[]) => roles.some((role) => any.includes(role));
  return (
    <span className="flex flex-wrap gap-1.5">
      {some("PENDING_APPROVAL") && holds("OPERATOR_FINANCE") ? (
        <DeedDialog
          operation={approvePayments}
          input={{}}
          takes={{}}
          size="small"
          button={t("approveReturns")}
          title={t("approveReturns")}
          text={t("approveText")}
          changes={changes("PENDING_APPROVAL", "APPROVED")}
          confirm={t("approveReturns")}
          done={t("approveDone")}
        />
      ) : null}
      {some("APPROVED") && holds("OPERATOR_CLERK", "OPERATOR_FINANCE") ? (
        <DeedDialog
          operation={exportPayments}
          input={{}}
          takes={{ key: true }}
          size="small"
          button={t("exportReturns")}
          title={t("exportReturns")}
          text={t("exportReturnsText")}
          changes={changes("APPROVED", "EXPORTED")}
          confirm={t("exportReturns")}
          done={t("exportDone")}
        />
      ) : null}
    </span>
  );
}

async function ReturnFiles({ files }: { files: Files }) {
  const texts = await getTexts();
  if (files.edges.length === 0) return null;
  return (
    <ul className="grid gap-1.5 px-5 py-3">
      {files.edges.map(({ node: file }) => (
        <li key={file.id} className="flex flex-wrap items-center gap-3 text-sm">
          <code>{file.messageId}</code>
          <span className="text-ink-faint">{texts.instant(file.createdAt)}</span>
          <Money value={file.total} />
          <DownloadLink href={`/files/payments/${file.id}`} size="small">
            pain.001
          </DownloadLink>
          <DownloadLink href={`/files/payments/${file.id}?as=csv`} size="small">
            CSV
          </DownloadLink>
        </li>
      ))}
    </ul>
  );
}
