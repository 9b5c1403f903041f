import { getTranslations } from "next-intl/server";
import { millionths, moneyOf } from "#portal/lib/added-money.ts";
import type { Cell, CycleHead } from "#portal/lib/cycle.ts";
import { bilateral, type Flow } from "#portal/lib/netting.ts";
import { address } from "#portal/lib/search-params.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { type HeatCell, HeatMatrix } from "#portal/ui/charts/heat-matrix.tsx";
import { Panel } from "#portal/ui/page.tsx";

type MatrixProps = { cycle: CycleHead; cells: Cell[] };
type Named = { id: string; name: string };

/** So many rows and columns can still be read; everybody else is summed in one. */
const SIDE_MOST = 40;
const OTHERS = "others";

/** Issuer × redeemer: whose points were spent where, and what the issuers are charged for it. */
export async function GrossMatrix({ cycle, cells }: MatrixProps) {
  const t = await getTranslations("clearing");
  const operator = await getTranslations("operator");
  const texts = await getTexts();
  const flows = cells.map(({ issuer, redeemer, charge }) => flowOf(issuer.id, redeemer.id, charge.amount));
  const points = new Map(cells.map((cell) => [`${cell.issuer.id} ${cell.redeemer.id}`, cell]));
  return (
    <Panel title={operator("matrixTitle")} note={t("grossNote")}>
      <Matrix
        caption={operator("matrixTitle")}
        corner={t("corner")}
        flows={flows}
        names={namesOf(cells)}
        currencyCode={currencyOf(cells)}
        cellOf={(from, to) => {
          const cell = points.get(`${from} ${to}`);
          return cell
            ? {
                note: operator("matrixPoints", { points: texts.points(cell.points) }),
                own: cell.isOnUs,
                href: behind(cycle, from, to),
              }
            : {};
        }}
      />
    </Panel>
  );
}

/** What would be left to pay if only pairs were set off. */
export async function BilateralMatrix({ cycle, cells }: MatrixProps) {
  const t = await getTranslations("clearing");
  const flows = bilateral(cells.map(({ issuer, redeemer, charge }) => flowOf(issuer.id, redeemer.id, charge.amount)));
  return (
    <Panel title={t("viewBilateral")} note={t("bilateralNote")}>
      <Matrix
        caption={t("viewBilateral")}
        corner={t("cornerPays")}
        flows={flows}
        names={namesOf(cells)}
        currencyCode={currencyOf(cells)}
        cellOf={(from, to) => ({ href: behind(cycle, from, to) })}
      />
    </Panel>
  );
}

type DrawnProps = {
  caption: string;
  corner: string;
  flows: Flow[];
  names: Map<string, string>;
  currencyCode: string;
  cellOf: (from: string, to: string) => Omit<HeatCell, "weight" | "text">;
};

async function Matrix({ caption, corner, flows, names, currencyCode, cellOf }: DrawnProps) {
  const t = await getTranslations("clearing");
  const operator = await getTranslations("operator");
  const texts = await getTexts();
  const print = (e6: bigint) => texts.money(moneyOf(e6, currencyCode));
  const sides = { from: sideOf(flows, "from", names, t("others")), to: sideOf(flows, "to", names, t("others")) };
  const sums = new Map<string, bigint>();
  const add = (key: string, e6: bigint) => sums.set(key, (sums.get(key) ?? 0n) + e6);
  for (const { from, to, e6 } of flows) {
    const [row, column] = [sides.from.placeOf(from), sides.to.placeOf(to)];
    add(`${row} ${column}`, e6);
    add(`${row} *`, e6);
    add(`* ${column}`, e6);
    add("* *", e6);
  }
  const largest = Number(flows.reduce((most, { e6 }) => (e6 > most ? e6 : most), 1n));
  const hidden = sides.from.hidden || sides.to.hidden;
  return (
    <>
      <HeatMatrix
        caption={caption}
        corner={corner}
        columns={sides.to.shown}
        rows={sides.from.shown.map((row) => ({
          ...row,
          total: print(sums.get(`${row.id} *`) ?? 0n),
          cells: sides.to.shown.map((column) => {
            const e6 = sums.get(`${row.id} ${column.id}`);
            if (e6 === undefined) return null;
            return {
              weight: Math.min(1, Math.max(0, Number(e6) / largest)),
              text: print(e6),
              ...cellOf(row.id, column.id),
            };
          }),
        }))}
        totals={sides.to.shown.map(({ id }) => print(sums.get(`* ${id}`) ?? 0n))}
        totalName={operator("total")}
        grandTotal={print(sums.get("* *") ?? 0n)}
      />
      {hidden ? (
        <p role="note" className="mt-4 text-ink-soft">
          {t("othersHint", { shown: texts.points(SIDE_MOST) })}
        </p>
      ) : null}
    </>
  );
}

/** One side of the matrix: the largest by name, everybody else as one. */
function sideOf(flows: Flow[], side: "from" | "to", names: Map<string, string>, others: string) {
  const sums = new Map<string, bigint>();
  for (const flow of flows) sums.set(flow[side], (sums.get(flow[side]) ?? 0n) + flow.e6);
  const largest = [...sums].sort(([, a], [, b]) => (a > b ? -1 : a < b ? 1 : 0)).map(([id]) => id);
  const kept = new Set(largest.slice(0, SIDE_MOST));
  const hidden = largest.length > kept.size;
  const shown: Named[] = [...kept]
    .map((id) => ({ id, name: names.get(id) ?? id }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  if (hidden) shown.push({ id: OTHERS, name: others });
  return { shown, hidden, placeOf: (id: string) => (kept.has(id) ? id : OTHERS) };
}

const flowOf = (from: string, to: string, amount: string): Flow => ({ from, to, e6: millionths(amount) });
const currencyOf = (cells: Cell[]) => cells[0]?.charge.currencyCode ?? "";
const namesOf = (cells: Cell[]) =>
  new Map(cells.flatMap(({ issuer, redeemer }) => [issuer, redeemer].map(({ id, name }) => [id, name] as const)));

/** A cell opens its rows; a sum over many partners has none of its own. */
const behind = (cycle: CycleHead, issuer: string, redeemer: string) =>
  issuer === OTHERS || redeemer === OTHERS
    ? undefined
    : address("/operator/entries", { cycle: cycle.id, issuer, redeemer });
