import { getTranslations } from "next-intl/server";
import type { AnswerOf } from "#portal/lib/partner.ts";
import { address, type Search } from "#portal/lib/search-params.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { Money } from "#portal/ui/amount.tsx";
import { Bars } from "#portal/ui/charts/bars.tsx";
import { PageHead, Panel } from "#portal/ui/page.tsx";
import { Empty } from "#portal/ui/states.tsx";
import { Status } from "#portal/ui/status.tsx";
import { DataTable, type TableColumn } from "#portal/ui/table.tsx";
import type { cycleList } from "#schema/documents.ts";

type Cycles = AnswerOf<typeof cycleList>["cycles"];
type Cycle = Cycles["edges"][number]["node"];

const PATH = "/operator/cycles";

export async function CyclesView({ cycles, search }: { cycles: Cycles; search: Search }) {
  const t = await getTranslations("operator");
  const clearing = await getTranslations("clearing");
  const nodes = cycles.edges.map(({ node }) => node);
  const withTotals = nodes.some(({ totals }) => totals !== null);
  const columns: TableColumn[] = [
    { id: "cycle", name: t("cycle") },
    { id: "period", name: t("period") },
    { id: "state", name: t("state") },
    ...(withTotals
      ? ([
          { id: "partners", name: t("partners"), align: "end", hidden: true },
          { id: "gross", name: t("gross"), align: "end" },
          { id: "net", name: t("net"), align: "end" },
          { id: "ratio", name: clearing("ratio"), align: "end" },
          { id: "saved", name: t("saved"), align: "end", hidden: true },
          { id: "payIn", name: t("payIns"), align: "end", hidden: true },
          { id: "payOut", name: t("payOuts"), align: "end", hidden: true },
        ] as const)
      : []),
  ];
  return (
    <>
      <PageHead title={t("cyclesTitle")} lead={t("cyclesLead")} />
      <div className="grid gap-6">
        {withTotals ? (
          <Panel title={t("chartTitle")}>
            <GrossAndNet cycles={nodes.toReversed()} />
          </Panel>
        ) : null}
        <Panel flush>
          <DataTable
            caption={t("cyclesTitle")}
            columns={columns}
            rows={await Promise.all(nodes.map(rowOf))}
            empty={<Empty title={t("cyclesEmptyTitle")}>{t("cyclesEmptyText")}</Empty>}
            exportHref="/exports/cycles"
            firstHref={search["after"] ? PATH : undefined}
            nextHref={
              cycles.pageInfo.hasNextPage ? address(PATH, search, { after: cycles.pageInfo.endCursor }) : undefined
            }
          />
        </Panel>
      </div>
    </>
  );
}

async function rowOf(cycle: Cycle) {
  const t = await getTranslations("operator");
  const texts = await getTexts();
  const { totals } = cycle;
  return {
    id: cycle.id,
    href: `${PATH}/${cycle.id}`,
    cells: {
      cycle: <span className="whitespace-nowrap">{t("cycleNumber", { number: String(cycle.seq) })}</span>,
      period: <span className="whitespace-nowrap">{texts.period(cycle.opensAt, cycle.cutoffAt)}</span>,
      state: <Status state={cycle.state} />,
      partners: totals ? texts.points(totals.partnerCount) : null,
      gross: totals ? <Money column value={totals.gross} /> : null,
      net: totals ? <Money column value={totals.net} /> : null,
      ratio: totals ? texts.share(1 - totals.savedBps / 10_000) : null,
      saved: totals ? texts.share(totals.savedBps / 10_000) : null,
      payIn: totals ? <Money value={totals.payIn} /> : null,
      payOut: totals ? <Money value={totals.payOut} /> : null,
    },
  };
}

async function GrossAndNet({ cycles }: { cycles: Cycle[] }) {
  const t = await getTranslations("operator");
  const texts = await getTexts();
  const last = cycles.findLast(({ state, totals }) => state !== "OPEN" && totals !== null);
  return (
    <Bars
      title={t("chartTitle")}
      summary={t("chartSummary", { share: texts.share((last?.totals?.savedBps ?? 0) / 10_000) })}
      nameOf={t("cycle")}
      names={cycles.map(({ seq }) => t("cycleNumber", { number: String(seq) }))}
      series={[
        { name: t("gross"), values: cycles.map(({ totals }) => Number(totals?.gross.amount ?? 0)) },
        { name: t("net"), values: cycles.map(({ totals }) => Number(totals?.net.amount ?? 0)) },
      ]}
      print={(value) => texts.drawnMoney(value)}
      height={220}
    />
  );
}
