import type { ReactNode } from "react";
import { classes } from "#portal/ui/classes.ts";
import { ScrollRegion } from "#portal/ui/scroll-region.tsx";

export type Difference = { id: string; name: ReactNode; before: ReactNode; after: ReactNode; changed: boolean };

type DiffTableProps = {
  caption: string;
  names: { field: string; before: ReactNode; after: ReactNode };
  differences: Difference[];
};

/** Two versions of one thing side by side. What changed is marked by colour and by being struck out and bold. */
export function DiffTable({ caption, names, differences }: DiffTableProps) {
  const head = "border-line border-y bg-sunken px-4 py-2 font-medium text-[0.8125rem] text-ink-soft";
  return (
    <ScrollRegion label={caption} className="">
      <table className="w-full text-left">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            <th scope="col" className={`${head} pl-5`}>
              {names.field}
            </th>
            <th scope="col" className={head}>
              {names.before}
            </th>
            <th scope="col" className={`${head} pr-5`}>
              {names.after}
            </th>
          </tr>
        </thead>
        <tbody>
          {differences.map(({ id, name, before, after, changed }) => (
            <tr key={id} className={classes("border-line/70 border-b last:border-b-0", !changed && "text-ink-faint")}>
              <th scope="row" className="py-2.5 pr-4 pl-5 font-normal text-ink-soft">
                {name}
              </th>
              <td className="figures px-4 py-2.5 align-top [overflow-wrap:anywhere]">
                {changed && before ? (
                  <del className="rounded bg-bad-soft px-1.5 py-0.5 text-bad">{before}</del>
                ) : (
                  (before ?? <span className="text-ink-faint">–</span>)
                )}
              </td>
              <td className="figures px-4 py-2.5 pr-5 align-top [overflow-wrap:anywhere]">
                {changed && after ? (
                  <ins className="rounded bg-good-soft px-1.5 py-0.5 font-semibold text-good no-underline">{after}</ins>
                ) : (
                  after
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
