import { getTranslations } from "next-intl/server";
import { RefreshOn } from "#portal/lib/live.tsx";
import { getTexts } from "#portal/lib/texts.ts";
import { Bars } from "#portal/ui/charts/bars.tsx";
import { DeedDialog } from "#portal/ui/deed-dialog.tsx";
import { Panel } from "#portal/ui/page.tsx";
import { ShareBar } from "#portal/ui/share-bar.tsx";
import { Stat, StatRow } from "#portal/ui/stat.tsx";
import { Status } from "#portal/ui/status.tsx";
import type { Trial, Version } from "#portal/views/shared/campaigns/types.ts";
import { cancelSimulation, noticesChanged, simulateCampaign } from "#schema/documents.ts";

type TrialsProps = { version: Pick<Version, "id" | "startedAt">; trials: readonly Trial[]; maySimulate: boolean };

/** What a version would have cost on receipts of the past, and what it really did. */
export async function Trials({ version, trials, maySimulate }: TrialsProps) {
  const t = await getTranslations("campaigns");
  const texts = await getTexts();
  const [latest] = trials;
  const runs = latest?.state === "QUEUED" || latest?.state === "RUNNING";
  const done = trials.find(({ figures }) => figures !== null);
  return (
    <Panel
      title={t("trials")}
      note={done ? t("trialOf", { period: texts.period(done.from, done.until) }) : t("trialsNote")}
      aside={maySimulate && !runs ? <Simulate versionId={version.id} again={trials.length > 0} /> : null}
    >
      {runs ? <Progress trial={latest} mayCancel={maySimulate} /> : null}
      {latest?.state === "FAILED" || latest?.state === "CANCELLED" ? (
        <p className="mb-4">
          <Status state={latest.state} />
        </p>
      ) : null}
      {done ? <Figures trial={done} wasLive={version.startedAt !== null} /> : runs ? null : <p>{t("trialsEmpty")}</p>}
    </Panel>
  );
}

async function Simulate({ versionId, again }: { versionId: string; again: boolean }) {
  const t = await getTranslations("campaigns");
  return (
    <DeedDialog
      operation={simulateCampaign}
      input={{ campaignVersionId: versionId }}
      takes={{ key: true }}
      fields={[{ name: "days", label: t("days"), kind: "whole", required: true, value: "30", hint: t("daysHint") }]}
      look={again ? "secondary" : "primary"}
      size="small"
      button={t(again ? "simulateAgain" : "simulate")}
      title={t("simulate")}
      text={t("simulateText")}
      confirm={t("simulate")}
      done={t("simulateDone")}
    />
  );
}

async function Progress({ trial, mayCancel }: { trial: Trial; mayCancel: boolean }) {
  const t = await getTranslations("campaigns");
  const texts = await getTexts();
  const share = trial.receiptsTotal ? trial.receiptsDone / trial.receiptsTotal : 0;
  const said = t("progress", {
    done: texts.points(trial.receiptsDone),
    total: trial.receiptsTotal === null ? "…" : texts.points(trial.receiptsTotal),
  });
  return (
    <div className="mb-4" aria-live="polite">
      <RefreshOn bell={noticesChanged} variables={{}} />
      <div className="flex flex-wrap items-center justify-between gap-3">
        <span className="flex items-center gap-3">
          <Status state={trial.state} /> <span className="figures">{said}</span>
        </span>
        {mayCancel ? (
          <DeedDialog
            operation={cancelSimulation}
            input={{ campaignSimulationId: trial.id }}
            takes={{}}
            look="quiet"
            size="small"
            button={t("cancelTrial")}
            title={t("cancelTrial")}
            text={t("cancelTrialText")}
            confirm={t("cancelTrial")}
            done={t("cancelTrialDone")}
          />
        ) : null}
      </div>
      <ShareBar share={share} label={said} />
    </div>
  );
}

/** What a trial found: cost, reach, and how the cost is spread. */
export async function Figures({ trial, wasLive }: { trial: Trial; wasLive: boolean }) {
  const t = await getTranslations("campaigns");
  const texts = await getTexts();
  const { figures } = trial;
  if (!figures) return null;
  const money = (amount: string) => texts.money({ amount, currencyCode: texts.currencyCode });
  const shareOf = (part: number, whole: number) => texts.share(whole === 0 ? 0 : part / whole);
  const bars = figures.perMember.map(({ from, until, count }) => ({
    name: until ? `${texts.decimal(from.amount)}–${texts.decimal(until.amount)}` : `≥ ${texts.decimal(from.amount)}`,
    count,
  }));
  return (
    <div className="grid gap-6">
      <StatRow>
        <Stat label={t("cost")} value={texts.money(figures.cost)} />
        <Stat label={t("points")} value={texts.points(figures.points)} />
        <Stat
          label={t("receiptsHit")}
          value={texts.points(figures.receiptHitCount)}
          note={t("ofAll", {
            share: shareOf(figures.receiptHitCount, figures.receiptCount),
            all: texts.points(figures.receiptCount),
          })}
        />
        <Stat
          label={t("membersReached")}
          value={texts.points(figures.memberReachedCount)}
          note={t("ofAll", {
            share: shareOf(figures.memberReachedCount, figures.memberCount),
            all: texts.points(figures.memberCount),
          })}
        />
      </StatRow>
      {figures.limitedCount > 0 ? (
        <p>{t("limited", { count: figures.limitedCount, n: texts.points(figures.limitedCount) })}</p>
      ) : null}
      {bars.length > 0 ? (
        <div>
          <h3 className="mb-2 font-medium">{t("perMember", { currency: texts.currencyCode })}</h3>
          <Bars
            title={t("perMember", { currency: texts.currencyCode })}
            summary={t("perMemberSummary", { members: texts.points(figures.memberReachedCount) })}
            nameOf={t("costOfMember")}
            names={bars.map(({ name }) => name)}
            series={[{ name: t("members"), values: bars.map(({ count }) => count) }]}
            print={(value) => texts.points(value)}
            height={200}
          />
        </div>
      ) : null}
      {wasLive ? <Actual figures={figures} money={money} /> : null}
    </div>
  );
}

type Known = NonNullable<Trial["figures"]>;

/** Simulated beside actual, on the same receipts. */
async function Actual({ figures, money }: { figures: Known; money: (amount: string) => string }) {
  const t = await getTranslations("campaigns");
  const texts = await getTexts();
  const { actual } = figures;
  const rows = [
    [t("receiptsHit"), texts.points(figures.receiptHitCount), texts.points(actual.receiptHitCount)],
    [t("points"), texts.points(figures.points), texts.points(actual.points)],
    [t("discounts"), money(figures.discounts.amount), money(actual.discounts.amount)],
    [t("gifts"), money(figures.gifts.amount), money(actual.gifts.amount)],
  ];
  const head = "pb-1.5 text-right font-medium text-[0.8125rem] text-ink-soft";
  return (
    <table className="w-full max-w-xl text-left">
      <caption className="mb-2 text-left font-medium">{t("actual")}</caption>
      <thead>
        <tr>
          <th aria-label=" " />
          <th scope="col" className={head}>
            {t("simulated")}
          </th>
          <th scope="col" className={head}>
            {t("really")}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, simulated, really]) => (
          <tr key={name} className="border-line border-t">
            <th scope="row" className="py-2 font-normal text-ink-soft">
              {name}
            </th>
            <td className="figures py-2 text-right">{simulated}</td>
            <td className="figures py-2 text-right font-semibold">{really}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
