import { getTranslations } from "next-intl/server";
import type { AnswerOf } from "#portal/lib/partner.ts";
import type { Search } from "#portal/lib/search-params.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { DeedDialog } from "#portal/ui/deed-dialog.tsx";
import type { DeedField } from "#portal/ui/deed-fields.tsx";
import { PageHead, Panel } from "#portal/ui/page.tsx";
import { Empty } from "#portal/ui/states.tsx";
import { Status } from "#portal/ui/status.tsx";
import { said } from "#portal/views/shared/campaigns/words.ts";
import { memberField } from "#portal/views/shared/member-field.ts";
import { PagedTable } from "#portal/views/shared/paged-table.tsx";
import { PrivilegesTabs } from "#portal/views/shared/privileges/tabs.tsx";
import { wordsFields } from "#portal/views/shared/words-fields.ts";
import { type planDesk, proposePlan, recordPlanPayment, withdrawPlan } from "#schema/documents.ts";

type Desk = AnswerOf<typeof planDesk>;
type Plan = Desk["plans"]["edges"][number]["node"];
type PlansProps = { desk: Desk; search: Search; roles: readonly string[] };

/** What members can subscribe to, how many do, and what was paid. */
export async function PlansView({ desk, search, roles }: PlansProps) {
  const t = await getTranslations("privilegeDesk");
  const texts = await getTexts();
  const proposes = roles.includes("OPERATOR_CLERK") || roles.includes("OPERATOR_ADMIN");
  const records = roles.includes("OPERATOR_CLERK") || roles.includes("OPERATOR_FINANCE");
  const plans = desk.plans.edges.map(({ node }) => node);
  const payments = desk.planPayments.edges.map(({ node }) => ({
    id: node.id,
    cells: {
      when: texts.instant(node.paidAt),
      reference: node.reference,
      where: node.partner?.name ?? t("coalition"),
      months: texts.points(node.months),
      amount: texts.money(node.amount),
      until: texts.date(node.until),
    },
  }));
  return (
    <>
      <PageHead
        title={t("tab_plans")}
        lead={t("plansLead")}
        actions={
          <>
            {records ? <RecordPayment /> : null}
            {proposes ? <OfferPlan plan={null} /> : null}
          </>
        }
      />
      <PrivilegesTabs shell="operator" current="plans" />
      <div className="grid gap-6">
        {plans.length > 0 ? (
          <ul className="grid gap-4 lg:grid-cols-2">
            {plans.map((plan) => (
              <PlanCard key={plan.id} plan={plan} proposes={proposes} />
            ))}
          </ul>
        ) : (
          <Panel>
            <Empty title={t("plansEmptyTitle")}>{t("plansEmptyText")}</Empty>
          </Panel>
        )}
        <Panel title={t("payments")} note={t("paymentsNote")} flush>
          <PagedTable
            caption={t("payments")}
            columns={[
              { id: "when", name: t("when") },
              { id: "reference", name: t("reference") },
              { id: "where", name: t("whereTaken") },
              { id: "months", name: t("monthsPaid"), align: "end" },
              { id: "amount", name: t("amount"), align: "end" },
              { id: "until", name: t("paidUntil") },
            ]}
            rows={payments}
            empty={<Empty title={t("paymentsEmptyTitle")}>{t("paymentsEmptyText")}</Empty>}
            path="/operator/plans"
            search={search}
            pageInfo={desk.planPayments.pageInfo}
          />
        </Panel>
      </div>
    </>
  );
}

async function PlanCard({ plan, proposes }: { plan: Plan; proposes: boolean }) {
  const t = await getTranslations("privilegeDesk");
  const texts = await getTexts();
  const name = said(plan.name, texts.locale);
  return (
    <li className="panel flex flex-col gap-3 px-5 py-5">
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-1">
        <div>
          <h2 className="font-semibold text-lg tracking-[-0.01em]">{name}</h2>
          <p className="text-ink-faint text-sm">
            {plan.code} · {t("version", { n: texts.points(plan.version) })}
          </p>
        </div>
        <Status state={plan.state} />
      </div>
      <p className="text-ink-soft">{plan.benefits.map((benefit) => said(benefit, texts.locale)).join(" · ")}</p>
      <p className="figures font-semibold">{t("aMonth", { money: texts.money(plan.price) })}</p>
      <p className="text-ink-faint text-sm">
        {t(`after_${plan.afterwards}`, { count: plan.frozenDays, days: texts.points(plan.frozenDays) })}
      </p>
      {plan.counts ? (
        <p className="text-sm">
          {t("planCounts", {
            paid: texts.points(plan.counts.paid),
            paused: texts.points(plan.counts.paused),
            lapsed: texts.points(plan.counts.lapsed),
          })}
        </p>
      ) : null}
      {proposes && plan.state === "OFFERED" ? (
        <div className="mt-auto flex flex-wrap gap-2 pt-1">
          <OfferPlan plan={plan} />
          <DeedDialog
            operation={withdrawPlan}
            input={{ planId: plan.id }}
            takes={{ reason: "required" }}
            look="quiet"
            size="small"
            button={t("withdrawPlan")}
            title={t("withdrawPlanTitle", { name })}
            text={t("withdrawPlanText")}
            confirm={t("withdrawPlan")}
            done={t("planWithdrawn")}
          />
        </div>
      ) : null}
    </li>
  );
}

const BENEFITS = [0, 1, 2] as const;

/** A new plan, or the next version of one. */
async function OfferPlan({ plan }: { plan: Plan | null }) {
  const t = await getTranslations("privilegeDesk");
  const fields: DeedField[] = [
    ...wordsFields({ name: "name", label: t("name"), known: plan?.name }),
    ...wordsFields({ name: "about", label: t("about"), known: plan?.about, long: true }),
    ...BENEFITS.flatMap((nth) => {
      const label = t("benefitNth", { n: String(nth + 1) });
      return wordsFields({ name: `benefits[${nth}]`, label, known: plan?.benefits[nth], required: nth === 0 });
    }),
    ...(plan ? [] : [{ name: "code", label: t("code"), kind: "text" as const, required: true, hint: t("codeHint") }]),
    { name: "price", label: t("price"), kind: "decimal", required: true, value: plan?.price.amount ?? "" },
    {
      name: "frozenDays",
      label: t("frozenDays"),
      kind: "whole",
      required: true,
      value: plan ? String(plan.frozenDays) : "",
    },
    {
      name: "afterwards",
      label: t("afterwards"),
      kind: "choice",
      required: true,
      choices: (["KEEP", "EXPIRE"] as const).map((one) => ({ value: one, name: t(`afterwards_${one}`) })),
      ...(plan ? { value: plan.afterwards } : {}),
    },
  ];
  return (
    <DeedDialog
      operation={proposePlan}
      input={plan ? { code: plan.code } : {}}
      takes={{ reason: "required", key: true }}
      fields={fields}
      look={plan ? "secondary" : "primary"}
      size={plan ? "small" : "normal"}
      button={plan ? t("nextVersion") : t("offerPlan")}
      title={plan ? t("nextVersion") : t("offerPlan")}
      text={t("offerPlanText")}
      confirm={t("propose")}
      done={t("proposed")}
    />
  );
}

async function RecordPayment() {
  const t = await getTranslations("privilegeDesk");
  return (
    <DeedDialog
      operation={recordPlanPayment}
      input={{}}
      takes={{ key: true }}
      fields={[
        await memberField(),
        { name: "months", label: t("monthsPaid"), kind: "whole", required: true, value: "1" },
        { name: "amount", label: t("amount"), kind: "decimal", required: true },
        { name: "reference", label: t("reference"), kind: "text", required: true, hint: t("referenceHint") },
      ]}
      look="secondary"
      button={t("recordPayment")}
      title={t("recordPayment")}
      text={t("recordPaymentText")}
      confirm={t("recordPayment")}
      done={t("paymentRecorded")}
    />
  );
}
