import type { ReactNode } from "react";
import { Link } from "#portal/i18n/navigation.ts";
import { ScrollRegion } from "#portal/ui/scroll-region.tsx";

export type HeatCell = { weight: number; text: ReactNode; note?: ReactNode; href?: string; own?: boolean };

type HeatMatrixProps = {
  caption: string;
  /** The corner: what rows and columns are. */
  corner: ReactNode;
  columns: { id: string; name: string }[];
  rows: { id: string; name: string; cells: (HeatCell | null)[]; total: ReactNode }[];
  totals: ReactNode[];
  totalName: string;
  grandTotal: ReactNode;
};

/**
 * Who owes whom, shaded by how much. It is a table first: every number is read, printed and followed as such,
 * and the colour only helps the eye.
 */
export function HeatMatrix({ caption, corner, columns, rows, totals, totalName, grandTotal }: HeatMatrixProps) {
  return (
    <ScrollRegion label={caption} className="">
      <table className="-ml-1 w-full border-separate border-spacing-1 text-sm">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            <th scope="col" className="sticky left-0 bg-surface py-2 pr-3 text-left font-normal text-ink-faint">
              {corner}
            </th>
            {columns.map(({ id, name }) => (
              <th key={id} scope="col" className="min-w-20 px-2.5 py-2 text-right font-medium">
                {name}
              </th>
            ))}
            <th scope="col" className="px-3 py-2 text-right font-medium text-ink-faint">
              {totalName}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row" className="sticky left-0 whitespace-nowrap bg-surface py-2 pr-3 text-left font-medium">
                {row.name}
              </th>
              {row.cells.map((cell, index) => (
                <Cell key={columns[index]?.id} cell={cell} />
              ))}
              <td className="figures whitespace-nowrap py-2 pl-3 text-right font-semibold">{row.total}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" className="sticky left-0 bg-surface py-2 pr-3 text-left font-medium text-ink-faint">
              {totalName}
            </th>
            {totals.map((total, index) => (
              <td key={columns[index]?.id} className="figures whitespace-nowrap py-2 pl-3 text-right font-semibold">
                {total}
              </td>
            ))}
            <td className="figures whitespace-nowrap py-2 pl-3 text-right font-semibold">{grandTotal}</td>
          </tr>
        </tfoot>
      </table>
    </ScrollRegion>
  );
}

/** At most this much of the heat colour, so that the ink on it stays readable in both themes. */
const HEAT_MOST = 42;

function Cell({ cell }: { cell: HeatCell | null }) {
  if (!cell) {
    return (
      <td className="rounded-md bg-sunken/50 px-3 py-2 text-right text-ink-faint">
        <span aria-hidden="true">·</span>
      </td>
    );
  }
  const heat = Math.round(6 + cell.weight * (HEAT_MOST - 6));
  const body = (
    <>
      <span className="figures block whitespace-nowrap">{cell.text}</span>
      {cell.note ? <span className="figures block whitespace-nowrap text-ink-soft text-xs">{cell.note}</span> : null}
    </>
  );
  return (
    <td
      className={`rounded-md p-0 text-right ${cell.own ? "outline-1 outline-line-strong/60 -outline-offset-1 outline-dashed" : ""}`}
      style={{ background: `color-mix(in oklab, var(--heat) ${heat}%, var(--surface))` }}
    >
      {cell.href ? (
        <Link href={cell.href} className="block rounded-md px-2.5 py-2 hover:underline">
          {body}
        </Link>
      ) : (
        <span className="block px-2.5 py-2">{body}</span>
      )}
    </td>
  );
}
