"use client";

import { Check, Copy } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";

/** A text that goes into another program: shown as people read it, copied as machines want it. */
export function CopyText({ text, shown = text }: { text: string; shown?: string }) {
  const t = useTranslations("table");
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
  };
  const Sign = copied ? Check : Copy;
  return (
    <span className="flex items-center gap-1.5">
      <span className="figures min-w-0 select-all font-medium [overflow-wrap:anywhere]">{shown}</span>
      <button
        type="button"
        onClick={copy}
        className="no-print grid size-7 shrink-0 place-items-center rounded-md text-ink-faint hover:bg-sunken hover:text-ink"
        aria-label={t(copied ? "copied" : "copy", { text: shown })}
      >
        <Sign className="size-3.5" aria-hidden="true" />
      </button>
    </span>
  );
}
