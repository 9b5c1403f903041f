import { getTranslations } from "next-intl/server";
import type { MoneyText } from "#portal/lib/format.ts";
import { getTexts } from "#portal/lib/texts.ts";

export type ReceiptLine = { seq: number; name: string; category: string; quantity: string; amount: MoneyText };

/** What was bought, as the till printed it. */
export async function ReceiptLines({ lines }: { lines: ReceiptLine[] }) {
  const t = await getTranslations("member");
  const texts = await getTexts();
  return (
    <table className="w-full text-left">
      <caption className="sr-only">{t("receiptLines")}</caption>
      <thead className="sr-only">
        <tr>
          <th scope="col">{t("article")}</th>
          <th scope="col">{t("quantity")}</th>
          <th scope="col">{t("amount")}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.seq} className="border-line/70 border-b">
            <td className="py-2 pr-3">{line.name || line.category || t("article")}</td>
            <td className="figures py-2 pr-3 text-right text-ink-faint">
              {line.quantity === "1" ? "" : `× ${texts.decimal(line.quantity)}`}
            </td>
            <td className="figures py-2 text-right">{texts.money(line.amount)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
