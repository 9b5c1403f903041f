"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import { classes } from "#portal/ui/classes.ts";
import { fieldClass } from "#portal/ui/field-class.ts";
import type { Texts } from "./draft.ts";

/** Something wrong in a definition, as the checker names it. */
export type Problem = { path: string; line?: number | null; column?: number | null; code: string; message: string };

type Say = ReturnType<typeof useTranslations<"campaigns">>;

/** The commonest mistakes in the reader's language; what else there is, the checker says in English. */
export function problemWords(t: Say, { code, line, column, message }: Problem): string {
  if (code === "MISSING" || (code === "SHAPE_TOO_SMALL" && message.includes("string"))) return t("missing");
  if (code === "SHAPE_TOO_SMALL" || code === "SHAPE_TOO_BIG" || code === "SHAPE_INVALID_FORMAT") return t("badNumber");
  const place = line && column ? `${t("atPlace", { line: String(line), column: String(column) })} ` : "";
  return place + message;
}

type FieldProps = { label: string; hint?: string | undefined; problem?: Problem | undefined; className?: string };

/** A labelled control; what is wrong with it stands under it and belongs to it. */
export function Field({
  label,
  hint,
  problem,
  className,
  children,
}: FieldProps & {
  children: (shared: { id: string; "aria-invalid": boolean; "aria-describedby": string }) => ReactNode;
}) {
  const t = useTranslations("campaigns");
  const id = useId();
  return (
    <div className={className}>
      <label htmlFor={id} className="font-medium">
        {label}
      </label>
      {children({ id, "aria-invalid": problem !== undefined, "aria-describedby": `${id}h` })}
      <span id={`${id}h`} className={classes("mt-1 block text-sm", problem ? "text-bad" : "text-ink-faint")}>
        {problem ? problemWords(t, problem) : hint}
      </span>
    </div>
  );
}

type TextFieldProps = FieldProps & {
  value: string;
  onValue: (value: string) => void;
  type?: "text" | "time" | "datetime-local" | "number";
  inputMode?: "decimal" | "numeric" | "text";
};

export function TextField({ value, onValue, type = "text", inputMode, ...field }: TextFieldProps) {
  return (
    <Field {...field}>
      {(shared) => (
        <input
          {...shared}
          type={type}
          inputMode={inputMode}
          value={value}
          onChange={({ currentTarget }) => onValue(currentTarget.value)}
          className={fieldClass}
        />
      )}
    </Field>
  );
}

type ChoiceFieldProps<Value extends string> = FieldProps & {
  value: Value;
  onValue: (value: Value) => void;
  choices: readonly { value: Value; name: string }[];
};

export function ChoiceField<Value extends string>({ value, onValue, choices, ...field }: ChoiceFieldProps<Value>) {
  const choose = (text: string) => {
    const chosen = choices.find((choice) => choice.value === text);
    if (chosen) onValue(chosen.value);
  };
  return (
    <Field {...field}>
      {(shared) => (
        <select
          {...shared}
          value={value}
          onChange={({ currentTarget }) => choose(currentTarget.value)}
          className={fieldClass}
        >
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.name}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

/** One line or more of CEL, in letters of one width. */
export function ExpressionField({ value, onValue, ...field }: Omit<TextFieldProps, "type" | "inputMode">) {
  return (
    <Field {...field}>
      {(shared) => (
        <textarea
          {...shared}
          value={value}
          rows={Math.min(6, Math.max(1, value.split("\n").length))}
          spellCheck={false}
          autoCapitalize="off"
          onChange={({ currentTarget }) => onValue(currentTarget.value)}
          className={`${fieldClass} font-mono text-sm`}
        />
      )}
    </Field>
  );
}

type WordsFieldProps = { label: string; value: Texts; onValue: (value: Texts) => void; problem?: Problem | undefined };

const languages = ["en", "ru", "be"] as const;

/** The same words in three languages; English is needed, the others are asked for. */
export function WordsField({ label, value, onValue, problem }: WordsFieldProps) {
  const t = useTranslations("campaigns");
  return (
    <fieldset>
      <legend className="font-medium">{label}</legend>
      <div className="mt-1.5 grid gap-2">
        {languages.map((language) => (
          <label key={language} className="flex items-center gap-3">
            <span className="figures w-7 shrink-0 text-ink-faint text-sm uppercase">{language}</span>
            <input
              lang={language}
              aria-label={`${label}: ${t(`language_${language}`)}`}
              aria-invalid={language === "en" && problem !== undefined}
              value={value[language]}
              maxLength={300}
              onChange={({ currentTarget }) => onValue({ ...value, [language]: currentTarget.value })}
              className={`${fieldClass} mt-0`}
            />
          </label>
        ))}
      </div>
      {problem ? <p className="mt-1 text-bad text-sm">{problemWords(t, problem)}</p> : null}
    </fieldset>
  );
}
