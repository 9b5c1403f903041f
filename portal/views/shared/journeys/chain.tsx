import { Clock3, Coins, GitBranch, type LucideIcon, Mail, Tag, Ticket } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { getTexts } from "#portal/lib/texts.ts";
import { said } from "#portal/views/shared/campaigns/words.ts";
import type { Step, Version } from "#portal/views/shared/journeys/types.ts";
import { waitWords } from "#portal/views/shared/journeys/words.ts";

const icons: Record<Step["kind"], LucideIcon> = {
  WAIT: Clock3,
  CONDITION: GitBranch,
  MESSAGE: Mail,
  COUPON: Ticket,
  POINTS: Coins,
  TAG: Tag,
};

/** The steps one under the other, joined by a line, each with who stands there and who came past. */
export async function Chain({ version: { definition, counts } }: { version: Version }) {
  return (
    <ol className="grid">
      {definition.steps.map((step, place) => (
        <Link
          // biome-ignore lint/suspicious/noArrayIndexKey: a step is known by its place
          key={place}
          step={step}
          place={place}
          isLast={place === definition.steps.length - 1}
          counts={counts.steps.find((one) => one.step === place)}
        />
      ))}
    </ol>
  );
}

type LinkProps = { step: Step; place: number; isLast: boolean; counts: Version["counts"]["steps"][number] | undefined };

async function Link({ step, place, isLast, counts }: LinkProps) {
  const t = await getTranslations("journeys");
  const texts = await getTexts();
  const Icon = icons[step.kind];
  const { waiting = 0, done = 0, notMet = 0 } = counts ?? {};
  return (
    <li className="grid grid-cols-[2.25rem_minmax(0,1fr)] gap-x-4">
      <span className="flex flex-col items-center">
        <span className="grid size-9 shrink-0 place-items-center rounded-full bg-accent-soft text-accent-strong">
          <Icon className="size-[1.125rem]" aria-hidden="true" />
        </span>
        {isLast ? null : <span className="w-px grow bg-line-strong/60" aria-hidden="true" />}
      </span>
      <div className={isLast ? "" : "pb-6"}>
        <p className="font-medium">
          <span className="text-ink-faint">{place + 1}.</span> {await stepTitle(step)}
        </p>
        <p className="text-ink-soft text-sm [overflow-wrap:anywhere]">{await stepNote(step)}</p>
        <ul className="figures mt-1 flex flex-wrap gap-x-4 text-sm">
          <li className={waiting > 0 ? "font-semibold text-accent-strong" : "text-ink-faint"}>
            {t("waiting", { count: texts.points(waiting) })}
          </li>
          <li className={done > 0 ? "text-good" : "text-ink-faint"}>{t("done", { count: texts.points(done) })}</li>
          <li className={notMet > 0 ? "text-warn" : "text-ink-faint"}>
            {step.kind === "CONDITION"
              ? t("notMet", { count: texts.points(notMet) })
              : t("notServed", { count: texts.points(notMet) })}
          </li>
        </ul>
      </div>
    </li>
  );
}

async function stepTitle(step: Step): Promise<string> {
  const t = await getTranslations("journeys");
  const texts = await getTexts();
  switch (step.kind) {
    case "WAIT":
      return t("stepWait", { time: await waitWords(step.hours ?? 0) });
    case "CONDITION":
      return t("stepCondition", { label: step.label ? said(step.label, texts.locale) : "" });
    case "MESSAGE":
      return t("stepMessage", { template: step.template ?? "" });
    case "COUPON":
      return t("stepCoupon", { pool: step.pool ?? "" });
    case "POINTS":
      return t("stepPoints", { points: texts.points(step.points ?? 0) });
    case "TAG":
      return t("stepTag", { tag: step.tag ?? "" });
  }
}

async function stepNote(step: Step): Promise<string> {
  const t = await getTranslations("journeys");
  if (step.kind === "CONDITION") {
    const otherwise = step.otherwise === null ? t("otherwiseLeaves") : t("otherwiseStep", { step: step.otherwise + 1 });
    return `${step.expression} · ${otherwise}`;
  }
  if (step.kind === "MESSAGE")
    return step.fill.map(({ name, value }) => `${name}: ${value ?? t("fromCoupon")}`).join(" · ");
  return "";
}
