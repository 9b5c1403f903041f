import { getTranslations } from "next-intl/server";
import { operatorOffer } from "#portal/lib/offer.ts";
import type { AnswerOf } from "#portal/lib/partner.ts";
import { address, type Search } from "#portal/lib/search-params.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { Money } from "#portal/ui/amount.tsx";
import { PageHead, Panel } from "#portal/ui/page.tsx";
import { Stat, StatRow } from "#portal/ui/stat.tsx";
import { Empty } from "#portal/ui/states.tsx";
import { Status } from "#portal/ui/status.tsx";
import type { TableColumn } from "#portal/ui/table.tsx";
import { Tabs } from "#portal/ui/tabs.tsx";
import { Deadline } from "#portal/views/shared/deadline.tsx";
import { PagedTable } from "#portal/views/shared/paged-table.tsx";
import type { disputeList, disputeQueue } from "#schema/documents.ts";

type Disputes = AnswerOf<typeof disputeList>["disputes"];
type Dispute = Disputes["edges"][number]["node"];
type Queue = AnswerOf<typeof disputeQueue>["disputeQueue"];
type DisputesProps = { disputes: Disputes; queue: Queue; search: Search };

const PATH = "/operator/disputes";

/** What partners challenge; the open ones in the order of their deadlines. */
export async function DisputesView({ disputes, queue, search }: DisputesProps) {
  const t = await getTranslations("disputes");
  const over = search["state"] === "over";
  const columns: TableColumn[] = [
    { id: "reason", name: t("reason") },
    { id: "claimant", name: t("claimant") },
    { id: "respondent", name: t("respondent") },
    { id: "points", name: t("points"), align: "end" },
    { id: "held", name: t("held"), align: "end" },
    ...(over ? [{ id: "upheld", name: t("upheld"), align: "end" as const }] : []),
    { id: "state", name: over ? t("outcome") : t("state") },
    ...(over ? [] : [{ id: "deadline", name: t("deadline") }]),
    { id: "opened", name: t("opened"), hidden: true },
  ];
  const rows = disputes.edges.map(({ node }) => node);
  return (
    <>
      <PageHead title={t("title")} lead={t("lead")} />
      <Counts queue={queue} />
      <Tabs
        label={t("tabs")}
        tabs={[
          { href: PATH, name: t("tabOpen"), current: !over },
          { href: address(PATH, { state: "over" }), name: t("tabOver"), current: over },
        ]}
      />
      <Panel flush>
        <PagedTable
          caption={t("title")}
          columns={columns}
          rows={await Promise.all((over ? rows : rows.toSorted(byDeadline)).map(rowOf))}
          empty={<Empty title={t("emptyTitle")}>{t("emptyText")}</Empty>}
          path={PATH}
          search={search}
          views={["state"]}
          pageInfo={disputes.pageInfo}
          offer={operatorOffer("DISPUTES")}
        />
      </Panel>
    </>
  );
}

const byDeadline = (a: Dispute, b: Dispute) => ((a.deadlineAt ?? "9") < (b.deadlineAt ?? "9") ? -1 : 1);

async function Counts({ queue }: { queue: Queue }) {
  const t = await getTranslations("disputes");
  const texts = await getTexts();
  return (
    <div className="mb-7">
      <StatRow>
        <Stat
          label={t("waitsForOperator")}
          value={texts.points(queue.waitsForOperator)}
          note={queue.nextDeadlineAt ? t("nextDue", { date: texts.date(queue.nextDeadlineAt) }) : null}
        />
        <Stat label={t("waitsForRespondent")} value={texts.points(queue.waitsForRespondent)} />
        <Stat label={t("waitsForClaimant")} value={texts.points(queue.waitsForClaimant)} />
        <Stat
          label={t("overdue")}
          value={texts.points(queue.overdue)}
          note={t("dueSoon", { count: texts.points(queue.dueSoon) })}
        />
      </StatRow>
    </div>
  );
}

async function rowOf(dispute: Dispute) {
  const reasons = await getTranslations("disputeReasons");
  const outcomes = await getTranslations("disputeOutcomes");
  const texts = await getTexts();
  const { outcome } = dispute;
  return {
    id: dispute.id,
    href: `${PATH}/${dispute.id}`,
    cells: {
      reason: (
        <>
          {reasons(dispute.reason)} <code className="ml-1 text-ink-faint text-sm">{dispute.reason}</code>
        </>
      ),
      claimant: dispute.claimant.name,
      respondent: dispute.respondent.name,
      points: dispute.points === null ? null : texts.points(dispute.points),
      held: <Money column value={dispute.held} />,
      upheld: dispute.upheld ? <Money column value={dispute.upheld} /> : null,
      state: outcome ? outcomes(outcome) : <Status state={dispute.state} />,
      deadline: dispute.deadlineAt ? <Deadline at={dispute.deadlineAt} /> : null,
      opened: <span className="whitespace-nowrap">{texts.instant(dispute.openedAt)}</span>,
    },
  };
}
