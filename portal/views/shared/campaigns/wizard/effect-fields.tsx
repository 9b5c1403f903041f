"use client";

import { useTranslations } from "next-intl";
import { type EffectDraft, effectParts } from "./draft.ts";
import { ChoiceField, ExpressionField, type Problem, TextField } from "./fields.tsx";

type EffectFieldsProps = {
  effect: EffectDraft;
  onEffect: (effect: EffectDraft) => void;
  path: string;
  problems: ReadonlyMap<string, Problem>;
};

/** What a part of the form reads and writes, and what is wrong with it. */
type Part = {
  of: (name: string) => string;
  put: (name: string) => (value: string) => void;
  problem: (...paths: string[]) => Problem | undefined;
};

const named = [
  "times",
  "count",
  "gift",
  "worth",
  "card",
  "size",
  "draw",
  "pool",
  "benefit",
  "template",
  "journey",
] as const;
type Named = (typeof named)[number];

/** The questions of one kind of effect. */
export function EffectFields({ effect, onEffect, path, problems }: EffectFieldsProps) {
  const { kind, fields } = effect;
  const part: Part = {
    of: (name) => fields[name] ?? "",
    put: (name) => (value) => onEffect({ ...effect, fields: { ...fields, [name]: value } }),
    problem: (...paths) => paths.map((one) => problems.get(`${path}.${one}`)).find(Boolean),
  };
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      {effectParts[kind].map((name) =>
        name === "give" ? (
          <Giving key={name} {...part} />
        ) : name === "take" ? (
          <Taking key={name} {...part} />
        ) : (
          <Plain key={name} name={name} isCounted={kind === "CHEAPEST"} {...part} />
        ),
      )}
    </div>
  );
}

const givings = ["FIXED", "PER_AMOUNT", "PERCENT"] as const;

function Giving({ of, put, problem }: Part) {
  const t = useTranslations("campaigns");
  const by = givings.find((one) => one === of("giveBy")) ?? "FIXED";
  return (
    <div className="grid gap-3 sm:col-span-2 sm:grid-cols-3">
      <ChoiceField
        label={t("howMuch")}
        value={by}
        onValue={put("giveBy")}
        choices={givings.map((value) => ({ value, name: t(`giving_${value}`) }))}
        problem={problem("give", "give.by")}
      />
      {by === "PERCENT" ? (
        <TextField
          label={t("percent")}
          inputMode="decimal"
          value={of("givePercent")}
          onValue={put("givePercent")}
          problem={problem("give.bps")}
        />
      ) : (
        <TextField
          label={t("number")}
          inputMode="numeric"
          value={of("giveNumber")}
          onValue={put("giveNumber")}
          problem={problem("give.number")}
        />
      )}
      {by === "PER_AMOUNT" ? (
        <TextField
          label={t("field_per")}
          inputMode="decimal"
          value={of("givePer")}
          onValue={put("givePer")}
          problem={problem("give.per")}
        />
      ) : null}
    </div>
  );
}

const takings = ["PERCENT", "AMOUNT", "PRICE"] as const;

function Taking({ of, put, problem }: Part) {
  const t = useTranslations("campaigns");
  const by = takings.find((one) => one === of("takeBy")) ?? "PERCENT";
  const isShare = by === "PERCENT";
  return (
    <div className="grid gap-3 sm:col-span-2 sm:grid-cols-2">
      <ChoiceField
        label={t("howMuch")}
        value={by}
        onValue={put("takeBy")}
        choices={takings.map((value) => ({ value, name: t(`taking_${value}`) }))}
        problem={problem("take", "take.by")}
      />
      <TextField
        label={t(isShare ? "percent" : "money")}
        inputMode="decimal"
        value={of(isShare ? "takePercent" : "takeAmount")}
        onValue={put(isShare ? "takePercent" : "takeAmount")}
        problem={problem("take.bps", "take.amount", "take.price")}
      />
    </div>
  );
}

/** `count` is an expression where it says how many of the cheapest pieces; else a number. */
function Plain({ name, isCounted, of, put, problem }: Part & { name: string; isCounted: boolean }) {
  const t = useTranslations("campaigns");
  const shared = { value: of(name), onValue: put(name), problem: problem(name) };
  if (name === "on") {
    const choices = (["RECEIPT", "LINES"] as const).map((value) => ({ value, name: t(`on_${value}`) }));
    const value = of("on") === "LINES" ? "LINES" : "RECEIPT";
    return <ChoiceField {...shared} label={t("countedOn")} value={value} choices={choices} />;
  }
  if (name === "where") {
    return <ExpressionField {...shared} className="sm:col-span-2" label={t("where")} hint={t("whereHint")} />;
  }
  if (name === "count" && isCounted) {
    return <ExpressionField {...shared} className="sm:col-span-2" label={t("part_count")} hint={t("countHint")} />;
  }
  return <TextField {...shared} label={t(`part_${name as Named}`)} />;
}
