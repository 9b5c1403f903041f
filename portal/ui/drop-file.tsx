"use client";

import { FileUp } from "lucide-react";
import { useTranslations } from "next-intl";
import { type DragEvent, useId, useState } from "react";
import { classes } from "#portal/ui/classes.ts";

type DropFileProps = { label: string; hint: string; accept: string; busy: boolean; onFile: (file: File) => void };

/** A file by choosing it or by dropping it here. The field stays a field: keyboard and screen readers know it. */
export function DropFile({ label, hint, accept, busy, onFile }: DropFileProps) {
  const t = useTranslations("upload");
  const id = useId();
  const [over, setOver] = useState(false);
  const take = (files: FileList | null) => {
    const file = files?.[0];
    if (file && !busy) onFile(file);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  return (
    <label
      htmlFor={id}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      className={classes(
        "flex cursor-pointer flex-col items-center gap-1.5 rounded-xl border-2 border-dashed px-6 py-9 text-center transition-colors focus-within:border-accent",
        over ? "border-accent bg-accent-soft" : "border-line hover:border-line-strong",
        busy && "cursor-progress opacity-60",
      )}
    >
      <FileUp className="size-6 text-ink-faint" aria-hidden="true" />
      <span className="font-medium">{busy ? t("reading") : label}</span>
      <span className="text-ink-faint text-sm">{hint}</span>
      <input
        id={id}
        type="file"
        accept={accept}
        disabled={busy}
        className="sr-only"
        onChange={(event) => {
          take(event.currentTarget.files);
          event.currentTarget.value = "";
        }}
      />
    </label>
  );
}
