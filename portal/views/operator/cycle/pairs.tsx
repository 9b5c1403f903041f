import { getTranslations } from "next-intl/server";
import { addedMoney } from "#portal/lib/added-money.ts";
import type { Cell, CycleHead } from "#portal/lib/cycle.ts";
import type { MoneyText } from "#portal/lib/format.ts";
import { address } from "#portal/lib/search-params.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { Money, Points } from "#portal/ui/amount.tsx";
import { Panel } from "#portal/ui/page.tsx";
import { DataTable, type TableColumn } from "#portal/ui/table.tsx";

/** So many rows are in the page; the file has all of them. */
const ROWS_MOST = 500;

/** The matrix as rows: every pair with what it is made of, summed in the foot. */
export async function PairTable({ cycle, cells }: { cycle: CycleHead; cells: Cell[] }) {
  const t = await getTranslations("clearing");
  const operator = await getTranslations("operator");
  const table = await getTranslations("table");
  const texts = await getTexts();
  const money = (pick: (cell: Cell) => MoneyText) => {
    const sum = addedMoney(cells.map(pick));
    return sum ? <Money column value={sum} /> : null;
  };
  const whole = (pick: (cell: Cell) => number) => texts.points(cells.reduce((sum, cell) => sum + pick(cell), 0));
  const columns: TableColumn[] = [
    { id: "issuer", name: t("issuer"), foot: operator("total") },
    { id: "redeemer", name: t("redeemer") },
    { id: "redemptions", name: t("redemptions"), align: "end", foot: whole((cell) => cell.redemptionCount) },
    { id: "points", name: t("points"), align: "end", foot: whole((cell) => cell.points) },
    { id: "charge", name: t("charge"), align: "end", foot: money((cell) => cell.charge) },
    { id: "reimbursement", name: t("reimbursement"), align: "end", foot: money((cell) => cell.reimbursement) },
    { id: "margin", name: t("margin"), align: "end", foot: money((cell) => cell.margin) },
  ];
  const shown = cells.slice(0, ROWS_MOST);
  return (
    <Panel title={t("pairsTitle")} flush>
      <DataTable
        caption={t("pairsTitle")}
        columns={columns}
        rows={shown.map((cell) => ({
          id: `${cell.issuer.id} ${cell.redeemer.id}`,
          href: address("/operator/entries", { cycle: cycle.id, issuer: cell.issuer.id, redeemer: cell.redeemer.id }),
          cells: {
            issuer: cell.issuer.name,
            redeemer: cell.redeemer.name,
            redemptions: texts.points(cell.redemptionCount),
            points: <Points value={cell.points} />,
            charge: <Money column value={cell.charge} />,
            reimbursement: <Money column value={cell.reimbursement} />,
            margin: <Money column value={cell.margin} />,
          },
        }))}
        empty={null}
        exportHref={`/exports/matrix?cycle=${cycle.id}`}
        count={table("shownOf", { shown: texts.points(shown.length), total: texts.points(cells.length) })}
      />
    </Panel>
  );
}
