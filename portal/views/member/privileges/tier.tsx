import { Check, Sparkles } from "lucide-react";
import { getTranslations } from "next-intl/server";
import type { MemberOf } from "#portal/lib/member.ts";
import type { AnswerOf } from "#portal/lib/partner.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { said } from "#portal/views/shared/campaigns/words.ts";
import type { memberPrivileges } from "#schema/documents.ts";
import { TierRing } from "./tier-ring.tsx";

type Own = NonNullable<MemberOf<typeof memberPrivileges>["tier"]>;
type Ladder = NonNullable<AnswerOf<typeof memberPrivileges>["tierLadder"]>;

/** Where the member stands, what is missing to the next tier, and what each opens. */
export async function TierCard({ own, ladder }: { own: Own; ladder: Ladder }) {
  const t = await getTranslations("privileges");
  const texts = await getTexts();
  const name = said(own.tier.name, texts.locale);
  const goal = own.next?.from ?? 0;
  const share = own.next && goal > 0 ? own.counted / goal : 1;
  const way = own.next
    ? t("toNext", { count: own.missing, points: texts.points(own.missing), tier: said(own.next.name, texts.locale) })
    : t("atTop");
  return (
    <section aria-labelledby="tier" className="panel px-6 py-6 sm:px-8">
      <div className="flex flex-wrap items-center gap-x-7 gap-y-5">
        <TierRing share={share} label={`${name}. ${way}`}>
          <span>
            <span className="figures block font-semibold text-xl leading-tight">{texts.points(own.counted)}</span>
            {own.next ? (
              <span className="block text-ink-faint text-sm">{t("of", { goal: texts.points(goal) })}</span>
            ) : null}
          </span>
        </TierRing>
        <div className="min-w-0 grow basis-56">
          <p className="eyebrow">{t("yourTier")}</p>
          <h2 id="tier" className="mt-1 font-semibold text-3xl leading-tight tracking-[-0.03em]">
            {name}
          </h2>
          <p className="mt-1.5 text-ink-soft">{way}</p>
          {own.keptThroughOn ? (
            <p className="mt-1 text-ink-faint text-sm">
              {t("keptUntil", { date: texts.businessDate(own.keptThroughOn) })}
            </p>
          ) : null}
        </div>
      </div>
      <ol className="mt-6 grid gap-x-8 gap-y-5 border-line border-t pt-5 sm:grid-cols-3">
        {ladder.tiers.map((tier) => (
          <Step
            key={tier.code}
            tier={tier}
            reached={tier.from <= own.counted || tier.code === own.tier.code}
            own={tier.code === own.tier.code}
          />
        ))}
      </ol>
      <p className="mt-5 text-ink-faint text-sm">{t(`period_${ladder.period}`)}</p>
    </section>
  );
}

type StepProps = { tier: Ladder["tiers"][number]; reached: boolean; own: boolean };

async function Step({ tier, reached, own }: StepProps) {
  const t = await getTranslations("privileges");
  const texts = await getTexts();
  const Icon = reached ? Check : Sparkles;
  return (
    <li aria-current={own ? "step" : undefined} className={reached ? "" : "text-ink-soft"}>
      <p className={`font-medium ${own ? "text-accent-strong" : ""}`}>{said(tier.name, texts.locale)}</p>
      <p className="text-ink-faint text-sm">
        {tier.from === 0 ? t("fromStart") : t("from", { points: texts.points(tier.from) })}
      </p>
      <ul className="mt-2 grid gap-1.5">
        {tier.benefits.map((benefit) => (
          <li key={benefit.code} className="flex gap-2 text-sm">
            <Icon className={`mt-0.5 size-4 shrink-0 ${reached ? "text-good" : "text-ink-faint"}`} aria-hidden="true" />
            {said(benefit.name, texts.locale)}
          </li>
        ))}
      </ul>
    </li>
  );
}
