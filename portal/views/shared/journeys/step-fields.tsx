"use client";

import { useTranslations } from "next-intl";
import {
  ChoiceField,
  ExpressionField,
  type Problem,
  TextField,
} from "#portal/views/shared/campaigns/wizard/fields.tsx";
import type { StepDraft } from "#portal/views/shared/journeys/draft.ts";

type StepFieldsProps = {
  step: StepDraft;
  templates: readonly { name: string; variables: readonly string[] }[];
  path: string;
  problems: ReadonlyMap<string, Problem>;
  onStep: (step: StepDraft) => void;
};

/** The questions of one kind of step. */
export function StepFields({ step, templates, path, problems, onStep }: StepFieldsProps) {
  const t = useTranslations("journeys");
  const bound = (name: string, at = name) => ({
    value: step.fields[name] ?? "",
    onValue: (value: string) => onStep({ ...step, fields: { ...step.fields, [name]: value } }),
    problem: problems.get(`${path}.${at}`),
  });
  switch (step.kind) {
    case "WAIT":
      return (
        <div className="grid gap-3 sm:grid-cols-2">
          <TextField label={t("howLong")} inputMode="numeric" {...bound("time", "hours")} />
          <ChoiceField
            label={t("unit")}
            {...bound("unit")}
            value={step.fields["unit"] || "days"}
            choices={(["days", "hours"] as const).map((value) => ({ value, name: t(`unit_${value}`) }))}
          />
        </div>
      );
    case "CONDITION":
      return (
        <div className="grid gap-3">
          <TextField label={`${t("inWords")} · EN`} {...bound("labelEn", "label.en")} />
          <div className="grid gap-3 sm:grid-cols-2">
            <TextField label={`${t("inWords")} · RU`} {...bound("labelRu", "label.ru")} />
            <TextField label={`${t("inWords")} · BE`} {...bound("labelBe", "label.be")} />
          </div>
          <ExpressionField label={t("expression")} hint={t("expressionHint")} {...bound("expression")} />
          <TextField label={t("otherwise")} hint={t("otherwiseHint")} inputMode="numeric" {...bound("otherwise")} />
        </div>
      );
    case "MESSAGE": {
      const needs = templates.find(({ name }) => name === step.fields["template"])?.variables ?? [];
      return (
        <div className="grid gap-3">
          <ChoiceField
            label={t("template")}
            {...bound("template")}
            choices={[{ value: "", name: "–" }, ...templates.map(({ name }) => ({ value: name, name }))]}
          />
          {needs.map((name) => (
            <TextField
              key={name}
              label={`{${name}}`}
              hint={name === "coupon" ? t("couponHint") : undefined}
              {...bound(`fill_${name}`, "fill")}
            />
          ))}
        </div>
      );
    }
    case "COUPON":
      return <TextField label={t("pool")} hint={t("poolHint")} {...bound("pool")} />;
    case "POINTS":
      return <TextField label={t("points")} hint={t("pointsHint")} inputMode="numeric" {...bound("points")} />;
    case "TAG":
      return <TextField label={t("tag")} {...bound("tag")} />;
  }
}
