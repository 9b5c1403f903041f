import { getTranslations } from "next-intl/server";
import { partnerOffer } from "#portal/lib/offer.ts";
import type { AnswerOf } from "#portal/lib/partner.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { Money } from "#portal/ui/amount.tsx";
import { PageHead, Panel } from "#portal/ui/page.tsx";
import { Empty } from "#portal/ui/states.tsx";
import { DataTable } from "#portal/ui/table.tsx";
import { CUSTOMERS } from "#portal/views/partner/customers/book.tsx";
import { Cohorts } from "#portal/views/shared/analytics/cohorts.tsx";
import { FigureRow } from "#portal/views/shared/analytics/figures.tsx";
import { Groups } from "#portal/views/shared/analytics/groups.tsx";
import { Hours } from "#portal/views/shared/analytics/hours.tsx";
import { Uplifts } from "#portal/views/shared/analytics/uplift.tsx";
import type { partnerAnalytics } from "#schema/documents.ts";

type Answer = AnswerOf<typeof partnerAnalytics>;

/** A partner's customers in figures: its own exactly, what flows to others in groups. */
export async function PartnerAnalytics({ answer }: { answer: Answer }) {
  const t = await getTranslations("analytics");
  const [figures] = answer.customerFigures;
  return (
    <>
      <PageHead title={t("title")} lead={t("lead")} />
      {figures ? (
        <div className="grid gap-6">
          <FigureRow figures={figures} />
          <div className="grid items-start gap-6 xl:grid-cols-2">
            <Groups groups={answer.customerGroups} />
            <Leaving rows={answer.leavingCustomers} days={figures.inactiveDays} />
          </div>
          <Cohorts cells={answer.customerCohorts} />
          <Hours cells={answer.customerHours} />
          <Flows flows={answer.customerFlows} group={answer.audiencePolicy.minimumGroup} />
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

async function Leaving({ rows, days }: { rows: Answer["leavingCustomers"]; days: number }) {
  const t = await getTranslations("analytics");
  const customers = await getTranslations("customers");
  const texts = await getTexts();
  return (
    <Panel title={t("leaving")} note={t("leavingRule", { days })} flush>
      <DataTable
        caption={t("leaving")}
        columns={[
          { id: "member", name: t("member") },
          { id: "last", name: t("last") },
          { id: "visits", name: t("visits"), align: "end" },
          { id: "spend", name: t("spendYear"), align: "end" },
        ]}
        rows={rows.slice(0, 8).map(({ member, lastOn, visitCount, spendYear }, nth) => ({
          id: member?.id ?? String(nth),
          ...(member ? { href: `${CUSTOMERS}/${member.id}` } : {}),
          cells: {
            member: member?.name ?? customers("noName"),
            last: <span className="whitespace-nowrap">{lastOn ? texts.businessDate(lastOn) : null}</span>,
            visits: texts.points(visitCount),
            spend: <Money column value={spendYear} />,
          },
        }))}
        empty={<Empty title={t("noLeaving")} />}
        offer={partnerOffer("CUSTOMERS")}
      />
    </Panel>
  );
}

async function Flows({ flows, group }: { flows: Answer["customerFlows"]; group: number }) {
  const t = await getTranslations("analytics");
  const texts = await getTexts();
  const months = [...new Set(flows.map(({ month }) => month))];
  const own = flows.filter(({ from, to }) => from.id === to.id);
  const partners = new Map([...own, ...flows].map(({ from, to }) => [to.id, to.id === from.id ? t("here") : to.name]));
  const at = new Map(flows.map((flow) => [`${flow.month} ${flow.to.id}`, flow]));
  return (
    <Panel title={t("flows")} note={t("flowsNote", { group })} flush>
      <DataTable
        caption={t("flows")}
        columns={[
          { id: "partner", name: t("partner") },
          ...months.map((month) => ({ id: month, name: texts.month(month.slice(0, 7)), align: "end" as const })),
        ]}
        rows={[...partners].map(([id, name]) => ({
          id,
          cells: {
            partner: name,
            ...Object.fromEntries(
              months.map((month) => {
                const flow = at.get(`${month} ${id}`);
                const told = flow?.memberCount ?? null;
                return [month, told === null ? t("few", { group }) : texts.points(told)];
              }),
            ),
          },
        }))}
        empty={<Empty title={t("noFlows")} />}
      />
    </Panel>
  );
}
