"use client";

import { LogOut } from "lucide-react";
import { useTranslations } from "next-intl";
import { DropdownMenu } from "radix-ui";
import { useRouter } from "#portal/i18n/navigation.ts";
import { signOut } from "#portal/lib/sign-in.ts";
import { menuRow, ShellMenu } from "#portal/ui/shell/menu.tsx";

export type Person = { name: string; email: string; role: string };

export function AccountMenu({ person }: { person: Person }) {
  const t = useTranslations("shell");
  const router = useRouter();
  const leave = async () => {
    await signOut();
    router.push("/");
    router.refresh();
  };
  return (
    <ShellMenu
      label={t("account", { name: person.name })}
      triggerClass="ml-1 grid size-9 place-items-center rounded-full bg-accent-soft font-semibold text-[0.8125rem] text-accent-strong"
      trigger={<span aria-hidden="true">{initials(person.name)}</span>}
    >
      <div className="px-3 py-2">
        <p className="font-medium">{person.name}</p>
        <p className="text-ink-faint text-sm">{person.email}</p>
        <p className="mt-1 text-ink-soft text-sm">{person.role}</p>
      </div>
      <DropdownMenu.Separator className="my-1.5 border-line border-t" />
      <DropdownMenu.Item className={menuRow} onSelect={leave}>
        <LogOut className="size-4" aria-hidden="true" />
        {t("signOut")}
      </DropdownMenu.Item>
    </ShellMenu>
  );
}

const initials = (name: string) =>
  name
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => word.charAt(0).toUpperCase())
    .join("");
