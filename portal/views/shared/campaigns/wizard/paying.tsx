"use client";

import { Plus, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "#portal/ui/button.tsx";
import type { Draft, FunderDraft, LimitDraft } from "./draft.ts";
import { ChoiceField, type Problem, TextField } from "./fields.tsx";

export type PartnerName = { id: string; name: string };
type PayingProps = {
  draft: Draft;
  onDraft: (change: Partial<Draft>) => void;
  partners: readonly PartnerName[];
  problems: ReadonlyMap<string, Problem>;
};

const units = ["POINTS", "MONEY", "TIMES"] as const;
const scopes = ["CAMPAIGN", "MEMBER"] as const;
const periods = ["EVER", "DAY", "WEEK", "MONTH"] as const;

/** Step 3: who pays, how much at most, and how it gets along with other campaigns. */
export function Paying({ draft, onDraft, partners, problems }: PayingProps) {
  return (
    <div className="grid gap-8">
      <Funders draft={draft} onDraft={onDraft} partners={partners} problems={problems} />
      <LimitRows draft={draft} onDraft={onDraft} problems={problems} />
      <Stacking draft={draft} onDraft={onDraft} problems={problems} />
    </div>
  );
}

function Funders({ draft, onDraft, partners, problems }: PayingProps) {
  const t = useTranslations("campaigns");
  const { funding } = draft;
  const put = (nth: number, change: Partial<FunderDraft>) =>
    onDraft({ funding: funding.map((one, place) => (place === nth ? { ...one, ...change } : one)) });
  const sum = funding.reduce((all, { percent }) => all + (Number(percent.replace(",", ".")) || 0), 0);
  const choices = [
    { value: "ISSUER", name: t("funder_ISSUER") },
    { value: "OPERATOR", name: t("funder_OPERATOR") },
    ...partners.map(({ id, name }) => ({ value: id, name })),
  ];
  const free = choices.find(({ value }) => !funding.some(({ funder }) => funder === value));
  return (
    <section aria-label={t("whoPays")}>
      <h2 className="font-semibold">{t("whoPays")}</h2>
      <p className="text-ink-soft text-sm">{t("whoPaysText")}</p>
      <div className="mt-3 grid gap-3">
        {funding.map(({ funder, percent }, nth) => (
          <div key={funder} className="flex flex-wrap items-start gap-3">
            <ChoiceField
              className="min-w-48 grow"
              label={t("funder")}
              value={funder}
              choices={choices}
              onValue={(value) => put(nth, { funder: value })}
              problem={problems.get(`funding.${nth}.funder`)}
            />
            <TextField
              className="w-28"
              label={t("percent")}
              inputMode="decimal"
              value={percent}
              onValue={(value) => put(nth, { percent: value })}
              problem={problems.get(`funding.${nth}.bps`)}
            />
            {funding.length > 1 ? (
              <Remove
                label={t("remove")}
                onRemove={() => onDraft({ funding: funding.filter((_one, place) => place !== nth) })}
              />
            ) : null}
          </div>
        ))}
      </div>
      <div className="mt-3 flex flex-wrap items-center gap-4">
        {free ? (
          <Button
            size="small"
            onClick={() =>
              onDraft({ funding: [...funding, { funder: free.value, percent: String(Math.max(0, 100 - sum)) }] })
            }
          >
            <Plus className="size-4" aria-hidden="true" />
            {t("addFunder")}
          </Button>
        ) : null}
        <span className={sum === 100 ? "text-ink-faint text-sm" : "text-bad text-sm"}>
          {t("together", { percent: String(sum) })}
        </span>
      </div>
    </section>
  );
}

function LimitRows({ draft, onDraft, problems }: Omit<PayingProps, "partners">) {
  const t = useTranslations("campaigns");
  const { limits } = draft;
  const put = (nth: number, change: Partial<LimitDraft>) =>
    onDraft({ limits: limits.map((one, place) => (place === nth ? { ...one, ...change } : one)) });
  const add = (scope: LimitDraft["scope"], period: LimitDraft["period"]) =>
    onDraft({ limits: [...limits, { unit: "POINTS", most: "", scope, period, over: "NOTHING", rule: null }] });
  return (
    <section aria-label={t("limits")}>
      <h2 className="font-semibold">{t("limits")}</h2>
      <p className="text-ink-soft text-sm">{t("limitsText")}</p>
      <div className="mt-3 grid gap-4">
        {limits.map((limit, nth) => (
          <div
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other identity while they are written
            key={nth}
            className="grid items-start gap-3 rounded-xl border border-line p-4 sm:grid-cols-2"
          >
            <TextField
              label={t("most")}
              inputMode="decimal"
              value={limit.most}
              onValue={(most) => put(nth, { most })}
              problem={problems.get(`limits.${nth}.most`)}
            />
            <ChoiceField
              label={t("unit")}
              value={limit.unit}
              onValue={(unit) => put(nth, { unit })}
              choices={units.map((value) => ({ value, name: t(`unitName_${value}`) }))}
            />
            <ChoiceField
              label={t("scope")}
              value={limit.scope}
              onValue={(scope) => put(nth, { scope })}
              choices={scopes.map((value) => ({ value, name: t(`scopeName_${value}`) }))}
            />
            <ChoiceField
              label={t("period")}
              value={limit.period}
              onValue={(period) => put(nth, { period })}
              choices={periods.map((value) => ({ value, name: t(`periodName_${value}`) }))}
            />
            <Remove
              isBelow
              label={t("remove")}
              onRemove={() => onDraft({ limits: limits.filter((_one, place) => place !== nth) })}
            />
          </div>
        ))}
      </div>
      <div className="mt-3 flex flex-wrap gap-2">
        <Button size="small" onClick={() => add("CAMPAIGN", "EVER")}>
          <Plus className="size-4" aria-hidden="true" />
          {t("addBudget")}
        </Button>
        <Button size="small" onClick={() => add("MEMBER", "DAY")}>
          <Plus className="size-4" aria-hidden="true" />
          {t("addCap")}
        </Button>
      </div>
    </section>
  );
}

function Stacking({ draft, onDraft, problems }: Omit<PayingProps, "partners">) {
  const t = useTranslations("campaigns");
  const { stacking } = draft;
  const put = (change: Partial<Draft["stacking"]>) => onDraft({ stacking: { ...stacking, ...change } });
  const how = stacking.exclusive ? "EXCLUSIVE" : stacking.mode;
  return (
    <details className="rounded-xl border border-line px-4 py-3" open={stacking.exclusive || stacking.mode === "BEST"}>
      <summary className="font-medium">{t("stacking")}</summary>
      <div className="mt-3 grid gap-4 sm:grid-cols-3">
        <ChoiceField
          label={t("stackingHow")}
          value={how}
          onValue={(value) => put({ exclusive: value === "EXCLUSIVE", mode: value === "BEST" ? "BEST" : "ALL" })}
          choices={(["ALL", "BEST", "EXCLUSIVE"] as const).map((value) => ({
            value,
            name: t(`stackingName_${value}`),
          }))}
        />
        <TextField
          label={t("group")}
          value={stacking.group}
          onValue={(group) => put({ group })}
          problem={problems.get("stacking.group")}
        />
        <TextField
          label={t("priority")}
          inputMode="numeric"
          value={String(stacking.priority)}
          onValue={(text) => put({ priority: Number(text.replace(/\D/g, "")) || 0 })}
          problem={problems.get("stacking.priority")}
        />
      </div>
    </details>
  );
}

type RemoveProps = { label: string; onRemove: () => void; isBelow?: boolean };

/** Beside fields it stands as low as they do under their names. */
function Remove({ label, onRemove, isBelow = false }: RemoveProps) {
  return (
    <Button look="quiet" size="square" className={isBelow ? "" : "mt-7.5"} aria-label={label} onClick={onRemove}>
      <Trash2 className="size-4" aria-hidden="true" />
    </Button>
  );
}
