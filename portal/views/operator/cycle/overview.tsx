import { getTranslations } from "next-intl/server";
import { addedMoney, millionths, moneyOf } from "#portal/lib/added-money.ts";
import type { CycleHead } from "#portal/lib/cycle.ts";
import type { MoneyText } from "#portal/lib/format.ts";
import type { AnswerOf } from "#portal/lib/partner.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { Money } from "#portal/ui/amount.tsx";
import { Waterfall } from "#portal/ui/charts/waterfall.tsx";
import { Panel } from "#portal/ui/page.tsx";
import { Stat, StatRow } from "#portal/ui/stat.tsx";
import { Stepper } from "#portal/ui/stepper.tsx";
import { DataTable } from "#portal/ui/table.tsx";
import { cycleSteps, type Names } from "#portal/views/operator/cycle/steps.ts";
import type { cycleList } from "#schema/documents.ts";

type Listed = AnswerOf<typeof cycleList>["cycles"]["edges"][number]["node"];
type OverviewProps = { cycle: CycleHead; previous: Listed | null; names: Names };

/** Where the cycle stands, what netting does to it, and how it compares with the one before. */
export async function CycleOverview({ cycle, previous, names }: OverviewProps) {
  const t = await getTranslations("operator");
  return (
    <div className="grid gap-6">
      <Panel>
        <Stepper steps={await cycleSteps(cycle, names)} label={t("steps")} />
      </Panel>
      {cycle.state === "OPEN" ? <p className="text-ink-soft">{t("stillOpen")}</p> : null}
      <Totals cycle={cycle} />
      <div className="grid items-start gap-6 xl:grid-cols-2">
        <FromGrossToNet cycle={cycle} />
        {previous?.totals && cycle.totals ? (
          <Comparison seq={previous.seq} now={cycle.totals} before={previous.totals} />
        ) : null}
      </div>
    </div>
  );
}

async function Totals({ cycle: { id, totals } }: { cycle: CycleHead }) {
  const t = await getTranslations("operator");
  const clearing = await getTranslations("clearing");
  const texts = await getTexts();
  if (!totals) return null;
  const path = `/operator/cycles/${id}`;
  const partners = t("ofPartners", { count: totals.partnerCount, n: texts.points(totals.partnerCount) });
  return (
    <StatRow>
      <Stat label={t("gross")} value={texts.money(totals.gross)} note={partners} href={`${path}/positions`} />
      <Stat
        label={t("net")}
        value={texts.money(totals.net)}
        note={`${clearing("ratio")} ${texts.share(1 - totals.savedBps / 10_000)} · ${t("saved")} ${texts.share(totals.savedBps / 10_000)}`}
        href={`${path}/netting`}
      />
      <Stat label={t("payIns")} value={texts.money(totals.payIn)} href={`${path}/obligations`} />
      <Stat label={t("payOuts")} value={texts.money(totals.payOut)} href={`${path}/obligations`} />
    </StatRow>
  );
}

async function FromGrossToNet({ cycle: { totals } }: { cycle: CycleHead }) {
  const t = await getTranslations("clearing");
  const operator = await getTranslations("operator");
  const texts = await getTexts();
  if (!totals) return null;
  const [gross, net] = [Number(totals.gross.amount), Number(totals.net.amount)];
  return (
    <Panel title={t("waterfallTitle")}>
      <Waterfall
        title={t("waterfallTitle")}
        summary={t("waterfallSummary", { gross: texts.money(totals.gross), net: texts.money(totals.net) })}
        nameOf={t("figure")}
        amountOf={operator("amount")}
        opening={{ name: operator("gross"), change: gross }}
        steps={[{ name: t("offset"), change: net - gross }]}
        closing={{ name: operator("net"), change: net }}
        print={(amount) => texts.drawnMoney(amount)}
      />
    </Panel>
  );
}

type Totaled = NonNullable<CycleHead["totals"]>;

async function Comparison({ seq, now, before }: { seq: number; now: Totaled; before: Totaled }) {
  const t = await getTranslations("clearing");
  const operator = await getTranslations("operator");
  const texts = await getTexts();
  const title = t("comparisonTitle", { number: String(seq) });
  const money = (name: string, pick: (totals: Totaled) => MoneyText) => ({
    id: name,
    cells: {
      name,
      now: <Money value={pick(now)} />,
      before: <Money value={pick(before)} tone="muted" />,
      change: <Money value={lessBy(pick(now), pick(before))} sign="always" />,
    },
  });
  const share = (totals: Totaled) => totals.savedBps / 10_000;
  return (
    <Panel title={title} flush>
      <DataTable
        caption={title}
        columns={[
          { id: "name", name: t("figure") },
          { id: "before", name: t("previousCycle"), align: "end" },
          { id: "now", name: t("thisCycle"), align: "end" },
          { id: "change", name: t("change"), align: "end" },
        ]}
        rows={[
          money(operator("gross"), ({ gross }) => gross),
          money(operator("net"), ({ net }) => net),
          money(operator("payIns"), ({ payIn }) => payIn),
          money(operator("payOuts"), ({ payOut }) => payOut),
          {
            id: "saved",
            cells: {
              name: operator("saved"),
              before: <span className="text-ink-faint">{texts.share(share(before))}</span>,
              now: texts.share(share(now)),
              change: null,
            },
          },
          {
            id: "partners",
            cells: {
              name: operator("partners"),
              before: <span className="text-ink-faint">{texts.points(before.partnerCount)}</span>,
              now: texts.points(now.partnerCount),
              change: texts.points(now.partnerCount - before.partnerCount, "always"),
            },
          },
        ]}
        empty={null}
      />
    </Panel>
  );
}

const lessBy = (now: MoneyText, before: MoneyText): MoneyText =>
  addedMoney([now, moneyOf(-millionths(before.amount), before.currencyCode)]) ?? now;
