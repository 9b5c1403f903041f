import { getTranslations } from "next-intl/server";
import { DeedDialog } from "#portal/ui/deed-dialog.tsx";
import { proposeBankAccount } from "#schema/documents.ts";

/** Lays one of the operator's own accounts before finance. */
export async function ProposeAccount({ partnerId }: { partnerId: string }) {
  const t = await getTranslations("ownMoney");
  const purposes = ["SETTLEMENT", "COLLATERAL"] as const;
  return (
    <DeedDialog
      operation={proposeBankAccount}
      input={{ partnerId }}
      takes={{ reason: "required", key: true }}
      fields={[
        {
          name: "purpose",
          label: t("purpose"),
          kind: "choice",
          required: true,
          choices: purposes.map((purpose) => ({ value: purpose, name: t(purpose) })),
        },
        { name: "holder", label: t("holder"), kind: "text", required: true },
        { name: "iban", label: t("iban"), kind: "text", required: true },
        { name: "bic", label: t("bic"), kind: "text" },
      ]}
      look="secondary"
      button={t("propose")}
      title={t("propose")}
      text={t("proposeText")}
      confirm={t("propose")}
      done={t("proposed")}
    />
  );
}
