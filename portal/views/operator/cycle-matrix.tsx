import { getTranslations } from "next-intl/server";
import { addedMoney } from "#portal/lib/added-money.ts";
import type { MoneyText } from "#portal/lib/format.ts";
import { address } from "#portal/lib/search-params.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { HeatMatrix } from "#portal/ui/charts/heat-matrix.tsx";
import { Panel } from "#portal/ui/page.tsx";
import type { Cycle } from "#portal/views/operator/cycle.tsx";

type Cell = Cycle["matrix"]["edges"][number]["node"];

/** Issuer × redeemer: whose points were spent where, and what the issuers pay for it. */
export async function CycleMatrix({ cycle }: { cycle: Cycle }) {
  const t = await getTranslations("operator");
  const texts = await getTexts();
  const cells = cycle.matrix.edges.map(({ node }) => node);
  if (cells.length === 0) {
    return (
      <Panel title={t("matrixTitle")}>
        <p className="text-ink-soft">{t("matrixEmpty")}</p>
      </Panel>
    );
  }
  const issuers = distinct(cells.map(({ issuer }) => issuer));
  const redeemers = distinct(cells.map(({ redeemer }) => redeemer));
  const largest = Math.max(...cells.map(({ charge }) => Number(charge.amount)), 1e-9);
  const total = (some: Cell[]) => moneyOr(addedMoney(some.map(({ charge }) => charge)), texts.money);
  return (
    <Panel title={t("matrixTitle")} note={t("matrixNote")}>
      <HeatMatrix
        caption={t("matrixTitle")}
        corner={t("matrixCorner")}
        columns={redeemers}
        rows={issuers.map((issuer) => ({
          ...issuer,
          total: total(cells.filter((cell) => cell.issuer.id === issuer.id)),
          cells: redeemers
            .map((redeemer) => {
              const cell = cells.find((some) => some.issuer.id === issuer.id && some.redeemer.id === redeemer.id);
              return (
                cell && {
                  weight: Math.max(0, Number(cell.charge.amount)) / largest,
                  text: texts.money(cell.charge),
                  note: t("matrixPoints", { points: texts.points(cell.points) }),
                  own: cell.isOnUs,
                  href: address("/operator/entries", { cycle: cycle.id, issuer: issuer.id, redeemer: redeemer.id }),
                }
              );
            })
            .map((cell) => cell ?? null),
        }))}
        totals={redeemers.map((redeemer) => total(cells.filter((cell) => cell.redeemer.id === redeemer.id)))}
        totalName={t("total")}
        grandTotal={total(cells)}
      />
    </Panel>
  );
}

function distinct(partners: { id: string; name: string }[]) {
  return [...new Map(partners.map(({ id, name }) => [id, { id, name }])).values()].sort((a, b) =>
    a.name < b.name ? -1 : 1,
  );
}

const moneyOr = (money: MoneyText | null, print: (money: MoneyText) => string) => (money ? print(money) : "");
