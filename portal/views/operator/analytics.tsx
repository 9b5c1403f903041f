import { getTranslations } from "next-intl/server";
import type { AnswerOf } from "#portal/lib/partner.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { HeatMatrix } from "#portal/ui/charts/heat-matrix.tsx";
import { DeedDialog } from "#portal/ui/deed-dialog.tsx";
import { PageHead, Panel } from "#portal/ui/page.tsx";
import { Empty } from "#portal/ui/states.tsx";
import { DataTable } from "#portal/ui/table.tsx";
import { Cohorts } from "#portal/views/shared/analytics/cohorts.tsx";
import { FigureRow } from "#portal/views/shared/analytics/figures.tsx";
import { Groups } from "#portal/views/shared/analytics/groups.tsx";
import { Hours } from "#portal/views/shared/analytics/hours.tsx";
import { Uplifts } from "#portal/views/shared/analytics/uplift.tsx";
import { type operatorAnalytics, setAudiencePolicy } from "#schema/documents.ts";

type Answer = AnswerOf<typeof operatorAnalytics>;

/** The coalition's members in figures: who stays away, what is not spent, who is about to leave. */
export async function OperatorAnalytics({ answer, roles }: { answer: Answer; roles: readonly string[] }) {
  const t = await getTranslations("analytics");
  const whole = answer.customerFigures.find(({ partner }) => partner === null);
  return (
    <>
      <PageHead
        title={t("title")}
        lead={t("leadOperator")}
        actions={roles.includes("OPERATOR_ADMIN") ? <Policy policy={answer.audiencePolicy} /> : null}
      />
      {whole ? (
        <div className="grid gap-6">
          <FigureRow figures={whole} />
          <ByPartner answer={answer} />
          <div className="grid items-start gap-6 xl:grid-cols-2">
            <Groups groups={answer.customerGroups} />
            <Leaving members={answer.leavingMembers} days={whole.inactiveDays} />
          </div>
          <Cohorts cells={answer.customerCohorts} />
          <div className="grid items-start gap-6 xl:grid-cols-2">
            <InactiveCohorts cohorts={answer.customerInactivity} />
            <UnspentCohorts uses={answer.pointsUse} />
          </div>
          <FlowMatrix flows={answer.customerFlows} />
          <Hours cells={answer.customerHours} />
          <Uplifts offers={answer.offers.edges.map(({ node }) => node)} />
        </div>
      ) : (
        <Panel>
          <Empty title={t("noData")} />
        </Panel>
      )}
    </>
  );
}

async function ByPartner({ answer }: { answer: Answer }) {
  const t = await getTranslations("analytics");
  const texts = await getTexts();
  const uses = new Map(answer.pointsUse.flatMap((use) => (use.issuer ? [[use.issuer.id, use] as const] : [])));
  return (
    <Panel title={t("byPartner")} note={t("unspentNote")} flush>
      <DataTable
        caption={t("byPartner")}
        columns={[
          { id: "partner", name: t("partner") },
          { id: "customers", name: t("customers"), align: "end" },
          { id: "inactive", name: t("inactive"), align: "end" },
          { id: "never", name: t("neverRedeemed"), align: "end" },
          { id: "leaving", name: t("leaving"), align: "end" },
          { id: "given", name: t("given"), align: "end" },
          { id: "unspent", name: t("unspent"), align: "end" },
        ]}
        rows={answer.customerFigures.map((figures) => {
          const use = figures.partner ? uses.get(figures.partner.id) : undefined;
          return {
            id: figures.partner?.id ?? "coalition",
            cells: {
              partner: figures.partner?.name ?? t("whole"),
              customers: texts.points(figures.customerCount),
              inactive: texts.share(figures.inactiveBps / 10_000),
              never: texts.share(figures.neverRedeemedBps / 10_000),
              leaving: texts.points(figures.leavingCount),
              given: use ? texts.points(use.given) : null,
              unspent: use ? texts.share(use.unspentBps / 10_000) : null,
            },
          };
        })}
        empty={<Empty title={t("noData")} />}
      />
    </Panel>
  );
}

async function Leaving({ members, days }: { members: Answer["leavingMembers"]; days: number }) {
  const t = await getTranslations("analytics");
  const customers = await getTranslations("customers");
  const texts = await getTexts();
  return (
    <Panel title={t("leaving")} note={t("leavingRule", { days })} flush>
      <DataTable
        caption={t("leaving")}
        columns={[
          { id: "member", name: t("member") },
          { id: "enrolled", name: t("enrolled") },
        ]}
        rows={members.slice(0, 8).map(({ id, name, enrolledAt }) => ({
          id,
          href: `/operator/members/${id}`,
          cells: { member: name ?? customers("noName"), enrolled: texts.date(enrolledAt) },
        }))}
        empty={<Empty title={t("noLeaving")} />}
      />
    </Panel>
  );
}

async function InactiveCohorts({ cohorts }: { cohorts: Answer["customerInactivity"] }) {
  const t = await getTranslations("analytics");
  const texts = await getTexts();
  return (
    <Panel title={t("byCohort")} flush>
      <DataTable
        caption={t("byCohort")}
        columns={[
          { id: "cohort", name: t("cohort") },
          { id: "members", name: t("customers"), align: "end" },
          { id: "inactive", name: t("inactive"), align: "end" },
        ]}
        rows={cohorts.map(({ cohort, memberCount, inactiveBps }) => ({
          id: cohort,
          cells: {
            cohort: texts.month(cohort.slice(0, 7)),
            members: texts.points(memberCount),
            inactive: texts.share(inactiveBps / 10_000),
          },
        }))}
        empty={<Empty title={t("noData")} />}
      />
    </Panel>
  );
}

async function UnspentCohorts({ uses }: { uses: Answer["pointsUse"] }) {
  const t = await getTranslations("analytics");
  const texts = await getTexts();
  return (
    <Panel title={t("pointsByCohort")} flush>
      <DataTable
        caption={t("pointsByCohort")}
        columns={[
          { id: "enrolled", name: t("enrolled") },
          { id: "given", name: t("given"), align: "end" },
          { id: "unspent", name: t("unspent"), align: "end" },
          { id: "expired", name: t("expired"), align: "end" },
        ]}
        rows={uses.flatMap(({ enrolledIn, given, unspentBps, expired }) =>
          enrolledIn === null
            ? []
            : [
                {
                  id: enrolledIn,
                  cells: {
                    enrolled: texts.month(enrolledIn.slice(0, 7)),
                    given: texts.points(given),
                    unspent: texts.share(unspentBps / 10_000),
                    expired: texts.points(expired),
                  },
                },
              ],
        )}
        empty={<Empty title={t("noData")} />}
      />
    </Panel>
  );
}

/** The last month that is over: who bought at one partner and at another. */
async function FlowMatrix({ flows }: { flows: Answer["customerFlows"] }) {
  const t = await getTranslations("analytics");
  const texts = await getTexts();
  const month = flows[0]?.month;
  if (!month) return null;
  const of = flows.filter((flow) => flow.month === month);
  const partners = [...new Map(of.map(({ from }) => [from.id, from])).values()];
  const at = new Map(of.map((flow) => [`${flow.from.id} ${flow.to.id}`, flow.memberCount ?? 0]));
  const count = (from: string, to: string) => at.get(`${from} ${to}`) ?? 0;
  return (
    <Panel title={t("flows")} note={t("flowsNoteOperator", { month: texts.month(month.slice(0, 7)) })}>
      <HeatMatrix
        caption={t("flows")}
        corner={t("flowFrom")}
        columns={partners}
        rows={partners.map((from) => ({
          id: from.id,
          name: from.name,
          cells: partners.map((to) => {
            if (to.id === from.id) return null;
            const members = count(from.id, to.id);
            const share = members / Math.max(1, count(from.id, from.id));
            return { weight: share, text: texts.points(members), note: texts.share(share) };
          }),
          total: texts.points(count(from.id, from.id)),
        }))}
        totals={partners.map(({ id }) => texts.points(count(id, id)))}
        totalName={t("customers")}
        grandTotal=""
      />
    </Panel>
  );
}

async function Policy({ policy }: { policy: Answer["audiencePolicy"] }) {
  const t = await getTranslations("analytics");
  return (
    <DeedDialog
      operation={setAudiencePolicy}
      input={{}}
      takes={{ reason: "required" }}
      fields={[
        {
          kind: "whole",
          name: "minimumGroup",
          label: t("minimumGroup"),
          value: String(policy.minimumGroup),
          required: true,
        },
        {
          kind: "whole",
          name: "inactiveDays",
          label: t("inactiveDays"),
          value: String(policy.inactiveDays),
          required: true,
        },
      ]}
      look="secondary"
      button={t("policy")}
      title={t("policy")}
      text={t("policyText")}
      confirm={t("policySet")}
      done={t("policyDone")}
    />
  );
}
