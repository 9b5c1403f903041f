import { getTranslations } from "next-intl/server";
import type { Search } from "#portal/lib/search-params.ts";
import { DeedDialog } from "#portal/ui/deed-dialog.tsx";
import { openClaim } from "#schema/documents.ts";

type NewClaimProps = { partners: readonly { id: string; name: string }[]; search: Search };

/** Three things from the receipt, and a picture if there is one. An entry whose points are wrong fills it in. */
export async function NewClaim({ partners, search }: NewClaimProps) {
  const t = await getTranslations("receiptClaims");
  const { purchase, partner, number, date, amount } = search;
  const first = partners.find(({ id }) => id === partner);
  const shops = first ? [first, ...partners.filter(({ id }) => id !== partner)] : partners;
  const filled = (value: string | undefined) => (value ? { value } : {});
  return (
    <DeedDialog
      operation={openClaim}
      input={purchase ? { purchaseId: purchase } : {}}
      takes={{ key: true }}
      button={purchase ? t("newWrong") : t("new")}
      title={purchase ? t("newWrong") : t("new")}
      text={purchase ? t("newWrongText") : t("newText")}
      fields={[
        {
          kind: "choice",
          name: "partnerId",
          label: t("where"),
          required: true,
          choices: shops.map(({ id, name }) => ({ value: id, name })),
        },
        { kind: "text", name: "receiptNumber", label: t("number"), required: true, ...filled(number) },
        { kind: "date", name: "boughtOn", label: t("date"), required: true, ...filled(date) },
        { kind: "decimal", name: "amount", label: t("amount"), required: true, ...filled(amount) },
        { kind: "text", name: "note", label: t("note") },
        { kind: "file", name: "file", label: t("picture"), accept: "image/png,image/jpeg,application/pdf" },
      ]}
      confirm={t("send")}
      done={t("done")}
      leadsTo="/me/claims"
    />
  );
}
