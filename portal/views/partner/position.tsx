import { getTranslations } from "next-intl/server";
import type { AnswerOf } from "#portal/lib/partner.ts";
import { address } from "#portal/lib/search-params.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { Money } from "#portal/ui/amount.tsx";
import { Diverging } from "#portal/ui/charts/diverging.tsx";
import { PageHead, Panel } from "#portal/ui/page.tsx";
import { Empty } from "#portal/ui/states.tsx";
import { CounterpartyTable } from "#portal/views/partner/counterparty-table.tsx";
import { Forecast } from "#portal/views/partner/forecast.tsx";
import { Owing } from "#portal/views/shared/owing.tsx";
import { SectionTable } from "#portal/views/shared/section-table.tsx";
import type { partnerPosition } from "#schema/documents.ts";

type Answer = AnswerOf<typeof partnerPosition>;
type Partner = NonNullable<Answer["partner"]>;
type PositionProps = {
  exposure: Partner["exposure"];
  programme: Answer["programme"];
  ownId: string;
  position: NonNullable<Partner["position"]>;
  counterparties: NonNullable<Partner["counterparties"]>;
  cycle: NonNullable<Answer["openCycle"]>;
};

/** What the running cycle would settle now, by section and by counterparty. */
export async function PartnerPosition(props: PositionProps) {
  const { position, counterparties, cycle, exposure, programme, ownId } = props;
  const t = await getTranslations("partner");
  const texts = await getTexts();
  return (
    <>
      <PageHead
        title={t("positionTitle")}
        lead={`${t("positionLead")} ${t("cycleRunning", { number: String(cycle.seq), date: texts.date(cycle.cutoffAt) })}.`}
      />
      <div className="grid gap-6">
        <div className="grid items-start gap-6 xl:grid-cols-[1fr_1.2fr]">
          <section className="panel px-6 py-6" aria-label={t("netPosition")}>
            <span className="eyebrow">{t("netPosition")}</span>
            <Owing amount={position.net} you={{ owe: t("youOwe"), owed: t("youAreOwed"), none: t("settledUp") }} />
            <p className="mt-2 text-ink-faint text-sm">{t("provisional")}</p>
          </section>
          <Forecast position={position} exposure={exposure} programme={programme} cycle={cycle} />
        </div>
        <Panel title={t("bySection")} note={t("signNote")} flush>
          {position.sections.length === 0 ? (
            <Empty title={t("positionEmptyTitle")}>{t("positionEmptyText")}</Empty>
          ) : (
            <SectionTable
              lines={position.sections.map((line) => ({
                ...line,
                originCycle: line.originCycle.id === cycle.id ? null : line.originCycle,
              }))}
              opening={position.opening}
              total={<Money column value={position.net} sign="always" />}
              totalHref={address("/partner/entries", { cycle: cycle.id })}
              hrefOf={(line) =>
                address("/partner/entries", { cycle: cycle.id, section: line.section, origin: line.originCycle?.id })
              }
            />
          )}
        </Panel>
        {counterparties.length > 0 ? (
          <CounterpartyTable counterparties={counterparties} cycleId={cycle.id} ownId={ownId} />
        ) : null}
        {counterparties.length > 0 ? (
          <Panel title={t("byCounterparty")} note={t("counterpartyNote")}>
            <Counterparties counterparties={counterparties} />
          </Panel>
        ) : null}
      </div>
    </>
  );
}

async function Counterparties({ counterparties }: Pick<PositionProps, "counterparties">) {
  const t = await getTranslations("partner");
  const texts = await getTexts();
  // A drawing needs no more than cents; the exact amounts are in the table by section.
  const rows = counterparties
    .map(({ partner, charge, credit }) => ({
      name: partner?.name ?? t("otherPartners"),
      value: Number(credit.amount) - Number(charge.amount),
    }))
    .sort((a, b) => Math.abs(b.value) - Math.abs(a.value));
  const [largest] = rows;
  return (
    <Diverging
      title={t("byCounterparty")}
      summary={t("counterpartySummary", { name: largest?.name ?? "", amount: texts.drawnMoney(largest?.value ?? 0) })}
      nameOf={t("counterparty")}
      amountOf={t("amount")}
      rows={rows}
      print={(value) => texts.drawnMoney(value, "never")}
      sides={{ left: t("weOwe"), right: t("theyOwe") }}
    />
  );
}
