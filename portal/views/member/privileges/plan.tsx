import { Check } from "lucide-react";
import { getTranslations } from "next-intl/server";
import type { MemberOf } from "#portal/lib/member.ts";
import type { AnswerOf } from "#portal/lib/partner.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { DeedButton } from "#portal/ui/deed-button.tsx";
import { DeedDialog } from "#portal/ui/deed-dialog.tsx";
import { Status } from "#portal/ui/status.tsx";
import { said } from "#portal/views/shared/campaigns/words.ts";
import {
  cancelSubscription,
  type memberPrivileges,
  pauseSubscription,
  resumeSubscription,
  subscribeToPlan,
} from "#schema/documents.ts";

type Plan = AnswerOf<typeof memberPrivileges>["plans"]["edges"][number]["node"];
type Subscription = NonNullable<MemberOf<typeof memberPrivileges>["plan"]>;

/** The member's plan with what it brings; else those that are offered. */
export async function MemberPlans({ own, plans }: { own: Subscription | null; plans: readonly Plan[] }) {
  const t = await getTranslations("privileges");
  const live = own && own.state !== "ENDED" ? own : null;
  const shown = live ? [live.plan] : plans;
  if (shown.length === 0) return null;
  return (
    <section aria-labelledby="plan">
      <h2 id="plan" className="mb-3 font-semibold text-lg tracking-[-0.01em]">
        {live ? t("yourPlan") : t("plans")}
      </h2>
      <ul className="grid gap-4">
        {shown.map((plan) => (
          <PlanCard key={plan.id} plan={plan} own={live} />
        ))}
      </ul>
    </section>
  );
}

async function PlanCard({ plan, own }: { plan: Plan; own: Subscription | null }) {
  const t = await getTranslations("privileges");
  const texts = await getTexts();
  return (
    <li className="panel px-6 py-6">
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <div className="min-w-0">
          <h3 className="flex flex-wrap items-center gap-x-3 font-semibold text-xl tracking-[-0.02em]">
            {said(plan.name, texts.locale)}{" "}
            {own ? <Status state={own.state === "LAPSED" ? "PLAN_LAPSED" : own.state} /> : null}
          </h3>
          <p className="mt-1 text-ink-soft">{said(plan.about, texts.locale)}</p>
        </div>
        <p className="figures font-semibold text-xl">{t("aMonth", { money: texts.money(plan.price) })}</p>
      </div>
      <ul className="mt-4 grid gap-2">
        {plan.benefits.map((benefit) => (
          <li key={benefit.en} className="flex gap-2.5">
            <Check className="mt-1 size-4 shrink-0 text-good" aria-hidden="true" />
            {said(benefit, texts.locale)}
          </li>
        ))}
      </ul>
      <p className="mt-4 text-ink-faint text-sm">
        {t(`after_${plan.afterwards}`, { count: plan.frozenDays, days: texts.points(plan.frozenDays) })}
      </p>
      {own ? <Held own={own} /> : <SubscribeTo plan={plan} />}
    </li>
  );
}

async function SubscribeTo({ plan }: { plan: Plan }) {
  const t = await getTranslations("privileges");
  const texts = await getTexts();
  const name = said(plan.name, texts.locale);
  return (
    <div className="mt-5">
      <DeedDialog
        operation={subscribeToPlan}
        input={{ planId: plan.id }}
        takes={{ key: true }}
        button={t("subscribe")}
        title={t("subscribeTitle", { plan: name })}
        text={t("subscribeText", { money: texts.money(plan.price) })}
        confirm={t("subscribe")}
        done={t("subscribed")}
      />
    </div>
  );
}

async function Held({ own }: { own: Subscription }) {
  const t = await getTranslations("privileges");
  const texts = await getTexts();
  const input = { subscriptionId: own.id };
  const until = own.paidUntil ? texts.date(own.paidUntil) : "";
  const goesOn = own.state === "PAUSED" || own.state === "ENDING";
  return (
    <div className="mt-5 border-line border-t pt-4">
      <p>
        {own.state === "UNPAID"
          ? t("unpaid")
          : own.state === "LAPSED"
            ? t("lapsed", { date: own.frozenUntil ? texts.date(own.frozenUntil) : "" })
            : t(`is_${own.state === "PAUSED" || own.state === "ENDING" ? own.state : "ACTIVE"}`, { date: until })}
      </p>
      <div className="mt-3 flex flex-wrap gap-2">
        {goesOn ? (
          <DeedButton operation={resumeSubscription} input={input} look="primary" done={t("resumed")}>
            {t("resume")}
          </DeedButton>
        ) : null}
        {own.state === "ACTIVE" ? (
          <DeedDialog
            operation={pauseSubscription}
            input={input}
            takes={{}}
            look="secondary"
            button={t("pause")}
            title={t("pauseTitle")}
            text={t("pauseText")}
            confirm={t("pause")}
            done={t("paused")}
          />
        ) : null}
        {own.state === "ACTIVE" || own.state === "UNPAID" || own.state === "PAUSED" ? (
          <DeedDialog
            operation={cancelSubscription}
            input={input}
            takes={{}}
            look="quiet"
            button={t("cancelPlan")}
            title={t("cancelTitle")}
            text={own.state === "UNPAID" ? t("cancelUnpaid") : t("cancelText", { date: until })}
            confirm={t("cancelPlan")}
            done={t("cancelled")}
          />
        ) : null}
      </div>
    </div>
  );
}
