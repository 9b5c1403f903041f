import { Link } from "#portal/i18n/navigation.ts";
import { classes } from "#portal/ui/classes.ts";

export type Tab = { href: string; name: string; current: boolean };

/** Views of one thing; each has an address of its own. */
export function Tabs({ tabs, label }: { tabs: Tab[]; label: string }) {
  return (
    <nav aria-label={label} className="no-print -mx-1 mb-6 overflow-x-auto border-line border-b">
      <ul className="flex gap-1 px-1">
        {tabs.map((tab) => (
          <li key={tab.href}>
            <Link
              href={tab.href}
              aria-current={tab.current ? "page" : undefined}
              className={classes(
                "-mb-px block whitespace-nowrap border-b-2 px-3 py-2.5 font-medium",
                tab.current ? "border-accent text-ink" : "border-transparent text-ink-soft hover:text-ink",
              )}
            >
              {tab.name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
