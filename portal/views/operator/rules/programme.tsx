import { getTranslations } from "next-intl/server";
import { getTexts } from "#portal/lib/texts.ts";
import { DeedDialog } from "#portal/ui/deed-dialog.tsx";
import type { DeedField } from "#portal/ui/deed-fields.tsx";
import { Panel } from "#portal/ui/page.tsx";
import { DataTable } from "#portal/ui/table.tsx";
import type { Programme } from "#portal/views/operator/rules.tsx";
import { changeProgrammeRules } from "#schema/documents.ts";

type Rules = NonNullable<Programme["rules"]>;
type RuleName = keyof Rules;

const changers = ["OPERATOR_FINANCE", "OPERATOR_RISK", "OPERATOR_ADMIN"];

const choices: Partial<
  Record<RuleName, readonly ("DAILY" | "WEEKLY" | "MONTHLY" | "HONOUR" | "HAIRCUT" | "BLOCK_LOTS")[]>
> = {
  cycleCalendar: ["DAILY", "WEEKLY", "MONTHLY"],
  defaultLotsRule: ["HONOUR", "HAIRCUT", "BLOCK_LOTS"],
};

/** Every rule that two people may change while the coalition runs; each is changed for itself. */
export async function ProgrammeRules({ rules, roles }: { rules: Rules; roles: readonly string[] }) {
  const t = await getTranslations("ruleBook");
  const names = await getTranslations("ruleNames");
  const texts = await getTexts();
  const changes = roles.some((role) => changers.includes(role));
  const shown = (value: Rules[RuleName]) => {
    if (value === null) return <span className="text-ink-faint">{t("noneSet")}</span>;
    if (typeof value === "object") return texts.money(value);
    return typeof value === "number" ? texts.points(value) : names(value);
  };
  return (
    <Panel title={t("programme")} flush>
      <DataTable
        caption={t("programme")}
        columns={[
          { id: "rule", name: t("rule") },
          { id: "value", name: t("value"), align: "end" },
          ...(changes ? [{ id: "change", name: t("change") }] : []),
        ]}
        rows={(Object.keys(rules) as RuleName[]).map((name) => ({
          id: name,
          cells: {
            rule: names(name),
            value: shown(rules[name]),
            change: changes ? <Change name={name} value={rules[name]} /> : null,
          },
        }))}
        empty={null}
      />
    </Panel>
  );
}

async function Change({ name, value }: { name: RuleName; value: Rules[RuleName] }) {
  const t = await getTranslations("ruleBook");
  const names = await getTranslations("ruleNames");
  const told = { name: `rules.${name}`, label: t("newValue"), required: true };
  const offered = choices[name];
  const field: DeedField = offered
    ? {
        ...told,
        kind: "choice",
        choices: offered.map((one) => ({ value: one, name: names(one) })),
        value: String(value),
      }
    : typeof value === "number" || name === "pointsValidityMonths"
      ? { ...told, kind: "whole", value: value === null ? "" : String(value) }
      : { ...told, kind: "decimal", value: value !== null && typeof value === "object" ? value.amount : "" };
  return (
    <DeedDialog
      operation={changeProgrammeRules}
      input={{}}
      takes={{ reason: "required", key: true }}
      fields={[field]}
      look="secondary"
      size="small"
      button={t("change")}
      title={t("changeTitle", { rule: names(name) })}
      text={t("changeText")}
      confirm={t("change")}
      done={t("proposed")}
    />
  );
}
