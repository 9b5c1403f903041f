import type { ReactNode } from "react";
import { Link } from "#portal/i18n/navigation.ts";
import { classes } from "#portal/ui/classes.ts";

export type AgeBucket = { id: string; name: string; count: number; text: ReactNode; href: string };

const colours = ["bg-[var(--chart-1)]", "bg-[var(--chart-2)]", "bg-warn", "bg-bad"] as const;

/** How old open things are: one bar per age, each leading to its rows. */
export function Ageing({ buckets, label }: { buckets: AgeBucket[]; label: string }) {
  const most = Math.max(...buckets.map(({ count }) => count), 1);
  return (
    <ul aria-label={label} className="grid gap-1">
      {buckets.map(({ id, name, count, text, href }, index) => (
        <li key={id}>
          <Link
            href={href}
            className="-mx-2 grid grid-cols-[7rem_minmax(0,1fr)_auto] items-center gap-3 rounded-lg px-2 py-1.5 hover:bg-sunken/60"
          >
            <span className="text-ink-soft">{name}</span>
            <span className="block h-2.5 overflow-hidden rounded-full bg-sunken" aria-hidden="true">
              <span
                className={classes("block h-full rounded-full", colours[Math.min(index, colours.length - 1)])}
                style={{ width: `${(count / most) * 100}%` }}
              />
            </span>
            <span className="figures min-w-10 text-right font-medium">{text}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
