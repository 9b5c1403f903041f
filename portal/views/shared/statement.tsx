import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import type { AnswerOf } from "#portal/lib/partner.ts";
import { address } from "#portal/lib/search-params.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { Money } from "#portal/ui/amount.tsx";
import { Waterfall } from "#portal/ui/charts/waterfall.tsx";
import { ExportMenu } from "#portal/ui/export-menu.tsx";
import { Facts, PageHead, Panel } from "#portal/ui/page.tsx";
import { PrintButton } from "#portal/ui/print-button.tsx";
import { Status } from "#portal/ui/status.tsx";
import { type Crumb, Trail } from "#portal/ui/trail.tsx";
import { SectionTable } from "#portal/views/shared/section-table.tsx";
import type { statementPage } from "#schema/documents.ts";

type Statement = NonNullable<AnswerOf<typeof statementPage>["statement"]>;
type StatementProps = {
  statement: Statement;
  crumb: Crumb;
  entriesPath: string;
  filesHref: string;
  /** What can be done with it, above everything else. */
  deeds?: ReactNode;
};

/** A partner's itemised account of one cycle, on screen and on paper. */
export async function StatementView({ statement, crumb, entriesPath, filesHref, deeds }: StatementProps) {
  const t = await getTranslations("partner");
  const texts = await getTexts();
  const { cycle, partner, obligation } = statement;
  const title = t("statementTitle", { number: String(cycle.seq) });
  return (
    <>
      <Trail crumbs={[crumb]} here={title} />
      <PageHead
        title={title}
        lead={`${partner.name} · ${texts.period(cycle.opensAt, cycle.cutoffAt)}${
          statement.supersededAt ? ` · ${t("superseded")}` : ""
        }`}
        actions={
          <>
            <PrintButton>{t("print")}</PrintButton>
            <ExportMenu
              report="STATEMENT"
              filters={{ statementId: statement.id }}
              formats={["PDF", "XLSX", "CSV"]}
              filesHref={filesHref}
            />
          </>
        }
      />
      {deeds ? <div className="mb-6 empty:hidden">{deeds}</div> : null}
      <div className="grid items-start gap-6 xl:grid-cols-[1.5fr_1fr]">
        <Panel title={t("bySection")} note={t("signNote")} flush>
          <SectionTable
            lines={statement.lines}
            opening={obligation?.opening}
            total={<Money column value={statement.position} sign="always" />}
            totalHref={address(entriesPath, { cycle: cycle.id, partner: partner.id })}
            hrefOf={(line) =>
              address(entriesPath, {
                cycle: cycle.id,
                partner: partner.id,
                section: line.section,
                origin: line.originCycle?.id,
              })
            }
          />
        </Panel>
        <div className="grid gap-6">
          <Settlement statement={statement} />
          <Panel title={t("hash")} note={t("hashNote")}>
            <code className="block select-all rounded-lg bg-sunken px-3.5 py-2.5 text-[0.8125rem] leading-relaxed [overflow-wrap:anywhere]">
              {statement.hash}
            </code>
          </Panel>
        </div>
        <Panel title={t("waterfallTitle")} className="xl:col-span-2">
          <Fall statement={statement} />
        </Panel>
      </div>
    </>
  );
}

async function Settlement({ statement }: { statement: Statement }) {
  const t = await getTranslations("partner");
  const texts = await getTexts();
  const { obligation, partner } = statement;
  if (!obligation) return null;
  const entity = partner.legalEntities?.[0];
  const side = obligation.direction === "NIL" ? "nil" : obligation.direction === "PAY_IN" ? "payIn" : "payOut";
  const facts: [ReactNode, ReactNode | null][] = [
    [t("state"), <Status key="state" state={obligation.state} />],
    [t("dueOn"), obligation.dueOn ? texts.businessDate(obligation.dueOn) : null],
    [t("carried"), <Money key="carried" value={obligation.carried} sign="always" />],
    [t("paid"), <Money key="paid" value={obligation.paid} />],
    [t("published"), texts.instant(statement.publishedAt)],
    [t("confirmedOn"), statement.confirmedAt ? texts.instant(statement.confirmedAt) : null],
    [t("statementVersion", { version: "" }).trim(), String(statement.version)],
    [partner.name, entity ? `${entity.name}, ${entity.taxNumber}` : null],
  ];
  return (
    <section className="panel px-5 py-5">
      <h2 className="eyebrow">{t(side)}</h2>
      <p
        className="figures mt-1 mb-3 font-semibold text-4xl tracking-[-0.035em]"
        data-settled={obligation.amount.amount}
      >
        {texts.money(obligation.amount, "never")}
      </p>
      <Facts facts={facts.filter(([, value]) => value !== null)} />
    </section>
  );
}

async function Fall({ statement }: { statement: Statement }) {
  const t = await getTranslations("partner");
  const names = await getTranslations("sectionsOf");
  const texts = await getTexts();
  const sums = Map.groupBy(statement.lines, ({ section }) => section);
  const steps = [...sums].map(([section, lines]) => ({
    name: names(section),
    change: lines.reduce((sum, { amount }) => sum + Number(amount.amount), 0),
  }));
  const opening = Number(statement.obligation?.opening.amount ?? 0);
  return (
    <Waterfall
      title={t("waterfallTitle")}
      summary={t("waterfallSummary", { amount: texts.money(statement.position) })}
      nameOf={t("section")}
      amountOf={t("amount")}
      opening={opening === 0 ? undefined : { name: t("openingBrought"), change: opening }}
      steps={steps}
      closing={{ name: t("sectionTotal"), change: Number(statement.position.amount) }}
      print={(value) => texts.drawnMoney(value, "always")}
    />
  );
}
