import { getTranslations } from "next-intl/server";
import type { AnswerOf } from "#portal/lib/partner.ts";
import { address, type Search } from "#portal/lib/search-params.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { Money } from "#portal/ui/amount.tsx";
import { ChoiceFilter, Filters } from "#portal/ui/filters.tsx";
import { PageHead, Panel } from "#portal/ui/page.tsx";
import { Stat, StatRow } from "#portal/ui/stat.tsx";
import { Empty } from "#portal/ui/states.tsx";
import { Status } from "#portal/ui/status.tsx";
import type { TableColumn } from "#portal/ui/table.tsx";
import { Tabs } from "#portal/ui/tabs.tsx";
import { Deadline } from "#portal/views/shared/deadline.tsx";
import { turnOf } from "#portal/views/shared/dispute.tsx";
import { PagedTable } from "#portal/views/shared/paged-table.tsx";
import type { partnerDisputes } from "#schema/documents.ts";

type Answer = AnswerOf<typeof partnerDisputes>;
type Dispute = Answer["disputes"]["edges"][number]["node"];

export const DISPUTES = "/partner/disputes";

/** Whose challenge it is: ours, or one we have to answer. */
export const sides = ["ours", "against"] as const;
export const openStates = ["OPEN", "RESPONDED", "ARBITRATION"] as const;
export const overStates = ["RESOLVED", "WITHDRAWN"] as const;

type PartnerDisputesProps = { answer: Answer; ownId: string; search: Search };

/** What we challenge and what is challenged of us, in the order in which the next word is due. */
export async function PartnerDisputes({
  answer: { disputes, disputeQueue: queue },
  ownId,
  search,
}: PartnerDisputesProps) {
  const t = await getTranslations("disputes");
  const own = await getTranslations("ownDisputes");
  const table = await getTranslations("table");
  const over = search["state"] === "over";
  const columns: TableColumn[] = [
    { id: "reason", name: t("reason") },
    { id: "side", name: own("side") },
    { id: "other", name: own("other") },
    { id: "points", name: t("points"), align: "end" },
    { id: "held", name: own("atStake"), align: "end" },
    ...(over ? [{ id: "upheld", name: t("upheld"), align: "end" as const }] : []),
    { id: "state", name: over ? t("outcome") : t("state") },
    ...(over
      ? []
      : [
          { id: "turn", name: t("who") },
          { id: "deadline", name: t("deadline") },
        ]),
    { id: "opened", name: t("opened"), hidden: true },
  ];
  const rows = disputes.edges.map(({ node }) => node);
  return (
    <>
      <PageHead title={t("title")} lead={own("lead")} />
      <Counts queue={queue} />
      <Tabs
        label={t("tabs")}
        tabs={[
          { href: DISPUTES, name: t("tabOpen"), current: !over },
          { href: address(DISPUTES, { state: "over" }), name: t("tabOver"), current: over },
        ]}
      />
      <Filters>
        {over ? <input type="hidden" name="state" value="over" /> : null}
        <ChoiceFilter
          name="side"
          label={own("side")}
          all={table("all")}
          choices={sides.map((value) => ({ value, name: own(value) }))}
        />
      </Filters>
      <Panel flush>
        <PagedTable
          caption={t("title")}
          columns={columns}
          rows={await Promise.all((over ? rows : rows.toSorted(byDeadline)).map((row) => rowOf(row, ownId)))}
          empty={<Empty title={t("emptyTitle")}>{own("emptyText")}</Empty>}
          path={DISPUTES}
          search={search}
          views={["state"]}
          pageInfo={disputes.pageInfo}
          offer={{ report: "DISPUTES", filters: {}, formats: ["XLSX", "CSV"], filesHref: "/partner/exports" }}
        />
      </Panel>
    </>
  );
}

const byDeadline = (a: Dispute, b: Dispute) => ((a.deadlineAt ?? "9") < (b.deadlineAt ?? "9") ? -1 : 1);

async function Counts({ queue }: { queue: Answer["disputeQueue"] }) {
  const t = await getTranslations("disputes");
  const own = await getTranslations("ownDisputes");
  const texts = await getTexts();
  return (
    <div className="mb-7">
      <StatRow>
        <Stat
          label={own("waitsForUs")}
          value={texts.points(queue.waitsForViewer)}
          note={queue.nextDeadlineAt ? t("nextDue", { date: texts.date(queue.nextDeadlineAt) }) : null}
        />
        <Stat label={t("waitsForRespondent")} value={texts.points(queue.waitsForRespondent)} />
        <Stat label={t("waitsForClaimant")} value={texts.points(queue.waitsForClaimant)} />
        <Stat
          label={own("waitsForOperator")}
          value={texts.points(queue.waitsForOperator)}
          note={t("dueSoon", { count: texts.points(queue.dueSoon) })}
        />
      </StatRow>
    </div>
  );
}

async function rowOf(dispute: Dispute, ownId: string) {
  const t = await getTranslations("disputes");
  const own = await getTranslations("ownDisputes");
  const reasons = await getTranslations("disputeReasons");
  const outcomes = await getTranslations("disputeOutcomes");
  const texts = await getTexts();
  const { outcome, claimant, respondent } = dispute;
  const ours = claimant.id === ownId;
  return {
    id: dispute.id,
    href: `${DISPUTES}/${dispute.id}`,
    cells: {
      reason: (
        <>
          {reasons(dispute.reason)} <code className="ml-1 text-ink-faint text-sm">{dispute.reason}</code>
        </>
      ),
      side: own(ours ? "ours" : "against"),
      other: ours ? respondent.name : claimant.name,
      points: dispute.points === null ? null : texts.points(dispute.points),
      held: <Money column value={dispute.held} />,
      upheld: dispute.upheld ? <Money column value={dispute.upheld} /> : null,
      state: outcome ? outcomes(outcome) : <Status state={dispute.state} />,
      turn: turnOf(dispute, t("operator")),
      deadline: dispute.deadlineAt ? <Deadline at={dispute.deadlineAt} /> : null,
      opened: <span className="whitespace-nowrap">{texts.instant(dispute.openedAt)}</span>,
    },
  };
}
