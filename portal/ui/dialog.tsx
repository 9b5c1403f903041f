"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Dialog } from "radix-ui";
import { type ReactNode, useRef } from "react";

type ModalProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: ReactNode;
  text?: ReactNode;
  children: ReactNode;
};

/** A question that must be answered before anything else. Focus returns to where it came from. */
export function Modal({ open, onOpenChange, title, text, children }: ModalProps) {
  const t = useTranslations("deed");
  const opener = useRef<HTMLElement | null>(null);
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 animate-[appear_0.15s] bg-[oklch(0.15_0.02_268/0.55)]" />
        <Dialog.Content
          onOpenAutoFocus={() => {
            opener.current = document.activeElement instanceof HTMLElement ? document.activeElement : null;
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            opener.current?.focus();
          }}
          {...(text ? {} : { "aria-describedby": undefined })}
          className="-translate-x-1/2 fixed top-[8vh] left-1/2 z-50 max-h-[86vh] w-[min(36rem,calc(100vw-2rem))] animate-[appear_0.15s] overflow-auto rounded-2xl border border-line bg-surface p-6 shadow-2xl"
        >
          <Dialog.Title className="pr-8 font-semibold text-lg tracking-[-0.01em]">{title}</Dialog.Title>
          {text ? <Dialog.Description className="mt-1 text-ink-soft">{text}</Dialog.Description> : null}
          {children}
          <Dialog.Close
            className="absolute top-4 right-4 grid size-9 place-items-center rounded-lg text-ink-faint hover:bg-sunken"
            aria-label={t("close")}
          >
            <X className="size-4" aria-hidden="true" />
          </Dialog.Close>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
