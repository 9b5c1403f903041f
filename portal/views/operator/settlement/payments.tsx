import { getTranslations } from "next-intl/server";
import { Link } from "#portal/i18n/navigation.ts";
import { daysSince } from "#portal/lib/days.ts";
import type { Search } from "#portal/lib/search-params.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { Money } from "#portal/ui/amount.tsx";
import { Panel } from "#portal/ui/page.tsx";
import { Empty } from "#portal/ui/states.tsx";
import { paymentState, Status } from "#portal/ui/status.tsx";
import { PaymentDeeds } from "#portal/views/operator/settlement/payment-deeds.tsx";
import { type Payment, type PaymentPage, SETTLEMENT, type SettledCycle } from "#portal/views/operator/settlement.tsx";
import { PagedTable } from "#portal/views/shared/paged-table.tsx";

const late = ["OVERDUE", "DEFAULTED"];

type Names = (actor: string | null) => string;
type PaymentsProps = { cycle: SettledCycle; page: PaymentPage; search: Search; roles: readonly string[]; names: Names };

/** Each transfer to make or to expect: who, how much, under which reference, how far, and what the bank said. */
export async function Payments({ cycle, page, search, roles, names }: PaymentsProps) {
  const t = await getTranslations("settlement");
  const texts = await getTexts();
  const days = await getTranslations("disputes");
  const ago = (count: number) => ({ count, n: texts.points(count) });
  const row = async (payment: Payment) => ({
    id: payment.id,
    cells: {
      partner: payment.partner ? (
        <Link href={`/operator/partners/${payment.partner.id}/risk`} className="hover:text-accent hover:underline">
          {payment.partner.name}
        </Link>
      ) : (
        payee(payment)
      ),
      kind: t(payment.kind),
      amount: (
        <b className="font-semibold">
          <Money value={payment.amount} />
        </b>
      ),
      received: payment.kind === "PAY_IN" ? <Money value={payment.received} tone="muted" /> : null,
      reference: <Reference payment={payment} />,
      account: payment.bankAccount ? <Account account={payment.bankAccount} /> : null,
      state: <Status state={paymentState(payment.state)} />,
      answer: payment.bankAnswer ? <code className="text-sm">{payment.bankAnswer}</code> : null,
      due: payment.obligation?.dueOn ? (
        <span className="whitespace-nowrap">
          {texts.businessDate(payment.obligation.dueOn)}
          {late.includes(payment.obligation.state) ? (
            <span className="block text-bad text-sm">
              {days("daysOver", ago(daysSince(`${payment.obligation.dueOn}T00:00:00Z`, Date.now())))}
            </span>
          ) : null}
        </span>
      ) : null,
      signed: [payment.submittedBy, payment.approvedBy, payment.secondApprovedBy]
        .filter((actor) => actor !== null)
        .map(names)
        .join(", "),
      deeds: <PaymentDeeds cycleId={cycle.id} payment={payment} roles={roles} />,
    },
  });
  return (
    <Panel title={t("instructions")} flush>
      <PagedTable
        caption={t("instructions")}
        columns={[
          { id: "partner", name: t("partner") },
          { id: "kind", name: t("kind") },
          { id: "amount", name: t("amount"), align: "end" },
          { id: "received", name: t("received"), align: "end" },
          { id: "reference", name: t("reference") },
          { id: "state", name: t("state") },
          { id: "answer", name: t("bankAnswer") },
          { id: "due", name: t("due") },
          { id: "account", name: t("account"), hidden: true },
          { id: "signed", name: t("signed"), hidden: true },
          { id: "deeds", name: t("more") },
        ]}
        rows={await Promise.all(page.edges.map(({ node }) => row(node)))}
        empty={<Empty title={t("emptyTitle")}>{t("emptyText")}</Empty>}
        path={SETTLEMENT}
        search={search}
        views={["cycle"]}
        pageInfo={page.pageInfo}
        offer={{
          report: "NET_OBLIGATIONS",
          filters: { cycleId: cycle.id },
          formats: ["CSV", "XLSX", "PDF"],
          filesHref: "/operator/exports",
        }}
      />
    </Panel>
  );
}

/** A return may go to an account that is no partner's. */
export const payee = ({ partner, creditorName }: Pick<Payment, "partner" | "creditorName">): string =>
  partner?.name ?? creditorName ?? "–";

async function Reference({ payment }: { payment: Payment }) {
  const t = await getTranslations("settlement");
  return (
    <span className="whitespace-nowrap">
      <code className="select-all text-sm">{payment.endToEndId}</code>
      {payment.creditorReference ? (
        <code className="block select-all text-ink-faint text-xs">{payment.creditorReference}</code>
      ) : null}
      {payment.replaces ? (
        <span className="block text-ink-faint text-xs">
          {t("replaces", { reference: payment.replaces.endToEndId })}
        </span>
      ) : null}
    </span>
  );
}

async function Account({ account }: { account: NonNullable<Payment["bankAccount"]> }) {
  const t = await getTranslations("settlement");
  const texts = await getTexts();
  const cooling = account.usableFrom !== null && Date.parse(account.usableFrom) > Date.now();
  return (
    <span className="whitespace-nowrap">
      <code className="text-sm">{account.iban}</code>
      <span className="block text-ink-faint text-xs">{account.holder}</span>
      {cooling && account.usableFrom ? (
        <span className="block text-warn text-xs">{t("cooling", { at: texts.instant(account.usableFrom) })}</span>
      ) : null}
    </span>
  );
}
