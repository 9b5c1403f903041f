"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useRef } from "react";
import { useRouter } from "#portal/i18n/navigation.ts";
import { newKey, useDeed } from "#portal/lib/deeds.ts";
import { thisDevice } from "#portal/lib/device.ts";
import { toast } from "#portal/lib/toast.ts";
import { Button, type ButtonLook } from "#portal/ui/button.tsx";
import type { Operation } from "#schema/typed.ts";

type DeedButtonProps<Variables> = ButtonLook & {
  operation: Operation<unknown, Variables>;
  input: Record<string, unknown>;
  /** What the input takes beside that. */
  takes?: { key?: boolean; device?: boolean };
  children: ReactNode;
  done: string;
  className?: string;
  /** Shown pressed or not, where the button is a switch. */
  pressed?: boolean;
};

/** A deed that needs no words: one press, and the page is read again. A refusal is said as it came. */
export function DeedButton<Variables>(props: DeedButtonProps<Variables>) {
  const { operation, input, takes = {}, children, done, look, size, className, pressed } = props;
  const t = useTranslations("deed");
  const router = useRouter();
  const key = useRef("");
  const { run, working } = useDeed(operation);
  const press = async () => {
    key.current ||= newKey();
    const answer = await run({
      input: {
        ...input,
        ...(takes.key ? { idempotencyKey: key.current } : {}),
        ...(takes.device ? { device: thisDevice() } : {}),
      },
    } as Variables);
    // Nothing is known of the first attempt: the same key finds out.
    if (answer.kind === "unknown") return toast.error(t("unreachable"));
    key.current = "";
    if (answer.kind === "refused") return toast.error(answer.message);
    toast.success(done);
    router.refresh();
  };
  return (
    <Button look={look} size={size} className={className} disabled={working} onClick={press} aria-pressed={pressed}>
      {children}
    </Button>
  );
}
