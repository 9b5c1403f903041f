"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import { wantsNumber } from "#portal/lib/deed-input.ts";
import { fieldClass } from "#portal/ui/field-class.ts";

/** What a deed asks of the person besides a reason. `name` is where it goes in the input; dots lead into objects. */
export type DeedField = {
  name: string;
  label: string;
  hint?: string;
  required?: boolean;
  /** What stands there at first. */
  value?: string;
  /** Only while the field of this name holds one of these. */
  when?: { name: string; is: string[] };
  /** Asks only which of the others to show: it is no part of the input. */
  unsent?: true;
} & (
  | { kind: "text" | "decimal" | "whole" | "date" | "yesNo" }
  /** At most so many signs. */
  | { kind: "words"; most?: number }
  /** Typed as 12.5, goes as basis points. */
  | { kind: "percent" }
  /** A wall clock in the network's zone. */
  | { kind: "instant"; zone: string }
  | { kind: "choice"; choices: { value: string; name: string }[] }
  /** Goes as { name, mediaType, contentBase64 }. */
  | { kind: "file"; accept: string }
);

type DeedFieldsProps = {
  fields: DeedField[];
  missing: ReadonlySet<string>;
  values: Record<string, string>;
  onValue: (name: string, value: string) => void;
};

export function DeedFields({ fields, missing, values, onValue }: DeedFieldsProps) {
  return (
    <div className="mt-5 grid gap-4">
      {fields
        .filter(({ when }) => !when || when.is.includes(values[when.name] ?? ""))
        .map((field) => (
          <Labelled key={field.name} field={field} missing={missing.has(field.name)}>
            {(id, described) => (
              <Control
                field={field}
                id={id}
                described={described}
                invalid={missing.has(field.name)}
                onValue={(value) => onValue(field.name, value)}
              />
            )}
          </Labelled>
        ))}
    </div>
  );
}

type LabelledProps = {
  field: DeedField;
  missing: boolean;
  children: (id: string, described: string | undefined) => ReactNode;
};

function Labelled({ field, missing, children }: LabelledProps) {
  const t = useTranslations("deed");
  const id = useId();
  const hint = missing ? t(wantsNumber(field) ? "numberMissing" : "fieldMissing") : field.hint;
  return (
    <div>
      <label htmlFor={id} className="font-medium">
        {field.label}
        {field.required ? null : <span className="ml-1.5 font-normal text-ink-faint text-sm">{t("optional")}</span>}
      </label>
      {children(id, hint ? `${id}h` : undefined)}
      {hint ? (
        <span id={`${id}h`} className={`mt-1 block text-sm ${missing ? "text-bad" : "text-ink-faint"}`}>
          {hint}
        </span>
      ) : null}
    </div>
  );
}

type ControlProps = {
  field: DeedField;
  id: string;
  described: string | undefined;
  invalid: boolean;
  onValue: (value: string) => void;
};

const inputOf = {
  decimal: "text",
  percent: "text",
  whole: "text",
  text: "text",
  date: "date",
  instant: "datetime-local",
} as const;

function Control({ field, id, described, invalid, onValue }: ControlProps) {
  const t = useTranslations("deed");
  const shared = {
    id,
    name: field.name,
    "aria-describedby": described,
    "aria-invalid": invalid,
    className: fieldClass,
  };
  const heard = {
    defaultValue: field.value ?? "",
    onChange: (event: { currentTarget: { value: string } }) => onValue(event.currentTarget.value),
  };
  switch (field.kind) {
    case "words":
      return <textarea {...shared} {...heard} rows={3} maxLength={field.most ?? 4_000} />;
    case "choice":
      return (
        <select {...shared} {...heard}>
          {field.required ? null : <option value="">–</option>}
          {field.choices.map(({ value, name }) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </select>
      );
    case "yesNo":
      return (
        <select {...shared} {...heard}>
          <option value="false">{t("no")}</option>
          <option value="true">{t("yes")}</option>
        </select>
      );
    case "file":
      return <input {...shared} type="file" accept={field.accept} />;
    default:
      return (
        <input
          {...shared}
          {...heard}
          type={inputOf[field.kind]}
          inputMode={
            field.kind === "decimal" || field.kind === "percent"
              ? "decimal"
              : field.kind === "whole"
                ? "numeric"
                : undefined
          }
        />
      );
  }
}
