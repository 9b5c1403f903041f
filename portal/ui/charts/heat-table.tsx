import type { ReactNode } from "react";
import { ScrollRegion } from "#portal/ui/scroll-region.tsx";

/** `weight`: 0 to 1, how warm; `said`: for whoever does not see the colour, where the cell itself shows nothing. */
export type WarmCell = { weight: number; text?: ReactNode; said?: string };

type HeatTableProps = {
  caption: string;
  corner: ReactNode;
  columns: { id: string; name: ReactNode }[];
  rows: { id: string; name: ReactNode; note?: ReactNode; cells: (WarmCell | null)[] }[];
};

/** At most this much of the heat colour, so that the ink on it stays readable in both themes. */
const HEAT_MOST = 45;

/** Rows and columns shaded by how much is in a cell. A table first: the colour only helps the eye. */
export function HeatTable({ caption, corner, columns, rows }: HeatTableProps) {
  return (
    <ScrollRegion label={caption} className="">
      <table className="w-full border-separate border-spacing-0.5 text-sm">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            <th scope="col" className="sticky left-0 bg-surface py-1.5 pr-3 text-left font-normal text-ink-faint">
              {corner}
            </th>
            {columns.map(({ id, name }) => (
              <th key={id} scope="col" className="px-1 py-1.5 text-center font-normal text-ink-faint text-xs">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row" className="sticky left-0 whitespace-nowrap bg-surface py-1 pr-3 text-left font-medium">
                {row.name}
                {row.note ? <span className="ml-2 font-normal text-ink-faint">{row.note}</span> : null}
              </th>
              {row.cells.map((cell, index) => (
                <Cell key={columns[index]?.id} cell={cell} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function Cell({ cell }: { cell: WarmCell | null }) {
  if (!cell) return <td className="rounded bg-sunken/40" />;
  const heat = Math.round(cell.weight * HEAT_MOST);
  return (
    <td
      className="figures h-8 min-w-7 rounded px-1 text-center"
      style={{ background: `color-mix(in oklab, var(--heat) ${heat}%, var(--sunken))` }}
      title={cell.said}
    >
      {cell.text}
      {cell.said ? <span className="sr-only">{cell.said}</span> : null}
    </td>
  );
}
