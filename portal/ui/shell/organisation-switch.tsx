"use client";

import { Check, ChevronsUpDown } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { DropdownMenu } from "radix-ui";
import { Mark } from "#portal/ui/mark.tsx";
import { menuRow, ShellMenu } from "#portal/ui/shell/menu.tsx";

/** Whom a person works for: the operator, or a partner. `href` enters its shell. */
export type Organisation = { id: string; name: string; kind: string; href: string };

export function OrganisationSwitch({
  current,
  organisations,
}: {
  current: Organisation;
  organisations: Organisation[];
}) {
  const t = useTranslations("shell");
  const locale = useLocale();
  const head = (
    <>
      <Mark className="size-8 shrink-0" />
      <span className="min-w-0 grow text-left">
        <span className="block truncate font-semibold tracking-[-0.01em]">{current.name}</span>
        <span className="block truncate text-[0.8125rem] text-ink-faint">{current.kind}</span>
      </span>
    </>
  );
  if (organisations.length < 2) return <div className="flex items-center gap-3 px-2 py-1.5">{head}</div>;
  return (
    <ShellMenu
      label={t("switchOrganisation")}
      align="start"
      triggerClass="flex w-full items-center gap-3 rounded-lg px-2 py-1.5 hover:bg-sunken"
      trigger={
        <>
          {head}
          <ChevronsUpDown className="size-4 shrink-0 text-ink-faint" aria-hidden="true" />
        </>
      }
    >
      {organisations.map((organisation) => (
        <DropdownMenu.Item
          key={organisation.id}
          className={menuRow}
          onSelect={() => window.location.assign(`/${locale}${organisation.href}`)}
        >
          <span className="grow">{organisation.name}</span>
          {organisation.id === current.id ? <Check className="size-4 text-accent" aria-hidden="true" /> : null}
        </DropdownMenu.Item>
      ))}
    </ShellMenu>
  );
}
