import { getTranslations } from "next-intl/server";
import { getTexts } from "#portal/lib/texts.ts";

type Step = {
  rule: string;
  applied: boolean;
  because: string | null;
  points: number;
  unrounded: string;
  facts: { name: string; value: string }[];
};

/** How the engine came to these points, rule by rule. */
export async function Explanation({ steps }: { steps: Step[] }) {
  const t = await getTranslations("rules");
  const texts = await getTexts();
  return (
    <ul>
      {steps.map((step) => {
        const facts = new Map(step.facts.map(({ name, value }) => [name, value]));
        const [rate, moneyPart] = [facts.get("earnRatePercent"), facts.get("moneyPart")];
        return (
          <li
            key={step.rule}
            className="flex items-baseline justify-between gap-4 border-line/70 border-b py-2.5 last:border-0"
          >
            <span className={step.applied ? "" : "text-ink-faint"}>
              {step.rule === "BASE" ? t("BASE") : step.rule}
              <span className="block text-ink-faint text-sm">
                {step.applied && rate !== undefined && moneyPart !== undefined
                  ? t("baseText", {
                      rate: texts.decimal(rate),
                      amount: texts.money({ amount: moneyPart, currencyCode: texts.currencyCode }),
                    })
                  : (step.because ?? "")}
              </span>
            </span>
            <span className="figures font-semibold">{texts.points(step.points, "always")}</span>
          </li>
        );
      })}
    </ul>
  );
}
