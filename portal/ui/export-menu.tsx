"use client";

import { Download, FileSpreadsheet, Files, FileText, Rows3 } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { DropdownMenu } from "radix-ui";
import { useRouter } from "#portal/i18n/navigation.ts";
import { newKey, useDeed } from "#portal/lib/deeds.ts";
import { toast } from "#portal/lib/toast.ts";
import { buttonClass } from "#portal/ui/button.tsx";
import { menuRow } from "#portal/ui/shell/menu.tsx";
import { requestExport } from "#schema/documents.ts";
import type { Operation } from "#schema/typed.ts";

type Sent =
  typeof requestExport extends Operation<unknown, infer Variables> ? Variables["input" & keyof Variables] : never;

/** A report narrowed as the page is: the formats it can be had in, and where the finished files are. */
export type ExportOffer = {
  report: Sent["report"];
  filters: NonNullable<Sent["filters"]>;
  formats: ("CSV" | "XLSX" | "PDF")[];
  /** Where the person's files are listed. */
  filesHref: string;
};

const icons = { CSV: Rows3, XLSX: FileSpreadsheet, PDF: FileText } as const;
const names = { CSV: "csv", XLSX: "xlsx", PDF: "pdf" } as const;

/** A small file is there at once; a large one is made in the background and the bell tells. */
export function ExportMenu({ report, filters, formats, filesHref }: ExportOffer) {
  const t = useTranslations("exporting");
  const locale = useLocale();
  const router = useRouter();
  const { run, working } = useDeed(requestExport);
  const request = async (format: ExportOffer["formats"][number]) => {
    const language = locale.toUpperCase() as "EN" | "RU" | "BE";
    const answer = await run({ input: { report, format, filters, language, idempotencyKey: newKey() } });
    if (answer.kind !== "done") {
      toast.error(answer.message || t("working"));
      return;
    }
    const { exportJob } = answer.success as { exportJob: { downloadPath: string | null; fileName: string | null } };
    if (exportJob.downloadPath) {
      toast.success(t("ready", { name: exportJob.fileName ?? "" }));
      window.location.assign(exportJob.downloadPath);
    } else toast.message(t("later"));
    router.refresh();
  };
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger disabled={working} className={buttonClass({ size: "small" })}>
        <Download className="size-4" aria-hidden="true" />
        {working ? t("working") : t("title")}
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content align="end" sideOffset={6} className="panel z-50 min-w-52 p-1.5">
          {formats.map((format) => {
            const Icon = icons[format];
            return (
              <DropdownMenu.Item key={format} className={menuRow} onSelect={() => request(format)}>
                <Icon className="size-4" aria-hidden="true" />
                {t(names[format])}
              </DropdownMenu.Item>
            );
          })}
          <DropdownMenu.Separator className="my-1.5 border-line border-t" />
          <DropdownMenu.Item className={menuRow} onSelect={() => router.push(filesHref)}>
            <Files className="size-4" aria-hidden="true" />
            {t("files")}
          </DropdownMenu.Item>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
