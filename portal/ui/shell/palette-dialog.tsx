"use client";

import { Command } from "cmdk";
import { Languages, Moon, Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { useTheme } from "next-themes";
import { Dialog } from "radix-ui";
import { useState } from "react";
import { usePathname, useRouter } from "#portal/i18n/navigation.ts";
import { languageNames, routing } from "#portal/i18n/routing.ts";
import { SectionSign } from "#portal/ui/shell/section-icons.tsx";
import { type Shell, sections } from "#portal/ui/shell/sections.ts";

const row =
  "flex cursor-pointer items-center gap-3 rounded-lg px-3 py-2.5 data-[selected=true]:bg-accent-soft data-[selected=true]:text-accent-strong";
const group =
  "px-2 py-2 [&_[cmdk-group-heading]]:px-3 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-[0.8125rem] [&_[cmdk-group-heading]]:text-ink-faint";

type Opened = { shell: Shell; open: boolean; setOpen: (open: boolean) => void };

export function PaletteDialog({ shell, open, setOpen }: Opened) {
  const t = useTranslations("palette");
  const names = useTranslations("sections");
  const [text, setText] = useState("");
  const router = useRouter();
  const path = usePathname();
  const { resolvedTheme, setTheme } = useTheme();

  const run = (deed: () => void) => () => {
    setOpen(false);
    setText("");
    deed();
  };
  const searches = searchesOf(shell);

  return (
    <Dialog.Root open={open} onOpenChange={setOpen}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 bg-[oklch(0.15_0.02_268/0.55)]" />
        <Dialog.Content
          aria-describedby={undefined}
          className="-translate-x-1/2 fixed top-[12vh] left-1/2 z-50 w-[min(36rem,calc(100vw-2rem))] overflow-hidden rounded-2xl border border-line bg-surface shadow-2xl"
        >
          <Dialog.Title className="sr-only">{t("title")}</Dialog.Title>
          <Command label={t("title")} loop>
            <Command.Input
              value={text}
              onValueChange={setText}
              placeholder={t("placeholder")}
              className="w-full border-line border-b bg-transparent px-5 py-4 text-base outline-none placeholder:text-ink-faint"
            />
            <Command.List className="max-h-[50vh] overflow-auto pb-2">
              <Command.Empty className="px-5 py-8 text-center text-ink-soft">{t("nothing")}</Command.Empty>
              <Command.Group heading={t("go")} className={group}>
                {sections[shell].map(({ name, href, letter }) => (
                  <Command.Item key={href} className={row} onSelect={run(() => router.push(href))}>
                    <SectionSign name={name} className="size-4" aria-hidden="true" />
                    <span className="grow">{names(name)}</span>
                    <span className="text-ink-faint text-xs">g {letter}</span>
                  </Command.Item>
                ))}
              </Command.Group>
              <Command.Group heading={t("appearance")} className={group}>
                <Command.Item
                  className={row}
                  onSelect={run(() => setTheme(resolvedTheme === "dark" ? "light" : "dark"))}
                >
                  <Moon className="size-4" aria-hidden="true" />
                  {t("theme")}
                </Command.Item>
                {routing.locales.map((locale) => (
                  <Command.Item key={locale} className={row} onSelect={run(() => router.replace(path, { locale }))}>
                    <Languages className="size-4" aria-hidden="true" />
                    <span lang={locale}>{languageNames[locale]}</span>
                  </Command.Item>
                ))}
              </Command.Group>
              {text.length > 1 && searches.length > 0 ? (
                <Command.Group heading={t("search")} className={group} forceMount>
                  {searches.map(({ name, href }) => (
                    <Command.Item
                      key={name}
                      value={`${name} ${text}`}
                      forceMount
                      className={row}
                      onSelect={run(() => router.push(`${href}?q=${encodeURIComponent(text)}`))}
                    >
                      <Search className="size-4" aria-hidden="true" />
                      {t(name, { text })}
                    </Command.Item>
                  ))}
                </Command.Group>
              ) : null}
            </Command.List>
          </Command>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

const searchesOf = (shell: Shell) =>
  shell === "operator"
    ? ([
        { name: "members", href: "/operator/members" },
        { name: "partners", href: "/operator/partners" },
      ] as const)
    : [];
