"use client";

import { useTranslations } from "next-intl";
import type { Draft } from "./draft.ts";
import { type Problem, TextField } from "./fields.tsx";
import { TemplateField } from "./template-field.tsx";
import type { Template } from "./what.tsx";

type WhenProps = {
  draft: Draft;
  onDraft: (change: Partial<Draft>) => void;
  template: Template | undefined;
  problems: ReadonlyMap<string, Problem>;
};

/** Step 2: from when until when, and what a common shape asks of the receipt and its buyer. */
export function When({ draft, onDraft, template, problems }: WhenProps) {
  const t = useTranslations("campaigns");
  return (
    <div className="grid gap-6">
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          label={t("starts")}
          type="datetime-local"
          value={draft.startsAt}
          onValue={(startsAt) => onDraft({ startsAt })}
          problem={problems.get("startsAt")}
          hint={t("startsHint")}
        />
        <TextField
          label={t("ends")}
          type="datetime-local"
          value={draft.endsAt}
          onValue={(endsAt) => onDraft({ endsAt })}
          problem={problems.get("endsAt")}
          hint={t("endsHint")}
        />
      </div>
      {template ? (
        <fieldset>
          <legend className="font-medium">{t("onlyIf")}</legend>
          <p className="text-ink-faint text-sm">{t("onlyIfText")}</p>
          <div className="mt-3 grid gap-4 sm:grid-cols-2">
            {template.fields
              .filter(({ required }) => !required)
              .map((field) => (
                <TemplateField
                  key={field.name}
                  field={field}
                  value={draft.answers[field.name] ?? ""}
                  onValue={(value) => onDraft({ answers: { ...draft.answers, [field.name]: value } })}
                  problem={problems.get(`answers.${field.name}`)}
                />
              ))}
          </div>
        </fieldset>
      ) : null}
    </div>
  );
}
