"use client";

import { Search } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import type { Shell } from "#portal/ui/shell/sections.ts";

const OPEN = "palette:open";

export const openPalette = () => window.dispatchEvent(new Event(OPEN));

export function PaletteButton() {
  const t = useTranslations("palette");
  return (
    <button
      type="button"
      onClick={openPalette}
      className="flex h-10 min-w-10 items-center gap-2.5 rounded-lg border border-line bg-surface px-3 text-ink-faint hover:border-line-strong sm:w-72"
    >
      <Search className="size-4 shrink-0" aria-hidden="true" />
      <span className="hidden sm:inline">{t("open")}</span>
      <span className="sr-only sm:hidden">{t("open")}</span>
      <kbd className="ml-auto hidden rounded border border-line px-1.5 font-sans text-xs sm:inline">Ctrl K</kbd>
    </button>
  );
}

/** Its list is loaded when somebody first wants it: most people never do. */
const PaletteDialog = dynamic(
  () => import("#portal/ui/shell/palette-dialog.tsx").then((module) => module.PaletteDialog),
  {
    ssr: false,
  },
);

/** Everything a shell can do, by name. */
export function Palette({ shell }: { shell: Shell }) {
  const [open, setOpen] = useState(false);
  const [wanted, setWanted] = useState(false);

  useEffect(() => {
    const show = () => {
      setWanted(true);
      setOpen(true);
    };
    const toggle = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      setWanted(true);
      setOpen((was) => !was);
    };
    window.addEventListener(OPEN, show);
    window.addEventListener("keydown", toggle);
    return () => {
      window.removeEventListener(OPEN, show);
      window.removeEventListener("keydown", toggle);
    };
  }, []);

  return wanted ? <PaletteDialog shell={shell} open={open} setOpen={setOpen} /> : null;
}
