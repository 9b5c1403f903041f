import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { Link } from "#portal/i18n/navigation.ts";
import { classes } from "#portal/ui/classes.ts";

export type Work = {
  id: string;
  icon: ReactNode;
  name: string;
  /** What to do about it, in a few words. */
  task: ReactNode;
  count: number;
  countText: string;
  /** How long the oldest has been waiting. */
  oldest: ReactNode;
  late?: boolean;
  href: string;
};

/** What waits for somebody, each kind with how much there is and how old the oldest is. Nothing to do is shown too. */
export function WorkList({ works, label }: { works: Work[]; label: string }) {
  return (
    <ul aria-label={label}>
      {works.map((work) => (
        <li key={work.id} data-work={work.id} className="border-line/70 border-t first:border-t-0">
          <Link
            href={work.href}
            className={classes(
              "grid grid-cols-[2.5rem_minmax(0,1fr)_auto_1rem] items-center gap-x-3 px-5 py-3.5 hover:bg-sunken/60",
              work.count === 0 && "text-ink-faint",
            )}
          >
            <span className={classes("grid size-9 place-items-center rounded-lg", iconTone(work))}>{work.icon}</span>
            <span className="min-w-0">
              <span className={classes("block", work.count > 0 && "font-medium text-ink")}>{work.name}</span>
              <span className="block text-ink-faint text-sm">{work.task}</span>
            </span>
            <span className="max-w-28 text-right sm:max-w-none">
              <span
                className={classes(
                  "figures block text-xl tracking-[-0.02em]",
                  work.count > 0 && "font-semibold text-ink",
                )}
              >
                {work.countText}
              </span>
              {work.count > 0 ? (
                <span className={classes("block text-sm", work.late ? "text-bad" : "text-ink-faint")}>
                  {work.oldest}
                </span>
              ) : null}
            </span>
            <ChevronRight className="size-4 text-ink-faint" aria-hidden="true" />
          </Link>
        </li>
      ))}
    </ul>
  );
}

const iconTone = ({ count, late }: Work) =>
  count === 0 ? "bg-sunken text-ink-faint" : late ? "bg-bad-soft text-bad" : "bg-warn-soft text-warn";
