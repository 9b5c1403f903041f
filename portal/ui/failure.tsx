"use client";

import { CloudOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { startTransition } from "react";
import { useRouter } from "#portal/i18n/navigation.ts";
import { Button } from "#portal/ui/button.tsx";

/** Something went wrong: what, what to do, and what to quote to support. */
export function Failure({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const t = useTranslations("failure");
  const router = useRouter();
  const retry = () =>
    startTransition(() => {
      router.refresh();
      reset();
    });
  return (
    <div role="alert" className="mx-auto flex max-w-md flex-col items-center px-6 py-16 text-center">
      <span className="mb-4 grid size-11 place-items-center rounded-full bg-bad-soft text-bad">
        <CloudOff className="size-5" aria-hidden="true" />
      </span>
      <h1 className="font-semibold text-lg">{t("title")}</h1>
      <p className="mt-1 text-ink-soft">{t("text")}</p>
      <Button look="primary" className="mt-5" onClick={retry}>
        {t("retry")}
      </Button>
      {error.digest ? (
        <p className="mt-5 text-ink-faint text-sm">
          {t("requestId")} <code className="select-all">{error.digest}</code>
        </p>
      ) : null}
    </div>
  );
}
