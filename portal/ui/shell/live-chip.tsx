"use client";

import { useTranslations } from "next-intl";
import { useLive } from "#portal/lib/live.tsx";
import { classes } from "#portal/ui/classes.ts";

const dots = { live: "bg-good", reconnecting: "bg-warn animate-pulse", paused: "bg-ink-faint" } as const;

/** Whether what is shown changes by itself. It says so only while that is true. */
export function LiveChip() {
  const t = useTranslations("live");
  const { state, watched } = useLive();
  if (!watched) return null;
  return (
    <span
      title={t(`${state}Hint`)}
      data-live={state}
      className="mr-2 inline-flex items-center gap-2 rounded-full border border-line bg-surface px-2.5 py-0.5 text-[0.8125rem] text-ink-soft"
    >
      <span className={classes("size-2 rounded-full", dots[state])} aria-hidden="true" />
      {t(state)}
    </span>
  );
}
