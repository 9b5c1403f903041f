"use client";

import { TriangleAlert } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { type ReactNode, useMemo, useRef, useState } from "react";
import { useRouter } from "#portal/i18n/navigation.ts";
import { useAnswer } from "#portal/lib/asks.ts";
import { newKey, useDeed } from "#portal/lib/deeds.ts";
import { toast } from "#portal/lib/toast.ts";
import { Button } from "#portal/ui/button.tsx";
import { Stepper } from "#portal/ui/stepper.tsx";
import type { Fact } from "#portal/views/shared/facts.ts";
import { checkRules, draftCampaign, editCampaignDraft, fillTemplate } from "#schema/documents.ts";
import { Completeness } from "./completeness.tsx";
import { type Draft, inputOf, type RuleDraft, rulesOf, textsIn, unworded, worded } from "./draft.ts";
import { FactsHelp } from "./facts-help.tsx";
import { type Problem, problemWords } from "./fields.tsx";
import { LivePreview } from "./live-preview.tsx";
import { type PartnerName, Paying } from "./paying.tsx";
import { RulesEditor } from "./rules-editor.tsx";
import { type Template, What, WriteOut } from "./what.tsx";
import { type Circles, When } from "./when.tsx";

type WizardProps = {
  first: Draft;
  /** The draft that is changed; null: it is begun with the first save. */
  versionId: string | null;
  firstStep: number;
  /** Where campaigns are listed. */
  path: string;
  partnerName: string | null;
  templates: readonly Template[];
  facts: readonly Fact[];
  partners: readonly PartnerName[];
  circles: Circles;
  reading: { zone: string; currencyCode: string };
  /** Trying it and submitting it, once it is kept. */
  trying: ReactNode;
};

const steps = ["what", "when", "paying", "trying"] as const;
const LAST = steps.length - 1;

/** A campaign in four steps: what, when and for whom, who pays at most how much, and a try on real receipts. */
export function Wizard(props: WizardProps) {
  const { first, versionId, firstStep, path, partnerName, templates, facts, partners, circles, reading, trying } =
    props;
  const t = useTranslations("campaigns");
  const locale = useLocale();
  const router = useRouter();
  const [draft, setDraft] = useState(first);
  const [kept, setKept] = useState<Draft | null>(versionId ? first : null);
  const [step, setStep] = useState(firstStep);
  const [refusal, setRefusal] = useState<string | null>(null);
  const begin = useDeed(draftCampaign);
  const edit = useDeed(editCampaignDraft);
  const key = useRef("");
  const change = (changed: Partial<Draft>) => setDraft((before) => ({ ...before, ...changed }));

  const answers = Object.entries(draft.answers).map(([name, value]) => ({ name, value }));
  const filled = useAnswer(
    fillTemplate,
    draft.template ? { template: draft.template as Template["name"], answers } : null,
  )?.fillTemplate;
  const rules = useMemo<RuleDraft[]>(
    () => (draft.template === null ? draft.rules : rulesOf(filled?.rules ?? [])),
    [draft.template, draft.rules, filled],
  );
  const definition = inputOf(draft, rules, reading.zone);
  const spoken = worded({ name: draft.name, rules });
  const checkable = inputOf({ ...draft, name: spoken.name }, spoken.rules, reading.zone);
  const checked = useAnswer(checkRules, rules.length > 0 ? { definition: checkable } : null)?.checkRules;
  const silent = rules.length > 0 ? unworded({ name: draft.name, rules }) : [];
  const problems = problemsOf(filled?.problems ?? [], [...silent.map(missing), ...(checked ?? [])]);
  const working = begin.working || edit.working;

  const save = async (): Promise<boolean> => {
    setRefusal(null);
    if (kept === draft) return true;
    key.current ||= newKey();
    const outcome = versionId
      ? await edit.run({ input: { campaignVersionId: versionId, definition } })
      : await begin.run({ input: { definition, idempotencyKey: key.current } });
    if (outcome.kind !== "done") {
      key.current = "";
      setRefusal(outcome.kind === "refused" ? outcome.message : t("unreachable"));
      return false;
    }
    setKept(draft);
    toast.success(t("saved"));
    if (!versionId) {
      const { version } = outcome.success as { version: { campaign: { id: string } } };
      router.push(`${path}/${version.campaign.id}/edit?step=4`);
      return false;
    }
    router.refresh();
    return true;
  };
  const go = async (next: number) => {
    if (next === LAST && !(await save())) return;
    setStep(next);
    window.scrollTo({ top: 0 });
  };

  const template = templates.find(({ name }) => name === draft.template);
  const expert = draft.template === null && rules.length > 0;
  return (
    <div>
      <div className="panel mb-6 px-5 py-4">
        <Stepper
          label={t("steps")}
          steps={steps.map((name, nth) => ({
            name: t(`step_${name}`),
            place: nth < step ? "done" : nth === step ? "now" : "ahead",
          }))}
        />
      </div>
      <div className="grid items-start gap-6 xl:grid-cols-[1.6fr_1fr]">
        <div className="grid gap-6">
          <div className="panel p-5">
            {step === 0 ? (
              <What draft={draft} onDraft={change} templates={templates} problems={problems} />
            ) : step === 1 ? (
              <When draft={draft} onDraft={change} template={template} circles={circles} problems={problems} />
            ) : step === 2 ? (
              <Paying draft={draft} onDraft={change} partners={partners} problems={problems} />
            ) : (
              trying
            )}
          </div>
          {step < 2 && expert ? (
            <RulesEditor rules={rules} onRules={(changed) => change({ rules: changed })} problems={problems} />
          ) : null}
          {step < 2 && draft.template ? (
            <WriteOut onWrite={() => change({ template: null, rules })} disabled={rules.length === 0} />
          ) : null}
          {step < 2 && draft.template === null && !expert ? (
            <WriteOut onWrite={() => change({ rules: [emptyRule] })} disabled={false} />
          ) : null}
          <div role="alert">
            {refusal ? (
              <p className="flex gap-3 rounded-xl bg-bad-soft px-5 py-4 text-bad">
                <TriangleAlert className="size-5 shrink-0" aria-hidden="true" />
                {refusal}
              </p>
            ) : null}
          </div>
          <div className="flex justify-between gap-3">
            {step > 0 ? <Button onClick={() => go(step - 1)}>{t("back")}</Button> : <span />}
            {step < LAST ? (
              <Button
                look="primary"
                onClick={() => go(step + 1)}
                disabled={working || (step + 1 === LAST && (rules.length === 0 || problems.size > 0))}
              >
                {working ? t("saving") : t(step + 1 === LAST ? "saveAndTry" : "next")}
              </Button>
            ) : null}
          </div>
        </div>
        <aside className="grid gap-6 xl:sticky xl:top-20" aria-label={t("asMembersSee")}>
          <section className="panel p-5" aria-label={t("asMembersSee")}>
            <h2 className="mb-3 font-semibold">{t("asMembersSee")}</h2>
            <LivePreview
              draft={draft}
              rules={rules}
              partner={partnerName}
              reading={{ locale, currencyCode: reading.currencyCode }}
            />
            <Completeness texts={textsIn(draft, rules)} />
          </section>
          {expert && step < 2 ? <FactsHelp facts={facts} /> : null}
          {problems.size > 0 ? <Problems problems={[...problems.values()]} /> : null}
        </aside>
      </div>
    </div>
  );
}

const missing = (path: string): Problem => ({ path, code: "MISSING", message: "" });

const none = { en: "", ru: "", be: "" };
const emptyRule: RuleDraft = {
  label: none,
  coupon: "",
  conditions: [],
  effects: [{ kind: "POINTS", fields: { giveBy: "FIXED" }, fundedBy: null }],
};

/** By where each is; what a form's answers lack stands before what the rules they make would lack. */
function problemsOf(inAnswers: readonly Problem[], inRules: readonly Problem[]): Map<string, Problem> {
  const answers = inAnswers.map((one): [string, Problem] => [
    `answers.${one.path}`,
    { ...one, path: `answers.${one.path}` },
  ]);
  return new Map([...inRules.map((one): [string, Problem] => [one.path, one]), ...answers]);
}

function Problems({ problems }: { problems: readonly Problem[] }) {
  const t = useTranslations("campaigns");
  return (
    <section className="panel p-5" aria-label={t("problems")}>
      <h2 className="flex items-center gap-2 font-semibold">
        <TriangleAlert className="size-4 text-warn" aria-hidden="true" />
        {t("problems")}
      </h2>
      <ul className="mt-2 grid gap-2 text-sm">
        {problems.map((problem) => (
          <li key={problem.path}>
            <code className="block text-ink-faint text-xs">{problem.path}</code>
            {problemWords(t, problem)}
          </li>
        ))}
      </ul>
    </section>
  );
}
