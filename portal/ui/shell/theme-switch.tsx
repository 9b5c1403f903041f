"use client";

import { Moon, Sun } from "lucide-react";
import { useTranslations } from "next-intl";
import { useTheme } from "next-themes";

/** Both signs are in the page; the theme's class decides which one shows, so nothing flickers on load. */
export function ThemeSwitch() {
  const t = useTranslations("shell");
  const { resolvedTheme, setTheme } = useTheme();
  return (
    <button
      type="button"
      aria-label={t("theme")}
      title={t("theme")}
      onClick={() => setTheme(resolvedTheme === "dark" ? "light" : "dark")}
      className="grid size-10 place-items-center rounded-lg text-ink-soft hover:bg-sunken hover:text-ink"
    >
      <Sun className="hidden size-[1.125rem] dark:block" aria-hidden="true" />
      <Moon className="size-[1.125rem] dark:hidden" aria-hidden="true" />
    </button>
  );
}
