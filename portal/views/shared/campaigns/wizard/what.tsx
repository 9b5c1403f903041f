"use client";

import { Braces, Check } from "lucide-react";
import { useTranslations } from "next-intl";
import { classes } from "#portal/ui/classes.ts";
import type { Draft } from "./draft.ts";
import { type Problem, WordsField } from "./fields.tsx";
import { TemplateField } from "./template-field.tsx";

export type Template = {
  name: TemplateName;
  fields: { name: string; kind: string; required: boolean }[];
};
export const templateNames = [
  "MULTIPLY_POINTS",
  "PERCENT_BACK",
  "POINTS_PER_AMOUNT",
  "FIXED_POINTS",
  "PERCENT_OFF",
  "AMOUNT_OFF",
  "PERCENT_OFF_AFTER_SPEND",
  "GROWING_PERCENT",
  "NTH_FREE",
  "THRESHOLD_GIFT",
  "WELCOME_POINTS",
  "BIRTHDAY_POINTS",
  "WIN_BACK",
] as const;
export type TemplateName = (typeof templateNames)[number];

type WhatProps = {
  draft: Draft;
  onDraft: (change: Partial<Draft>) => void;
  templates: readonly Template[];
  problems: ReadonlyMap<string, Problem>;
};

/** Step 1: what it is called, and which common shape it has. */
export function What({ draft, onDraft, templates, problems }: WhatProps) {
  const t = useTranslations("campaigns");
  const chosen = templates.find(({ name }) => name === draft.template);
  const written = draft.template === null && draft.rules.length > 0;
  return (
    <div className="grid gap-6">
      <WordsField
        label={t("name")}
        value={draft.name}
        onValue={(name) => onDraft({ name })}
        problem={problems.get("name.en") ?? problems.get("name")}
      />
      <fieldset>
        <legend className="font-medium">{t("shape")}</legend>
        <div className="mt-2 grid gap-2 sm:grid-cols-2">
          {templates.map(({ name }) => (
            <Shape
              key={name}
              title={t(`template_${name}`)}
              text={t(`templateText_${name}`)}
              chosen={draft.template === name}
              onChoose={() => onDraft({ template: name })}
            />
          ))}
          {written ? <Shape title={t("ownRules")} text={t("ownRulesText")} chosen onChoose={() => {}} /> : null}
        </div>
      </fieldset>
      {chosen ? (
        <div className="grid gap-4 sm:grid-cols-2">
          {chosen.fields
            .filter(({ required }) => required)
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
      ) : null}
    </div>
  );
}

type ShapeProps = { title: string; text: string; chosen: boolean; onChoose: () => void };

function Shape({ title, text, chosen, onChoose }: ShapeProps) {
  return (
    <button
      type="button"
      aria-pressed={chosen}
      onClick={onChoose}
      className={classes(
        "flex items-start gap-3 rounded-xl border px-4 py-3 text-left transition-colors",
        chosen ? "border-accent bg-accent-soft" : "border-line hover:border-line-strong",
      )}
    >
      <span
        className={classes(
          "mt-0.5 grid size-5 shrink-0 place-items-center rounded-full border",
          chosen ? "border-accent bg-accent text-on-accent" : "border-line-strong",
        )}
      >
        {chosen ? <Check className="size-3.5" strokeWidth={3} aria-hidden="true" /> : null}
      </span>
      <span className="min-w-0">
        <span className="block font-medium">{title}</span>
        <span className="block text-ink-soft text-sm">{text}</span>
      </span>
    </button>
  );
}

/** From answers to expressions: there is a way on, and none back. */
export function WriteOut({ onWrite, disabled }: { onWrite: () => void; disabled: boolean }) {
  const t = useTranslations("campaigns");
  return (
    <button
      type="button"
      onClick={onWrite}
      disabled={disabled}
      className="inline-flex items-center gap-2 rounded text-accent hover:underline disabled:text-ink-faint"
    >
      <Braces className="size-4" aria-hidden="true" />
      {t("writeOut")}
    </button>
  );
}
