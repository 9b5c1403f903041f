import { ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { Link } from "#portal/i18n/navigation.ts";

export type Crumb = { name: string; href: string };

/** The way back up from a page that lies deeper than its section. */
export function Trail({ crumbs, here }: { crumbs: Crumb[]; here: string }) {
  const t = useTranslations("shell");
  return (
    <nav aria-label={t("trail")} className="no-print mb-3 text-sm">
      <ol className="flex flex-wrap items-center gap-1.5 text-ink-faint">
        {crumbs.map((crumb) => (
          <li key={crumb.href} className="flex items-center gap-1.5">
            <Link href={crumb.href} className="rounded hover:text-ink hover:underline">
              {crumb.name}
            </Link>
            <ChevronRight className="size-3.5" aria-hidden="true" />
          </li>
        ))}
        <li aria-current="page" className="max-w-[40ch] truncate text-ink-soft">
          {here}
        </li>
      </ol>
    </nav>
  );
}
