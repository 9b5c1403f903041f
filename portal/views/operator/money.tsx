import { getTranslations } from "next-intl/server";
import type { AnswerOf } from "#portal/lib/partner.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { PageHead, Panel } from "#portal/ui/page.tsx";
import { Empty } from "#portal/ui/states.tsx";
import { Status } from "#portal/ui/status.tsx";
import { DataTable } from "#portal/ui/table.tsx";
import { BankBookPanel } from "#portal/views/operator/money/book.tsx";
import { BookHistory } from "#portal/views/operator/money/history.tsx";
import { ProposeAccount } from "#portal/views/operator/money/propose-account.tsx";
import { Secured, type Standing } from "#portal/views/operator/money/secured.tsx";
import { grouped } from "#portal/views/partner/settlement/to-pay.tsx";
import type { ownMoney } from "#schema/documents.ts";

export type OwnMoney = AnswerOf<typeof ownMoney>;
export type OwnBook = OwnMoney["bankReconciliation"][number];
type Account = OwnMoney["settlementAccounts"]["edges"][number]["node"];
type OwnMoneyProps = {
  money: OwnMoney;
  /** What partners put up; null for whoever may not see exposures. */
  standings: Standing[] | null;
  partners: { id: string; name: string; isOperator: boolean }[];
  roles: readonly string[];
};

/** The operator's own accounts, each beside what the books hold of it, and what partners put up. */
export async function OwnMoneyView({ money, standings, partners, roles }: OwnMoneyProps) {
  const t = await getTranslations("ownMoney");
  const operatorId = partners.find(({ isOperator }) => isOperator)?.id;
  const reads = roles.some((role) => role !== "OPERATOR_CLERK");
  return (
    <>
      <PageHead
        title={t("title")}
        lead={t("lead")}
        actions={operatorId && roles.includes("OPERATOR_ADMIN") ? <ProposeAccount partnerId={operatorId} /> : null}
      />
      <div className="grid gap-6">
        <div className="grid items-start gap-6 lg:grid-cols-2">
          {money.bankReconciliation.map((book) => (
            <BankBookPanel key={book.book} book={book} />
          ))}
        </div>
        {standings ? <Secured standings={standings} partners={partners} roles={roles} /> : null}
        {reads ? money.bankReconciliation.map((book) => <BookHistory key={book.book} book={book} />) : null}
        <Versions
          accounts={[...money.settlementAccounts.edges, ...money.collateralAccounts.edges].map(({ node }) => node)}
        />
      </div>
    </>
  );
}

async function Versions({ accounts }: { accounts: Account[] }) {
  const t = await getTranslations("ownMoney");
  const texts = await getTexts();
  return (
    <Panel title={t("accounts")} flush>
      <DataTable
        caption={t("accounts")}
        columns={[
          { id: "iban", name: t("iban") },
          { id: "purpose", name: t("purpose") },
          { id: "holder", name: t("holder") },
          { id: "state", name: t("state") },
          { id: "since", name: t("since") },
          { id: "replaced", name: t("replaced") },
          { id: "bic", name: t("bic"), hidden: true },
        ]}
        rows={accounts.map((account) => ({
          id: account.id,
          ...(account.state === "PROPOSED" ? { href: "/operator/approvals" } : {}),
          cells: {
            iban: <span className="figures whitespace-nowrap">{grouped(account.iban)}</span>,
            purpose: t(account.purpose === "COLLATERAL" ? "COLLATERAL" : "SETTLEMENT"),
            holder: account.holder,
            state: <Status state={account.state} />,
            since: <span className="whitespace-nowrap">{texts.date(account.createdAt)}</span>,
            replaced: account.supersededAt ? texts.date(account.supersededAt) : null,
            bic: account.bic,
          },
        }))}
        empty={<Empty title={t("accountsEmpty")}>{t("accountsEmptyText")}</Empty>}
      />
    </Panel>
  );
}
