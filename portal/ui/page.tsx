import type { ReactNode } from "react";
import { classes } from "#portal/ui/classes.ts";

/** The head of every page: what it is, what can be done here. */
export function PageHead({ title, lead, actions }: { title: ReactNode; lead?: ReactNode; actions?: ReactNode }) {
  return (
    <header className="mb-7 flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
      <div className="min-w-0">
        <h1 className="font-semibold text-[1.625rem] leading-tight tracking-[-0.02em]">{title}</h1>
        {lead ? <div className="mt-1.5 max-w-[70ch] text-ink-soft">{lead}</div> : null}
      </div>
      {actions ? <div className="no-print flex flex-wrap items-center gap-2">{actions}</div> : null}
    </header>
  );
}

type PanelProps = { title?: ReactNode; note?: ReactNode; aside?: ReactNode; flush?: boolean; className?: string };

/** A titled surface. `flush` lets a table reach the edges. */
export function Panel({ title, note, aside, flush, className, children }: PanelProps & { children: ReactNode }) {
  return (
    <section className={classes("panel overflow-hidden", className)}>
      {title ? (
        <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 px-5 pt-4.5 pb-3">
          <div>
            <h2 className="font-semibold text-base tracking-[-0.01em]">{title}</h2>
            {note ? <p className="mt-0.5 text-ink-faint text-sm">{note}</p> : null}
          </div>
          {aside ? <div className="text-sm">{aside}</div> : null}
        </div>
      ) : null}
      <div className={flush ? "" : classes("px-5 pb-5", !title && "pt-5")}>{children}</div>
    </section>
  );
}

/** Facts about one thing: a name and its value, in pairs. */
export function Facts({ facts, columns = 1 }: { facts: [ReactNode, ReactNode][]; columns?: 1 | 2 }) {
  return (
    <dl className={classes("grid gap-x-10", columns === 2 && "sm:grid-cols-2")}>
      {facts.map(([name, value], index) => (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: the list is fixed and has no identity of its own
          key={index}
          className="flex items-baseline justify-between gap-6 border-line/70 border-b py-2.5 last:border-b-0"
        >
          <dt className="shrink-0 text-ink-faint">{name}</dt>
          <dd className="min-w-0 text-right [overflow-wrap:anywhere]">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
