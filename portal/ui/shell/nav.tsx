"use client";

import { Menu } from "lucide-react";
import { useTranslations } from "next-intl";
import { Dialog } from "radix-ui";
import { type ReactNode, useId, useState } from "react";
import { Link, usePathname } from "#portal/i18n/navigation.ts";
import { classes } from "#portal/ui/classes.ts";
import type { Signs } from "#portal/ui/shell/section-icons.tsx";
import { currentSection, type Shell, sections } from "#portal/ui/shell/sections.ts";

function useSections(shell: Shell) {
  const t = useTranslations("sections");
  const current = currentSection(shell, usePathname());
  return sections[shell].map((section) => ({
    ...section,
    title: t(section.name),
    here: section === current ? ("page" as const) : undefined,
  }));
}

/** Sections at the side; where they have groups, each under the name of its own. */
export function SideNav({ shell, signs, onGo }: { shell: Shell; signs: Signs; onGo?: () => void }) {
  const t = useTranslations("shell");
  const groups = useTranslations("sectionGroups");
  const id = useId();
  const byGroup = Map.groupBy(useSections(shell), ({ group }) => group);
  return (
    <nav aria-label={t("sections")} className="mt-5 grid gap-4">
      {[...byGroup].map(([group, members]) => (
        <div key={group ?? ""}>
          {group ? (
            <p id={`${id}${group}`} className="eyebrow mb-1 px-3">
              {groups(group)}
            </p>
          ) : null}
          <ul aria-labelledby={group ? `${id}${group}` : undefined} className="grid gap-0.5">
            {members.map(({ name, href, title, here }) => (
              <li key={href}>
                <Link
                  href={href}
                  aria-current={here}
                  onClick={onGo}
                  className={classes(
                    "flex items-center gap-3 rounded-lg px-3 font-medium transition-colors",
                    group ? "min-h-9" : "min-h-10",
                    here ? "bg-accent-soft text-accent-strong" : "text-ink-soft hover:bg-sunken hover:text-ink",
                  )}
                >
                  {signs[name]}
                  {title}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}

export function TopNav({ shell }: { shell: Shell }) {
  const t = useTranslations("shell");
  return (
    <nav aria-label={t("sections")} className="ml-4 hidden sm:block">
      <ul className="flex gap-1">
        {useSections(shell).map(({ href, title, here }) => (
          <li key={href}>
            <Link
              href={href}
              aria-current={here}
              className={classes(
                "inline-flex h-10 items-center rounded-lg px-3 font-medium",
                here ? "bg-accent-soft text-accent-strong" : "text-ink-soft hover:text-ink",
              )}
            >
              {title}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

export function BottomTabs({ shell, signs }: { shell: Shell; signs: Signs }) {
  const t = useTranslations("shell");
  return (
    <nav
      aria-label={t("sections")}
      className="no-print fixed inset-x-0 bottom-0 z-20 border-line border-t bg-surface pb-[env(safe-area-inset-bottom)] sm:hidden"
    >
      <ul className="grid auto-cols-fr grid-flow-col">
        {useSections(shell).map(({ name, href, title, here }) => (
          <li key={href}>
            <Link
              href={href}
              aria-current={here}
              className={classes(
                "flex h-[4.25rem] flex-col items-center justify-center gap-1 font-medium text-xs",
                here ? "text-accent" : "text-ink-faint",
              )}
            >
              {signs[name]}
              {title}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The sections of staff on a narrow screen. */
export function Drawer({ shell, signs, children }: { shell: Shell; signs: Signs; children: ReactNode }) {
  const t = useTranslations("shell");
  const [open, setOpen] = useState(false);
  return (
    <Dialog.Root open={open} onOpenChange={setOpen}>
      <Dialog.Trigger
        aria-label={t("openMenu")}
        className="-ml-2 grid size-10 place-items-center rounded-lg hover:bg-sunken lg:hidden"
      >
        <Menu className="size-5" aria-hidden="true" />
      </Dialog.Trigger>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 bg-[oklch(0.15_0.02_268/0.55)]" />
        <Dialog.Content
          aria-describedby={undefined}
          className="fixed inset-y-0 left-0 z-50 w-72 overflow-auto border-line border-r bg-surface px-3.5 py-4"
        >
          <Dialog.Title className="sr-only">{t("sections")}</Dialog.Title>
          {children}
          <SideNav shell={shell} signs={signs} onGo={() => setOpen(false)} />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
