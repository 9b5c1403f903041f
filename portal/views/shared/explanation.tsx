import { getTranslations } from "next-intl/server";
import { formatPoints } from "#portal/lib/format.ts";
import { getTexts, type Texts } from "#portal/lib/texts.ts";
import { classes } from "#portal/ui/classes.ts";
import { limitWords } from "#portal/views/shared/campaigns/budget.tsx";
import { said, type Written } from "#portal/views/shared/campaigns/words.ts";

type Step = {
  rule: string;
  applied: boolean;
  because: string | null;
  points: number;
  unrounded: string;
  facts: { name: string; value: string }[];
  campaignId: string | null;
  campaignName: Written | null;
  ruleName: Written | null;
  conditionName: Written | null;
  preferredName: Written | null;
  limit: { unit: string; most: string; scope: string; period: string } | null;
  gave: { kind: string; what: string | null; amount: string }[];
};

type ExplanationProps = {
  steps: readonly Step[];
  /** With every fact that was looked at and the exact result, for those who have to check it. */
  inFull?: boolean;
};

/** How the engine came to what a receipt gave: what applied and why, then what did not and why not. */
export async function Explanation({ steps, inFull = false }: ExplanationProps) {
  const t = await getTranslations("reasons");
  const [given, others] = [steps.filter((step) => isTold(step)), steps.filter((step) => !isTold(step))];
  return (
    <>
      <StepList steps={given} inFull={inFull} />
      {others.length > 0 ? (
        <details className="mt-3" open={inFull}>
          <summary className="font-medium text-ink-soft">
            {t("notApplied")} ({others.length})
          </summary>
          <StepList steps={others} inFull={inFull} />
        </details>
      ) : null}
    </>
  );
}

/** The contract's own points are always told. */
const isTold = ({ applied, rule }: Step) => applied || rule === "BASE";

async function StepList({ steps, inFull }: { steps: readonly Step[]; inFull: boolean }) {
  const rules = await getTranslations("rules");
  const texts = await getTexts();
  return (
    <ul>
      {
        await Promise.all(
          steps.map(async (step) => (
            <li key={step.rule} className="border-line/70 border-b py-2.5 last:border-0">
              <div className="flex items-baseline justify-between gap-4">
                <span className={classes("min-w-0", !step.applied && "text-ink-faint")}>
                  <span className={step.applied ? "font-medium" : ""}>
                    {step.campaignName
                      ? said(step.campaignName, texts.locale)
                      : step.rule === "BASE"
                        ? rules("BASE")
                        : step.rule}
                  </span>
                  {(await wordsOf(step, texts)).map((words) => (
                    <span key={words} className="block text-ink-faint text-sm">
                      {words}
                    </span>
                  ))}
                </span>
                {step.points !== 0 || step.rule === "BASE" ? (
                  <span className="figures font-semibold">{texts.points(step.points, "always")}</span>
                ) : null}
              </div>
              {inFull ? <LookedAt step={step} /> : null}
            </li>
          )),
        )
      }
    </ul>
  );
}

async function LookedAt({ step: { rule, facts, unrounded } }: { step: Step }) {
  const t = await getTranslations("reasons");
  const texts = await getTexts();
  if (facts.length === 0) return null;
  return (
    <p className="mt-1 text-[0.8125rem] text-ink-faint [overflow-wrap:anywhere]">
      <code>{rule}</code> · {t("lookedAt")}: {facts.map(({ name, value }) => `${name} = ${value}`).join(", ")}
      {unrounded === "0" ? "" : ` · ${t("exact", { number: texts.decimal(unrounded) })}`}
    </p>
  );
}

type Say = Awaited<ReturnType<typeof getTranslations<"reasons">>>;

/** What a step gave, or why it gave nothing, in a line or two. */
async function wordsOf(step: Step, texts: Texts): Promise<string[]> {
  const t = await getTranslations("reasons");
  const campaigns = await getTranslations("campaigns");
  const limit = step.limit && limitWords(campaigns, texts, step.limit);
  if (!step.applied) return [against(t, step, { texts, limit })];
  if (step.rule === "BASE") return baseWords(await getTranslations("rules"), step, texts);
  const rule = step.ruleName ? [said(step.ruleName, texts.locale)] : [];
  const gave = step.gave.map((gift) => giftWords(t, gift, texts));
  return [...rule, ...gave, ...(limit ? [t("rest", { limit })] : [])];
}

function baseWords(rules: Awaited<ReturnType<typeof getTranslations<"rules">>>, { facts }: Step, texts: Texts) {
  const known = new Map(facts.map(({ name, value }) => [name, value]));
  const [rate, amount] = [known.get("earnRatePercent"), known.get("moneyPart")];
  if (rate === undefined || amount === undefined) return [];
  return [
    rules("baseText", {
      rate: texts.decimal(rate),
      amount: texts.money({ amount, currencyCode: texts.currencyCode }),
    }),
  ];
}

const plain = [
  "NO_COUPON",
  "CONTROL_GROUP",
  "NOTHING_TO_GIVE",
  "PARTNER_MAY_NOT_ISSUE",
  "NOT_TAKEN_OFF",
  "NOT_COMPUTABLE",
  "NOTHING_PAID_IN_MONEY",
] as const;

function against(t: Say, step: Step, { texts, limit }: { texts: Texts; limit: string | null }): string {
  const { because, conditionName, preferredName } = step;
  const preferred = preferredName && said(preferredName, texts.locale);
  if (because === "CONDITION" && conditionName) {
    return t("CONDITION", { condition: said(conditionName, texts.locale) });
  }
  if (because === "LIMIT") return limit ? t("LIMIT", { limit }) : t("LIMIT_UNKNOWN");
  if (because === "BETTER" && preferred) return t("BETTER", { campaign: preferred });
  if (because === "EXCLUSIVE") return preferred ? t("EXCLUSIVE", { campaign: preferred }) : t("EXCLUSIVE_UNKNOWN");
  const known = plain.find((reason) => reason === because);
  return known ? t(known) : (because ?? "");
}

const things = ["fullCard", "couponUsed", "gift", "benefit", "message", "startJourney"] as const;
const counted = ["stamp", "ticket", "tierPoints", "coupon"] as const;

function giftWords(t: Say, { kind, amount }: Step["gave"][number], texts: Texts): string {
  if (kind === "discount") return t("discount", { amount: texts.money({ amount, currencyCode: texts.currencyCode }) });
  const many = counted.find((name) => name === kind);
  if (many) return t(many, { count: Number(amount), n: formatPoints(texts.locale, Number(amount)) });
  return t(things.find((name) => name === kind) ?? "other");
}
