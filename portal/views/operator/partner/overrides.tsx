import { getTranslations } from "next-intl/server";
import { getTexts } from "#portal/lib/texts.ts";
import { Money } from "#portal/ui/amount.tsx";
import { DeedDialog } from "#portal/ui/deed-dialog.tsx";
import { Panel } from "#portal/ui/page.tsx";
import { DataTable } from "#portal/ui/table.tsx";
import type { RiskPartner } from "#portal/views/operator/partner/risk.tsx";
import { overrideLimit, revokeLimitOverride } from "#schema/documents.ts";

/** Limits raised for a while: who asked, until when, and whether they still count. */
export async function Overrides({ partner, roles }: { partner: RiskPartner; roles: readonly string[] }) {
  const t = await getTranslations("risk");
  const texts = await getTexts();
  const rows = partner.limitOverrides ?? [];
  const revokes = roles.some((role) => role === "OPERATOR_RISK" || role === "OPERATOR_FINANCE");
  if (rows.length === 0)
    return (
      <Panel title={t("overrides")} aside={roles.includes("OPERATOR_RISK") ? <Raise partner={partner} /> : null}>
        <p className="text-ink-soft">{t("overridesEmpty")}</p>
      </Panel>
    );
  return (
    <Panel title={t("overrides")} aside={roles.includes("OPERATOR_RISK") ? <Raise partner={partner} /> : null} flush>
      <DataTable
        caption={t("overrides")}
        columns={[
          { id: "limit", name: t("limit"), align: "end" },
          { id: "until", name: t("until") },
          { id: "reason", name: t("reason") },
          ...(revokes ? [{ id: "state", name: t("revoke") }] : []),
        ]}
        rows={rows.map((row) => ({
          id: row.id,
          cells: {
            limit: <Money value={row.limit} />,
            until: (
              <span className="whitespace-nowrap">
                {texts.instant(row.expiresAt)}
                <span className="block text-ink-faint text-sm">
                  {row.isInForce ? t("overrideInForce") : t("overrideOver")}
                </span>
              </span>
            ),
            reason: row.reason,
            state: row.isInForce && revokes ? <Revoke id={row.id} /> : null,
          },
        }))}
        empty={null}
      />
    </Panel>
  );
}

async function Raise({ partner }: { partner: RiskPartner }) {
  const t = await getTranslations("risk");
  const texts = await getTexts();
  return (
    <DeedDialog
      operation={overrideLimit}
      input={{ partnerId: partner.id }}
      takes={{ reason: "required", key: true }}
      fields={[
        {
          name: "limit",
          label: t("raiseLimit"),
          kind: "decimal",
          required: true,
          ...(partner.exposure?.limit ? { hint: `${t("limit")}: ${texts.money(partner.exposure.limit)}` } : {}),
        },
        { name: "expiresAt", label: t("raiseUntil"), kind: "instant", zone: texts.zone, required: true },
      ]}
      look="secondary"
      size="small"
      button={t("raise")}
      title={t("raise")}
      text={t("raiseText")}
      confirm={t("raise")}
      done={t("raiseDone")}
    />
  );
}

async function Revoke({ id }: { id: string }) {
  const t = await getTranslations("risk");
  return (
    <DeedDialog
      operation={revokeLimitOverride}
      input={{ limitOverrideId: id }}
      takes={{ reason: "required" }}
      look="secondary"
      size="small"
      button={t("revoke")}
      title={t("revoke")}
      text={t("revokeText")}
      confirm={t("revoke")}
      done={t("revokeDone")}
    />
  );
}
