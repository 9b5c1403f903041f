"use client";

import { Check } from "lucide-react";
import { useSearchParams } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { DropdownMenu } from "radix-ui";
import { usePathname, useRouter } from "#portal/i18n/navigation.ts";
import { type Locale, languageNames, routing } from "#portal/i18n/routing.ts";
import { menuRow, ShellMenu } from "#portal/ui/shell/menu.tsx";

export function LanguageMenu() {
  const t = useTranslations("shell");
  const current = useLocale();
  const path = usePathname();
  const search = useSearchParams().toString();
  const router = useRouter();
  const choose = (locale: Locale) => router.replace(search ? `${path}?${search}` : path, { locale });
  return (
    <ShellMenu
      label={`${t("language")}: ${current}`}
      trigger={
        <span aria-hidden="true" className="font-semibold text-[0.8125rem] uppercase">
          {current}
        </span>
      }
    >
      {routing.locales.map((locale) => (
        <DropdownMenu.Item key={locale} lang={locale} className={menuRow} onSelect={() => choose(locale)}>
          <span className="grow">{languageNames[locale]}</span>
          {locale === current ? <Check className="size-4 text-accent" aria-hidden="true" /> : null}
        </DropdownMenu.Item>
      ))}
    </ShellMenu>
  );
}
