import { getTranslations } from "next-intl/server";
import { getTexts } from "#portal/lib/texts.ts";
import { DeedDialog } from "#portal/ui/deed-dialog.tsx";
import { Panel } from "#portal/ui/page.tsx";
import { Empty } from "#portal/ui/states.tsx";
import { DataTable } from "#portal/ui/table.tsx";
import type { Taxes } from "#portal/views/operator/rules.tsx";
import { setTaxRule } from "#schema/documents.ts";

const setters = ["OPERATOR_ADMIN"];
/** All but tax itself and netting. */
const sections = [
  "BREAKAGE_SHARE",
  "CORRECTION",
  "DEBT_RECOVERED",
  "DEBT_REPAID",
  "DISCOUNT_CHARGE",
  "DISCOUNT_CREDIT",
  "DISPUTE_HOLD",
  "DISPUTE_RELEASED",
  "DISPUTE_UPHELD",
  "FEE",
  "ISSUER_CHARGE",
  "ISSUE_BILLING",
  "ISSUE_BILLING_REVERSED",
  "PREPAID_PACKS",
  "REDEEMER_CREDIT",
  "RETURN_DISCOUNT_CHARGE",
  "RETURN_DISCOUNT_CREDIT",
  "RETURN_ISSUER",
  "RETURN_REDEEMER",
] as const;

/** How statements are taxed: configured, never inferred. */
export async function TaxRules({ taxes, roles }: { taxes: Taxes; roles: readonly string[] }) {
  const t = await getTranslations("ruleBook");
  const names = await getTranslations("sectionsOf");
  const texts = await getTexts();
  return (
    <Panel
      title={t("taxes")}
      note={t("taxesNote")}
      aside={roles.some((role) => setters.includes(role)) ? <SetTax /> : null}
      flush
    >
      <DataTable
        caption={t("taxes")}
        columns={[
          { id: "section", name: t("section") },
          { id: "code", name: t("taxCode") },
          { id: "rate", name: t("rate"), align: "end" },
          { id: "basis", name: t("basis") },
          { id: "partner", name: (await getTranslations("operator"))("partner") },
          { id: "from", name: (await getTranslations("operator"))("validFrom") },
        ]}
        rows={taxes.edges.map(({ node }) => ({
          id: node.id,
          cells: {
            section: names(node.section),
            code: <code>{node.taxCode}</code>,
            rate: texts.share(node.rateBps / 10_000),
            basis: t(node.basis),
            partner: node.partner?.name ?? t("everybody"),
            from: <span className="whitespace-nowrap">{texts.date(node.validFrom)}</span>,
          },
        }))}
        empty={<Empty title={t("taxesEmpty")}>{t("taxesEmptyText")}</Empty>}
      />
    </Panel>
  );
}

async function SetTax() {
  const t = await getTranslations("ruleBook");
  const terms = await getTranslations("terms");
  const names = await getTranslations("sectionsOf");
  const texts = await getTexts();
  return (
    <DeedDialog
      operation={setTaxRule}
      input={{}}
      takes={{ reason: "required", key: true }}
      fields={[
        {
          name: "section",
          label: t("section"),
          kind: "choice",
          required: true,
          choices: sections.map((section) => ({ value: section, name: names(section) })),
        },
        { name: "taxCode", label: t("taxCode"), kind: "text", required: true },
        { name: "rateBps", label: t("rateBps"), kind: "whole", required: true },
        {
          name: "basis",
          label: t("basis"),
          kind: "choice",
          required: true,
          choices: (["INCLUDED", "ON_TOP"] as const).map((value) => ({ value, name: t(value) })),
        },
        { name: "validFrom", label: terms("validFrom"), kind: "instant", zone: texts.zone, required: true },
      ]}
      look="secondary"
      size="small"
      button={t("setTax")}
      title={t("setTax")}
      text={t("setTaxText")}
      confirm={t("setTax")}
      done={t("proposed")}
    />
  );
}
