import { getTranslations } from "next-intl/server";
import { getTexts } from "#portal/lib/texts.ts";
import { Money } from "#portal/ui/amount.tsx";
import { DownloadLink } from "#portal/ui/button.tsx";
import { Panel } from "#portal/ui/page.tsx";
import { DataTable } from "#portal/ui/table.tsx";
import type { SettledCycle } from "#portal/views/operator/settlement.tsx";

/** What was given to the bank, to be had again byte by byte. */
export async function PaymentFiles({ cycle: { paymentFiles } }: { cycle: SettledCycle }) {
  const t = await getTranslations("settlement");
  const texts = await getTexts();
  return (
    <Panel title={t("files")} note={t("filesNote")} flush>
      <DataTable
        caption={t("files")}
        columns={[
          { id: "message", name: t("message") },
          { id: "transfers", name: t("transfers"), align: "end" },
          { id: "total", name: t("total"), align: "end" },
          { id: "made", name: t("made") },
          { id: "hash", name: t("hash") },
          { id: "download", name: t("download") },
        ]}
        rows={paymentFiles.map((file) => ({
          id: file.id,
          cells: {
            message: <code className="text-sm">{file.messageId}</code>,
            transfers: texts.points(file.paymentCount),
            total: <Money value={file.total} />,
            made: <span className="whitespace-nowrap">{texts.instant(file.createdAt)}</span>,
            hash: <code className="text-sm">{file.hash.slice(0, 16)}…</code>,
            download: (
              <span className="flex gap-1.5">
                <DownloadLink href={`/files/payments/${file.id}`} size="small">
                  pain.001
                </DownloadLink>
                <DownloadLink href={`/files/payments/${file.id}?as=csv`} size="small">
                  CSV
                </DownloadLink>
              </span>
            ),
          },
        }))}
        empty={<p className="px-5 py-8 text-center text-ink-soft">{t("filesEmpty")}</p>}
      />
    </Panel>
  );
}
