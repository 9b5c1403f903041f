import { getTranslations } from "next-intl/server";
import { DeedDialog } from "#portal/ui/deed-dialog.tsx";
import type { DeedField } from "#portal/ui/deed-fields.tsx";
import { recordPurchase, returnPurchase } from "#schema/documents.ts";

type RecordProps = { memberId: string; locations: readonly { id: string; name: string }[] };

/** A receipt entered by hand, when the till could not: the same deed as the till's. */
export async function RecordReceipt({ memberId, locations }: RecordProps) {
  const t = await getTranslations("customers");
  const outlet: DeedField[] =
    locations.length > 0
      ? [
          {
            kind: "choice",
            name: "locationId",
            label: t("outlet"),
            required: true,
            choices: locations.map(({ id, name }) => ({ value: id, name })),
          },
        ]
      : [];
  return (
    <DeedDialog
      operation={recordPurchase}
      input={{ member: { memberId } }}
      takes={{ key: true }}
      fields={[
        { kind: "text", name: "receiptNumber", label: t("receiptNumber"), required: true },
        { kind: "decimal", name: "total", label: t("totalField"), required: true },
        { kind: "whole", name: "redeem.points", label: t("pointsField") },
        ...outlet,
      ]}
      button={t("record")}
      title={t("record")}
      text={t("recordText")}
      confirm={t("record")}
      done={t("recorded")}
    />
  );
}

/** All that has not come back of a receipt, in one deed. */
export async function ReverseReceipt({ purchaseId, number }: { purchaseId: string; number: string }) {
  const t = await getTranslations("customers");
  return (
    <DeedDialog
      operation={returnPurchase}
      input={{ purchase: { purchaseId } }}
      takes={{ key: true }}
      fields={[{ kind: "text", name: "receiptNumber", label: t("slip"), required: true }]}
      look="secondary"
      size="small"
      button={t("reverse")}
      title={t("reverse")}
      text={t("reverseText", { number })}
      confirm={t("reverse")}
      done={t("reversed")}
    />
  );
}
