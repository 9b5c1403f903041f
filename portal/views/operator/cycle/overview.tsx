import { getTranslations } from "next-intl/server";
import type { CycleHead, CycleProof } from "#portal/lib/cycle.ts";
import type { MoneyText } from "#portal/lib/format.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { Money } from "#portal/ui/amount.tsx";
import { Waterfall } from "#portal/ui/charts/waterfall.tsx";
import { Panel } from "#portal/ui/page.tsx";
import { Stat, StatRow } from "#portal/ui/stat.tsx";
import { Stepper } from "#portal/ui/stepper.tsx";
import { DataTable } from "#portal/ui/table.tsx";
import { CycleHistory } from "#portal/views/operator/cycle/history.tsx";
import { Control, LateItems, Review, Waiting } from "#portal/views/operator/cycle/review.tsx";
import { cycleSteps, type Names } from "#portal/views/operator/cycle/steps.ts";

type OverviewProps = { cycle: CycleHead; proof: CycleProof; names: Names };

/** Where the cycle stands, what netting does to it, and how it compares with the one before. */
export async function CycleOverview({ cycle, proof, names }: OverviewProps) {
  const t = await getTranslations("operator");
  const clearing = await getTranslations("clearing");
  const { previous, totalsChange, control, review } = proof;
  return (
    <div className="grid gap-6">
      <Waiting requests={proof.waitingRequests} names={names} />
      <Panel>
        <Stepper steps={await cycleSteps(cycle, proof, names)} label={t("steps")} />
      </Panel>
      {cycle.state === "OPEN" ? <p className="text-ink-soft">{t("stillOpen")}</p> : null}
      {cycle.state === "CORRECTING" ? <p className="text-ink-soft">{clearing("correcting")}</p> : null}
      <Totals cycle={cycle} />
      <div className="grid items-start gap-6 xl:grid-cols-2">
        <div className="grid gap-6">
          {review && cycle.state === "IN_REVIEW" ? <Review review={review} cycle={cycle} /> : null}
          <FromGrossToNet cycle={cycle} />
          {control ? <Control control={control} /> : null}
        </div>
        <div className="grid gap-6">
          {previous?.totals && cycle.totals ? (
            <Comparison seq={previous.seq} now={cycle.totals} before={previous.totals} change={totalsChange} />
          ) : null}
          {review && cycle.state !== "IN_REVIEW" ? <Review review={review} cycle={cycle} /> : null}
          <CycleHistory steps={proof.steps} names={names} />
        </div>
      </div>
      <LateItems cycle={cycle} items={proof.lateItems} />
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
type Change = CycleProof["totalsChange"];
type ComparisonProps = { seq: number; now: Totaled; before: Totaled; change: Change };

async function Comparison({ seq, now, before, change }: ComparisonProps) {
  const t = await getTranslations("clearing");
  const operator = await getTranslations("operator");
  const texts = await getTexts();
  const title = t("comparisonTitle", { number: String(seq) });
  const money = (name: string, pick: (totals: NonNullable<Change>) => MoneyText) => ({
    id: name,
    cells: {
      name,
      now: <Money column value={pick(now)} />,
      before: <Money column value={pick(before)} tone="muted" />,
      change: change ? <Money column value={pick(change)} sign="always" /> : null,
    },
  });
  const share = (totals: Totaled) => texts.share(totals.savedBps / 10_000);
  const row = (name: string, [earlier, later, by]: [string, string, string | null]) => ({
    id: name,
    cells: { name, before: <span className="text-ink-faint">{earlier}</span>, now: later, change: by },
  });
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
          row(operator("saved"), [share(before), share(now), null]),
          row(operator("partners"), [
            texts.points(before.partnerCount),
            texts.points(now.partnerCount),
            change ? texts.points(change.partnerCount, "always") : null,
          ]),
        ]}
        empty={null}
      />
    </Panel>
  );
}
