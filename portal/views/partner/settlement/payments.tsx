import { getTranslations } from "next-intl/server";
import type { Search } from "#portal/lib/search-params.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { Money } from "#portal/ui/amount.tsx";
import { ChoiceFilter, Filters } from "#portal/ui/filters.tsx";
import { Panel } from "#portal/ui/page.tsx";
import { Empty } from "#portal/ui/states.tsx";
import { paymentState, Status } from "#portal/ui/status.tsx";
import { type OwnPayment, SETTLEMENT, type SettlementAnswer } from "#portal/views/partner/settlement.tsx";
import { PagedTable } from "#portal/views/shared/paged-table.tsx";

/** Every transfer between us and the coalition, newest first, each with the mark of how far it is. */
export async function Payments({ page, search }: { page: SettlementAnswer["payments"]; search: Search }) {
  const t = await getTranslations("ownSettlement");
  const table = await getTranslations("table");
  return (
    <div>
      <Filters>
        <ChoiceFilter
          name="state"
          label={t("state")}
          all={table("all")}
          choices={[
            { value: "open", name: t("open") },
            { value: "over", name: t("over") },
          ]}
        />
      </Filters>
      <Panel title={t("payments")} flush>
        <PagedTable
          caption={t("payments")}
          columns={[
            { id: "cycle", name: t("cycle") },
            { id: "direction", name: t("direction") },
            { id: "amount", name: t("amount"), align: "end" },
            { id: "received", name: t("paidMark"), align: "end" },
            { id: "due", name: t("due") },
            { id: "state", name: t("state") },
            { id: "reference", name: t("endToEndId") },
            { id: "account", name: t("toAccount"), hidden: true },
          ]}
          rows={await Promise.all(page.edges.map(({ node }) => rowOf(node)))}
          empty={<Empty title={t("emptyTitle")}>{t("emptyText")}</Empty>}
          path={SETTLEMENT}
          search={search}
          pageInfo={page.pageInfo}
          offer={{ report: "PAYMENT_ADVICE", filters: {}, formats: ["XLSX", "CSV"], filesHref: "/partner/exports" }}
        />
      </Panel>
    </div>
  );
}

async function rowOf(payment: OwnPayment) {
  const t = await getTranslations("ownSettlement");
  const partner = await getTranslations("partner");
  const texts = await getTexts();
  const { kind, obligation, bankAccount } = payment;
  const through = payment.state === "BOOKED" ? payment.amount : kind === "PAY_IN" ? payment.received : null;
  return {
    id: payment.id,
    cells: {
      cycle: payment.cycle ? (
        <span className="whitespace-nowrap">{partner("cycleNumber", { number: String(payment.cycle.seq) })}</span>
      ) : null,
      direction: t(kind),
      amount: <Money value={payment.amount} />,
      received: through ? <Money value={through} tone="muted" /> : null,
      due: obligation?.dueOn ? <span className="whitespace-nowrap">{texts.businessDate(obligation.dueOn)}</span> : null,
      state: (
        <>
          <Status state={paymentState(payment.state)} />
          {payment.provisionalUntil ? (
            <span className="mt-1 block text-ink-faint text-sm">
              {t("provisionalUntil", { date: texts.date(payment.provisionalUntil) })}
            </span>
          ) : null}
        </>
      ),
      reference: (
        <>
          <code className="text-sm">{payment.endToEndId}</code>
          {payment.creditorReference ? (
            <code className="block text-ink-faint text-sm">{payment.creditorReference}</code>
          ) : null}
        </>
      ),
      account: bankAccount ? <code className="text-sm">{bankAccount.iban}</code> : null,
    },
  };
}
