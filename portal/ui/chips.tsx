import { Link } from "#portal/i18n/navigation.ts";
import { classes } from "#portal/ui/classes.ts";

export type Chip = { href: string; name: string; count?: string; current: boolean };

/** A choice of one, each with an address of its own; it needs no script. */
export function Chips({ label, chips }: { label: string; chips: readonly Chip[] }) {
  return (
    <nav aria-label={label} className="no-print -mx-4 overflow-x-auto px-4 sm:mx-0 sm:px-0">
      <ul className="flex w-max gap-2 py-0.5 sm:w-auto sm:flex-wrap">
        {chips.map(({ href, name, count, current }) => (
          <li key={name}>
            <Link
              href={href}
              scroll={false}
              aria-current={current ? "true" : undefined}
              className={classes(
                "inline-flex min-h-11 items-center gap-1.5 whitespace-nowrap rounded-full border px-4 font-medium sm:min-h-9 sm:px-3.5",
                current
                  ? "border-accent/60 bg-accent-soft text-accent-strong"
                  : "border-line bg-surface text-ink-soft hover:border-line-strong hover:text-ink",
              )}
            >
              {name}
              {count ? <span className={classes("figures text-sm", !current && "text-ink-faint")}>{count}</span> : null}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
