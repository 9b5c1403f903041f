"use client";

import { DropdownMenu } from "radix-ui";
import type { ReactNode } from "react";

type MenuProps = {
  label: string;
  trigger: ReactNode;
  triggerClass?: string;
  align?: "start" | "end";
  children: ReactNode;
};

export function ShellMenu({ label, trigger, triggerClass, align = "end", children }: MenuProps) {
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger
        title={label}
        className={
          triggerClass ?? "grid size-10 place-items-center rounded-lg text-ink-soft hover:bg-sunken hover:text-ink"
        }
      >
        <span className="sr-only">{label}</span>
        {trigger}
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content align={align} sideOffset={8} className="panel z-50 min-w-52 animate-[appear_0.12s] p-1.5">
          {children}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

export const menuRow =
  "flex min-h-9 w-full cursor-pointer items-center gap-2.5 rounded-lg px-3 py-1.5 text-left outline-none data-[highlighted]:bg-sunken";
