"use client";

import { useTranslations } from "next-intl";
import type { Draft } from "./draft.ts";
import { ChoiceField, type Problem, TextField } from "./fields.tsx";
import { TemplateField } from "./template-field.tsx";
import type { Template } from "./what.tsx";

type Named = { code: string; name: string };

/** Clubs and plans that a campaign may be for. */
export type Circles = { clubs: readonly Named[]; plans: readonly Named[] };

type WhenProps = {
  draft: Draft;
  onDraft: (change: Partial<Draft>) => void;
  template: Template | undefined;
  circles: Circles;
  problems: ReadonlyMap<string, Problem>;
};

/** Step 2: from when until when, for whom, and what a common shape asks of the receipt and its buyer. */
export function When({ draft, onDraft, template, circles, problems }: WhenProps) {
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
      <Audience draft={draft} onDraft={onDraft} circles={circles} problems={problems} />
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

/** Whom alone it is for, and how many of them are held back to be compared with. */
function Audience({ draft, onDraft, circles, problems }: Omit<WhenProps, "template">) {
  const t = useTranslations("campaigns");
  const { audience, control } = draft;
  const everybody = { value: "", name: t("everybody") };
  const choices = (named: readonly Named[]) => [everybody, ...named.map(({ code, name }) => ({ value: code, name }))];
  const put = (change: Partial<Draft["audience"]>) => onDraft({ audience: { ...audience, ...change } });
  return (
    <fieldset>
      <legend className="font-medium">{t("forWhom")}</legend>
      <p className="text-ink-faint text-sm">{t("forWhomText")}</p>
      <div className="mt-3 grid gap-4 sm:grid-cols-2">
        {circles.clubs.length > 0 || audience.club ? (
          <ChoiceField
            label={t("club")}
            value={audience.club}
            choices={withChosen(choices(circles.clubs), audience.club)}
            onValue={(club) => put({ club })}
            problem={problems.get("audience.club")}
          />
        ) : null}
        {circles.plans.length > 0 || audience.plan ? (
          <ChoiceField
            label={t("plan")}
            value={audience.plan}
            choices={withChosen(choices(circles.plans), audience.plan)}
            onValue={(plan) => put({ plan })}
            problem={problems.get("audience.plan")}
          />
        ) : null}
        <TextField
          label={t("control")}
          inputMode="decimal"
          value={control}
          onValue={(value) => onDraft({ control: value })}
          hint={t("controlHint")}
          problem={problems.get("controlBps")}
        />
      </div>
    </fieldset>
  );
}

/** One that was closed since stays readable. */
const withChosen = (choices: readonly { value: string; name: string }[], chosen: string) =>
  choices.some(({ value }) => value === chosen) ? choices : [...choices, { value: chosen, name: chosen }];
