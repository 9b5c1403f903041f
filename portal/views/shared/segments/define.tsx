import { getTranslations } from "next-intl/server";
import { DeedDialog } from "#portal/ui/deed-dialog.tsx";
import type { DeedField } from "#portal/ui/deed-fields.tsx";
import { Panel } from "#portal/ui/page.tsx";
import type { Template } from "#portal/views/shared/segments/types.ts";
import { defineSegment } from "#schema/documents.ts";

/** Fields that are whole numbers in the contract; the rest is text and money. */
const whole = new Set(["days", "visits", "partners", "points"]);
const kindOf = (name: string) => (whole.has(name) ? "whole" : name === "amount" ? "decimal" : "text");

/** The common shapes as buttons, and the expression for experts: each opens its own form. */
export async function DefineSegments({ templates }: { templates: readonly Template[] }) {
  const t = await getTranslations("segments");
  const code: DeedField = { kind: "text", name: "code", label: t("code"), hint: t("codeHint"), required: true };
  const shared = { operation: defineSegment, takes: { key: true }, size: "small", look: "secondary" } as const;
  const ends = { confirm: t("make"), done: t("made") };
  return (
    <Panel title={t("new")} note={t("newText")} className="mb-6">
      <div className="flex flex-wrap gap-2">
        {templates.map(({ name, fields }) => (
          <DeedDialog
            key={name}
            {...shared}
            {...ends}
            input={{ template: name, ...(fields.length === 0 ? {} : { answers: {} }) }}
            fields={[
              ...fields.map(
                (field): DeedField => ({
                  kind: kindOf(field.name),
                  name: `answers.${field.name}`,
                  label: t(`field_${field.name as "days"}`),
                  required: true,
                }),
              ),
              code,
            ]}
            button={t(`template_${name}`)}
            title={t(`template_${name}`)}
            text={t("newText")}
          />
        ))}
        <DeedDialog
          {...shared}
          {...ends}
          input={{}}
          fields={[
            { kind: "words", name: "expression", label: t("expression"), required: true },
            { kind: "text", name: "name.en", label: t("nameEn"), required: true },
            { kind: "text", name: "name.ru", label: t("nameRu") },
            { kind: "text", name: "name.be", label: t("nameBe") },
            code,
          ]}
          button={t("expert")}
          title={t("expert")}
          text={t("expertText")}
        />
      </div>
    </Panel>
  );
}
