import { getTranslations } from "next-intl/server";
import { addedMoney, millionths } from "#portal/lib/added-money.ts";
import { operatorOffer } from "#portal/lib/offer.ts";
import type { AnswerOf } from "#portal/lib/partner.ts";
import { address, type Search } from "#portal/lib/search-params.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { PageHead, Panel } from "#portal/ui/page.tsx";
import { Empty } from "#portal/ui/states.tsx";
import { DataTable } from "#portal/ui/table.tsx";
import { AsOfFilter, asOfWords } from "#portal/views/operator/ledger/as-of-filter.tsx";
import { Size, sides } from "#portal/views/operator/ledger/sides.tsx";
import { ACCOUNTS, LedgerTabs } from "#portal/views/operator/ledger/tabs.tsx";
import type { accountTotals } from "#schema/documents.ts";

type Total = AnswerOf<typeof accountTotals>["accountTotals"][number];
type AccountsProps = { totals: Total[]; search: Search; at: string | null };

/** The trial balance: every kind of account on its side, points and money apart, each summing to zero. */
export async function AccountsView({ totals, search, at }: AccountsProps) {
  const t = await getTranslations("ledger");
  const operator = await getTranslations("operator");
  return (
    <>
      <PageHead title={operator("entriesTitle")} lead={(await asOfWords(search)) ?? t("accountsLead")} />
      <LedgerTabs current="accounts" />
      <AsOfFilter />
      {totals.length === 0 ? (
        <Panel>
          <Empty title={t("emptyTitle")}>{t("emptyText")}</Empty>
        </Panel>
      ) : (
        <div className="grid items-start gap-6 xl:grid-cols-2">
          <Trial of="points" totals={totals.filter(({ points }) => points !== null)} search={search} at={at} />
          <Trial of="money" totals={totals.filter(({ money }) => money !== null)} search={search} at={at} />
        </div>
      )}
    </>
  );
}

async function Trial({ of, totals, search, at }: AccountsProps & { of: "points" | "money" }) {
  const t = await getTranslations("ledger");
  const names = await getTranslations("accounts");
  const texts = await getTexts();
  const title = t(of === "points" ? "pointsAccounts" : "moneyAccounts");
  const sums = sumsOf(totals);
  return (
    <Panel title={title} note={t(of === "points" ? "pointsNote" : "moneyNote")} flush>
      <DataTable
        caption={title}
        columns={[
          { id: "account", name: t("account"), foot: t("sum") },
          { id: "debit", name: t("debit"), align: "end", foot: sums.debit },
          { id: "credit", name: t("credit"), align: "end", foot: sums.credit },
          { id: "entries", name: t("entries"), align: "end" },
        ]}
        rows={totals.map((total) => ({
          id: total.account,
          href: address(`${ACCOUNTS}/${total.account}`, { at: search["at"] }),
          cells: { account: names(total.account), ...sides(total), entries: texts.points(total.entryCount) },
        }))}
        empty={<Empty title={t("emptyTitle")}>{t("emptyText")}</Empty>}
        offer={operatorOffer("ACCOUNT_BALANCES", at ? { until: at } : {})}
      />
    </Panel>
  );
}

/** What stands on each side; the two are equal, or the books are wrong. */
function sumsOf(totals: Total[]) {
  const money = totals.flatMap(({ money }) => money ?? []);
  const side = (sign: 1 | -1) => {
    const points = totals.reduce((sum, total) => sum + Math.max(0, sign * (total.points ?? 0)), 0);
    const added = addedMoney(money.filter(({ amount }) => millionths(amount) * BigInt(sign) > 0n));
    return <Size balance={money.length > 0 ? { points: null, money: added } : { points, money: null }} />;
  };
  return { debit: side(1), credit: side(-1) };
}
