import { getTranslations } from "next-intl/server";
import type { AnswerOf } from "#portal/lib/partner.ts";
import { address, type Search } from "#portal/lib/search-params.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { Money } from "#portal/ui/amount.tsx";
import { PageHead, Panel } from "#portal/ui/page.tsx";
import { Empty } from "#portal/ui/states.tsx";
import { Status } from "#portal/ui/status.tsx";
import { DataTable, type TableColumn } from "#portal/ui/table.tsx";
import type { partnerStatements } from "#schema/documents.ts";

type Statements = NonNullable<AnswerOf<typeof partnerStatements>["partner"]>["statements"];
type Statement = Statements["edges"][number]["node"];

const PATH = "/partner/statements";

export async function PartnerStatements({ statements, search }: { statements: Statements; search: Search }) {
  const t = await getTranslations("partner");
  const columns: TableColumn[] = [
    { id: "cycle", name: t("cycle") },
    { id: "version", name: t("version"), align: "end" },
    { id: "period", name: t("period") },
    { id: "state", name: t("state") },
    { id: "position", name: t("position"), align: "end" },
    { id: "settled", name: t("settled"), align: "end" },
    { id: "carried", name: t("carried"), align: "end", hidden: true },
    { id: "due", name: t("dueOn") },
    { id: "confirmed", name: t("confirmedOn") },
    { id: "hash", name: t("hash"), hidden: true },
  ];
  return (
    <>
      <PageHead title={t("statementsTitle")} lead={t("statementsLead")} />
      <Panel flush>
        <DataTable
          caption={t("statementsTitle")}
          columns={columns}
          rows={await Promise.all(statements.edges.map(({ node }) => rowOf(node)))}
          empty={<Empty title={t("statementsEmptyTitle")}>{t("statementsEmptyText")}</Empty>}
          offer={{
            report: "NET_OBLIGATIONS",
            filters: {},
            formats: ["PDF", "XLSX", "CSV"],
            filesHref: "/partner/exports",
          }}
          firstHref={search["after"] ? PATH : undefined}
          nextHref={
            statements.pageInfo.hasNextPage
              ? address(PATH, search, { after: statements.pageInfo.endCursor })
              : undefined
          }
        />
      </Panel>
    </>
  );
}

async function rowOf(statement: Statement) {
  const t = await getTranslations("partner");
  const texts = await getTexts();
  const { cycle, obligation } = statement;
  return {
    id: statement.id,
    href: `${PATH}/${statement.id}`,
    cells: {
      cycle: <span className="whitespace-nowrap">{t("cycleNumber", { number: String(cycle.seq) })}</span>,
      version: String(statement.version),
      period: <span className="whitespace-nowrap">{texts.period(cycle.opensAt, cycle.cutoffAt)}</span>,
      state: statement.supersededAt ? (
        <Status state="SUPERSEDED" />
      ) : (
        <Status state={obligation?.state ?? cycle.state} />
      ),
      position: <Money column value={statement.position} sign="always" />,
      settled: obligation ? <Money value={obligation.amount} sign="always" /> : null,
      carried: obligation ? <Money column value={obligation.carried} sign="always" tone="muted" /> : null,
      due: obligation?.dueOn ? texts.businessDate(obligation.dueOn) : null,
      confirmed: statement.confirmedAt ? texts.date(statement.confirmedAt) : null,
      hash: <code className="text-xs">{statement.hash.slice(0, 12)}…</code>,
    },
  };
}
