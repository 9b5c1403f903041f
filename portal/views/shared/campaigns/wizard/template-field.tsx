"use client";

import { useTranslations } from "next-intl";
import { classes } from "#portal/ui/classes.ts";
import { type Problem, TextField } from "./fields.tsx";

const names = [
  "times",
  "percent",
  "number",
  "per",
  "amount",
  "days",
  "secondFrom",
  "secondPercent",
  "thirdFrom",
  "thirdPercent",
  "size",
  "card",
  "gift",
  "worth",
  "category",
  "tier",
  "minTotal",
  "weekdays",
  "fromTime",
  "untilTime",
] as const;
type Name = (typeof names)[number];

type TemplateFieldProps = {
  field: { name: string; kind: string };
  value: string;
  onValue: (value: string) => void;
  problem?: Problem | undefined;
};

/** One question of a form. The gateway judges the answer; here it is only asked in the way that suits its kind. */
export function TemplateField({ field: { name, kind }, value, onValue, problem }: TemplateFieldProps) {
  const t = useTranslations("campaigns");
  const known = names.includes(name as Name);
  const label = known ? t(`field_${name as Name}`) : name;
  if (kind === "WEEKDAYS") return <Weekdays label={label} value={value} onValue={onValue} />;
  const decimals = kind === "PERCENT" || kind === "MONEY" || kind === "TIMES";
  return (
    <TextField
      label={label}
      hint={kind === "PERCENT" ? t("hintPercent") : kind === "NAME" ? t("hintName") : undefined}
      value={value}
      onValue={(text) => onValue(decimals ? text.replace(",", ".") : text)}
      type={kind === "TIME" ? "time" : "text"}
      inputMode={decimals ? "decimal" : kind === "TEXT" || kind === "NAME" ? "text" : "numeric"}
      problem={problem}
    />
  );
}

const days = ["1", "2", "3", "4", "5", "6", "7"] as const;

function Weekdays({ label, value, onValue }: { label: string; value: string; onValue: (value: string) => void }) {
  const t = useTranslations("campaigns");
  const chosen = value.split(",").filter(Boolean);
  const toggled = (day: string) =>
    days.filter((one) => (one === day ? !chosen.includes(one) : chosen.includes(one))).join(",");
  return (
    <fieldset className="sm:col-span-2">
      <legend className="font-medium">{label}</legend>
      <div className="mt-1.5 flex flex-wrap gap-2">
        {days.map((day) => (
          <button
            key={day}
            type="button"
            aria-pressed={chosen.includes(day)}
            onClick={() => onValue(toggled(day))}
            className={classes(
              "min-h-10 min-w-12 rounded-lg border px-3 font-medium",
              chosen.includes(day) ? "border-accent bg-accent text-on-accent" : "border-line hover:bg-sunken",
            )}
          >
            {t(`day_${day}`)}
          </button>
        ))}
      </div>
    </fieldset>
  );
}
