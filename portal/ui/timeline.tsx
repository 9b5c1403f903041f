import type { ReactNode } from "react";
import { classes } from "#portal/ui/classes.ts";

export type Moment = { id: string; title: ReactNode; when: ReactNode; note?: ReactNode };

/** What happened to one thing, in order: every step with who took it, when and why. */
export function Timeline({ moments, label }: { moments: Moment[]; label: string }) {
  return (
    <ol aria-label={label} className="relative">
      {moments.map(({ id, title, when, note }, index) => (
        <li key={id} className="relative flex gap-3.5 pb-5 last:pb-0">
          <span
            aria-hidden="true"
            className={classes(
              "absolute top-4 bottom-0 left-[0.3125rem] w-px bg-line",
              index === moments.length - 1 && "hidden",
            )}
          />
          <span
            aria-hidden="true"
            className={classes(
              "relative mt-1.5 size-[0.6875rem] shrink-0 rounded-full border-2",
              index === moments.length - 1 ? "border-accent bg-accent" : "border-line-strong bg-surface",
            )}
          />
          <div className="min-w-0">
            <p className="flex flex-wrap items-center gap-x-2 gap-y-1">{title}</p>
            <p className="text-ink-faint text-sm">{when}</p>
            {note ? <p className="mt-0.5 text-ink-soft [overflow-wrap:anywhere]">{note}</p> : null}
          </div>
        </li>
      ))}
    </ol>
  );
}
