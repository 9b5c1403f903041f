import type { ReactNode } from "react";
import { Link } from "#portal/i18n/navigation.ts";
import { Mark } from "#portal/ui/mark.tsx";
import { LanguageMenu } from "#portal/ui/shell/language-menu.tsx";
import { ThemeSwitch } from "#portal/ui/shell/theme-switch.tsx";

/** A page outside the shells, for whoever comes by its address. */
export function PublicPage({ children }: { children: ReactNode }) {
  return (
    <div className="mx-auto min-h-dvh max-w-4xl px-5 sm:px-8">
      <header className="no-print flex h-20 items-center gap-3">
        <Link href="/" className="flex items-center gap-3">
          <Mark className="size-8" />
          <span className="font-semibold text-lg tracking-[-0.02em]">Zgoda</span>
        </Link>
        <div className="ml-auto flex items-center gap-1">
          <ThemeSwitch />
          <LanguageMenu />
        </div>
      </header>
      <main className="pt-4 pb-20">{children}</main>
    </div>
  );
}
