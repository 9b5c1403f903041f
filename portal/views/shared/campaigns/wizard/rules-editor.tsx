"use client";

import { Plus, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "#portal/ui/button.tsx";
import {
  type ConditionDraft,
  type EffectDraft,
  type EffectKind,
  effectParts,
  noTexts,
  type RuleDraft,
} from "./draft.ts";
import { EffectFields } from "./effect-fields.tsx";
import { ChoiceField, ExpressionField, type Problem, WordsField } from "./fields.tsx";

type RulesEditorProps = {
  rules: readonly RuleDraft[];
  onRules: (rules: RuleDraft[]) => void;
  problems: ReadonlyMap<string, Problem>;
};

const replaced = <Row,>(rows: readonly Row[], nth: number, row: Row | null): Row[] =>
  rows.flatMap((one, place) => (place === nth ? (row === null ? [] : [row]) : [one]));

/** Rules written out: conditions with their words and expressions, and what happens when all of them hold. */
export function RulesEditor({ rules, onRules, problems }: RulesEditorProps) {
  const t = useTranslations("campaigns");
  const empty: RuleDraft = { label: noTexts, coupon: "", conditions: [], effects: [newEffect()] };
  return (
    <div className="grid gap-6">
      {rules.map((rule, nth) => (
        <RuleEditor
          // biome-ignore lint/suspicious/noArrayIndexKey: rules are known by their places
          key={nth}
          nth={nth}
          rule={rule}
          onRule={(changed) => onRules(replaced(rules, nth, changed))}
          problems={problems}
        />
      ))}
      <div>
        <Button size="small" onClick={() => onRules([...rules, empty])}>
          <Plus className="size-4" aria-hidden="true" />
          {t("addRule")}
        </Button>
      </div>
    </div>
  );
}

const newEffect = (): EffectDraft => ({ kind: "POINTS", fields: { giveBy: "FIXED" }, fundedBy: null });

type RuleEditorProps = {
  nth: number;
  rule: RuleDraft;
  onRule: (rule: RuleDraft | null) => void;
  problems: ReadonlyMap<string, Problem>;
};

function RuleEditor({ nth, rule, onRule, problems }: RuleEditorProps) {
  const t = useTranslations("campaigns");
  const { conditions, effects } = rule;
  const path = `rules.${nth}`;
  const condition: ConditionDraft = { label: noTexts, expression: "" };
  return (
    <section aria-label={t("rule", { number: nth + 1 })} className="grid gap-5 rounded-xl border border-line p-4">
      <div className="flex items-start justify-between gap-4">
        <h3 className="font-semibold">{t("rule", { number: nth + 1 })}</h3>
        <RemoveButton label={t("remove")} onRemove={() => onRule(null)} />
      </div>
      <WordsField
        label={t("ruleName")}
        value={rule.label}
        onValue={(label) => onRule({ ...rule, label })}
        problem={problems.get(`${path}.label.en`)}
      />
      <div className="grid gap-4">
        <h4 className="eyebrow">{t("conditions")}</h4>
        {conditions.map((one, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: conditions are known by their places
          <div key={place} className="grid gap-3 border-line border-l-2 pl-4">
            <div className="flex items-start justify-between gap-3">
              <div className="grow">
                <ExpressionField
                  label={t("expression")}
                  value={one.expression}
                  onValue={(expression) =>
                    onRule({ ...rule, conditions: replaced(conditions, place, { ...one, expression }) })
                  }
                  problem={problems.get(`${path}.conditions.${place}.expression`)}
                />
              </div>
              <RemoveButton
                label={t("remove")}
                onRemove={() => onRule({ ...rule, conditions: replaced(conditions, place, null) })}
              />
            </div>
            <WordsField
              label={t("inWords")}
              value={one.label}
              onValue={(label) => onRule({ ...rule, conditions: replaced(conditions, place, { ...one, label }) })}
              problem={problems.get(`${path}.conditions.${place}.label.en`)}
            />
          </div>
        ))}
        <div>
          <Button size="small" onClick={() => onRule({ ...rule, conditions: [...conditions, condition] })}>
            <Plus className="size-4" aria-hidden="true" />
            {t("addCondition")}
          </Button>
        </div>
      </div>
      <div className="grid gap-4">
        <h4 className="eyebrow">{t("gives")}</h4>
        {effects.map((effect, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: effects are known by their places
          <div key={place} className="grid gap-3 border-line border-l-2 pl-4">
            <div className="flex items-start justify-between gap-3">
              <ChoiceField
                className="grow"
                label={t("effect")}
                value={effect.kind}
                onValue={(kind) => onRule({ ...rule, effects: replaced(effects, place, { ...effect, kind }) })}
                choices={(Object.keys(effectParts) as EffectKind[]).map((value) => ({
                  value,
                  name: t(`effect_${value}`),
                }))}
              />
              {effects.length > 1 ? (
                <RemoveButton
                  label={t("remove")}
                  onRemove={() => onRule({ ...rule, effects: replaced(effects, place, null) })}
                />
              ) : null}
            </div>
            <EffectFields
              effect={effect}
              onEffect={(changed) => onRule({ ...rule, effects: replaced(effects, place, changed) })}
              path={`${path}.effects.${place}`}
              problems={problems}
            />
          </div>
        ))}
        <div>
          <Button size="small" onClick={() => onRule({ ...rule, effects: [...effects, newEffect()] })}>
            <Plus className="size-4" aria-hidden="true" />
            {t("addEffect")}
          </Button>
        </div>
      </div>
    </section>
  );
}

function RemoveButton({ label, onRemove }: { label: string; onRemove: () => void }) {
  return (
    <Button look="quiet" size="square" aria-label={label} onClick={onRemove}>
      <Trash2 className="size-4" aria-hidden="true" />
    </Button>
  );
}
