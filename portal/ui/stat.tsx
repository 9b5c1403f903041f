import { ArrowUpRight } from "lucide-react";
import type { ReactNode } from "react";
import { Link } from "#portal/i18n/navigation.ts";

type StatProps = { label: ReactNode; value: ReactNode; unit?: ReactNode; note?: ReactNode; href?: string };

/** A figure that leads to the rows which make it up. */
export function Stat({ label, value, unit, note, href }: StatProps) {
  const body = (
    <>
      <span className="flex items-center justify-between gap-2">
        <span className="eyebrow">{label}</span>
        {href ? (
          <ArrowUpRight
            className="size-4 text-ink-faint transition-transform group-hover:translate-x-0.5 group-hover:-translate-y-0.5"
            aria-hidden="true"
          />
        ) : null}
      </span>
      <span className="mt-2 block">
        <span className="figures font-semibold text-2xl tracking-[-0.025em]">{value}</span>
        {unit ? <span className="ml-1.5 text-ink-faint text-sm">{unit}</span> : null}
      </span>
      {note ? <span className="mt-1 block text-ink-faint text-sm">{note}</span> : null}
    </>
  );
  const shape = "panel block px-4 py-4 sm:px-5";
  return href ? (
    <Link href={href} className={`${shape} group transition-colors hover:border-line-strong`}>
      {body}
    </Link>
  ) : (
    <div className={shape}>{body}</div>
  );
}

/** Stats side by side, as many as fit. */
export function StatRow({ children }: { children: ReactNode }) {
  return (
    <div className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,9.75rem),1fr))] gap-3 sm:grid-cols-[repeat(auto-fit,minmax(12.75rem,1fr))] sm:gap-4">
      {children}
    </div>
  );
}
