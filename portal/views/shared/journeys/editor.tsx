"use client";

import { ArrowDown, ArrowUp, Plus, Trash2, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { useRouter } from "#portal/i18n/navigation.ts";
import { newKey, useDeed } from "#portal/lib/deeds.ts";
import { toast } from "#portal/lib/toast.ts";
import { Button } from "#portal/ui/button.tsx";
import { ChoiceField, type Problem, TextField, WordsField } from "#portal/views/shared/campaigns/wizard/fields.tsx";
import { definitionOf, type JourneyDraft, newStep, type StepDraft } from "#portal/views/shared/journeys/draft.ts";
import { StepFields } from "#portal/views/shared/journeys/step-fields.tsx";
import type { JourneyDefinitionInput } from "#schema/answers.ts";
import { draftJourney, editJourneyDraft } from "#schema/documents.ts";

type EditorProps = {
  first: JourneyDraft;
  /** Null: there is no draft yet. */
  versionId: string | null;
  path: string;
  templates: readonly { name: string; variables: readonly string[] }[];
};

const triggers = [
  "SILENCE",
  "FIRST_PURCHASE",
  "BIRTHDAY",
  "SEGMENT_ENTERED",
  "SEGMENT_LEFT",
  "TIER_CHANGED",
  "CAMPAIGN",
] as const;
const kinds = ["MESSAGE", "WAIT", "CONDITION", "COUPON", "POINTS", "TAG"] as const;
const triggerFields: Partial<Record<JourneyDraft["on"], string>> = {
  SILENCE: "days",
  BIRTHDAY: "daysBefore",
  SEGMENT_ENTERED: "segment",
  SEGMENT_LEFT: "segment",
  TIER_CHANGED: "tier",
};

/** The whole journey as a form: what begins it, then its steps one under the other. */
export function JourneyEditor({ first, versionId, path, templates }: EditorProps) {
  const t = useTranslations("journeys");
  const [draft, setDraft] = useState(first);
  const { save, working, problems, refused } = useSaving({ versionId, path });
  const put = (changed: Partial<JourneyDraft>) => setDraft((before) => ({ ...before, ...changed }));
  const needs = new Map(templates.map(({ name, variables }) => [name, variables]));
  const extra = triggerFields[draft.on];
  return (
    <form
      className="grid max-w-3xl gap-6"
      onSubmit={(event) => {
        event.preventDefault();
        void save(draft.name, definitionOf(draft, needs));
      }}
      noValidate
    >
      <section className="panel grid gap-4 p-5">
        {versionId ? null : (
          <TextField
            label={t("name")}
            hint={t("nameHint")}
            value={draft.name}
            onValue={(name) => put({ name })}
            problem={problems.get("name")}
          />
        )}
        <WordsField
          label={t("journeyTitle")}
          value={draft.title}
          onValue={(title) => put({ title })}
          problem={problems.get("title.en")}
        />
        <div className="grid gap-4 sm:grid-cols-2">
          <ChoiceField
            label={t("beginsOn")}
            value={draft.on}
            onValue={(on) => put({ on: on as JourneyDraft["on"] })}
            choices={triggers.map((value) => ({ value, name: t(`on_${value}`) }))}
            problem={problems.get("trigger.on")}
          />
          {extra ? (
            <TextField
              label={t(`ask_${extra as "days"}`)}
              value={draft.trigger[extra] ?? ""}
              onValue={(value) => put({ trigger: { ...draft.trigger, [extra]: value } })}
              problem={problems.get(`trigger.${extra}`)}
            />
          ) : null}
        </div>
        <label className="flex min-h-10 items-center gap-3">
          <input
            type="checkbox"
            className="size-5"
            checked={draft.stopsOnPurchase}
            onChange={({ currentTarget }) => put({ stopsOnPurchase: currentTarget.checked })}
          />
          {t("stopsOnPurchase")}
        </label>
      </section>
      <ol className="grid gap-4">
        {draft.steps.map((step, place) => (
          <li key={step.key} className="panel p-5">
            <StepHead
              place={place}
              kind={step.kind}
              count={draft.steps.length}
              onMove={(to) => put({ steps: moved(draft.steps, place, to) })}
            />
            <StepFields
              step={step}
              templates={templates}
              path={`steps.${place}`}
              problems={problems}
              onStep={(changed) => put({ steps: draft.steps.map((one) => (one.key === changed.key ? changed : one)) })}
            />
          </li>
        ))}
      </ol>
      <div className="flex flex-wrap gap-2">
        {kinds.map((kind) => (
          <Button key={kind} size="small" onClick={() => put({ steps: [...draft.steps, newStep(kind)] })}>
            <Plus className="size-4" aria-hidden="true" />
            {t(`kind_${kind}`)}
          </Button>
        ))}
      </div>
      <div role="alert">
        {refused ? (
          <p className="flex gap-2.5 rounded-lg bg-bad-soft px-3.5 py-3 text-bad">
            <TriangleAlert className="mt-0.5 size-4 shrink-0" aria-hidden="true" />
            {refused}
          </p>
        ) : null}
      </div>
      <div>
        <Button type="submit" look="primary" disabled={working}>
          {t("saveDraft")}
        </Button>
      </div>
    </form>
  );
}

type HeadProps = { place: number; kind: StepDraft["kind"]; count: number; onMove: (to: number | null) => void };

function StepHead({ place, kind, count, onMove }: HeadProps) {
  const t = useTranslations("journeys");
  return (
    <div className="mb-3 flex items-center justify-between gap-3">
      <h2 className="font-semibold">
        {place + 1}. {t(`kind_${kind}`)}
      </h2>
      <span className="flex gap-1">
        <Button
          look="quiet"
          size="square"
          aria-label={t("up")}
          disabled={place === 0}
          onClick={() => onMove(place - 1)}
        >
          <ArrowUp className="size-4" aria-hidden="true" />
        </Button>
        <Button
          look="quiet"
          size="square"
          aria-label={t("down")}
          disabled={place === count - 1}
          onClick={() => onMove(place + 1)}
        >
          <ArrowDown className="size-4" aria-hidden="true" />
        </Button>
        <Button look="quiet" size="square" aria-label={t("remove")} disabled={count === 1} onClick={() => onMove(null)}>
          <Trash2 className="size-4" aria-hidden="true" />
        </Button>
      </span>
    </div>
  );
}

/** The steps with one of them elsewhere; null: away. */
function moved(steps: readonly StepDraft[], from: number, to: number | null): StepDraft[] {
  const left = steps.filter((_step, place) => place !== from);
  const step = steps[from];
  return to === null || !step ? left : [...left.slice(0, to), step, ...left.slice(to)];
}

/** Saves the draft; what the hub finds wrong stands beside its field then. */
function useSaving({ versionId, path }: Pick<EditorProps, "versionId" | "path">) {
  const t = useTranslations("deed");
  const saved = useTranslations("journeys");
  const router = useRouter();
  const key = useRef(newKey());
  const beginning = useDeed(draftJourney);
  const editing = useDeed(editJourneyDraft);
  const [problems, setProblems] = useState<ReadonlyMap<string, Problem>>(new Map());
  const [refused, setRefused] = useState<string | null>(null);
  const save = async (name: string, definition: JourneyDefinitionInput) => {
    const answer = versionId
      ? await editing.run({ input: { definition, journeyVersionId: versionId } })
      : await beginning.run({ input: { definition, name, idempotencyKey: key.current } });
    if (answer.kind === "unknown") return setRefused(t("unreachable"));
    if (answer.kind === "refused") {
      key.current = newKey();
      setProblems(new Map(problemsIn(answer.message).map((problem) => [problem.path, problem])));
      return setRefused(answer.message);
    }
    const { version } = answer.success as { version: { journey: { id: string } } };
    toast.success(saved("saved"));
    router.push(`${path}/${version.journey.id}`);
    router.refresh();
  };
  return { save, working: beginning.working || editing.working, problems, refused };
}

/** The hub's sentence names each mistake after its place: `steps.0.expression: …`. */
function problemsIn(message: string): Problem[] {
  return [...message.matchAll(/((?:title|trigger|steps)[\w.]*): ([^:]+?)(?= (?:title|trigger|steps)[\w.]*: |$)/g)].map(
    ([, path = "", says = ""]) => ({ path, code: "", message: says }),
  );
}
