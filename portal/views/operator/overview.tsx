import { getTranslations } from "next-intl/server";
import { Link } from "#portal/i18n/navigation.ts";
import { addedMoney } from "#portal/lib/added-money.ts";
import type { AnswerOf } from "#portal/lib/partner.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { Bars } from "#portal/ui/charts/bars.tsx";
import { PageHead, Panel } from "#portal/ui/page.tsx";
import { ShareBar } from "#portal/ui/share-bar.tsx";
import { Stat, StatRow } from "#portal/ui/stat.tsx";
import { Status } from "#portal/ui/status.tsx";
import type { operatorOverview } from "#schema/documents.ts";

export type Overview = AnswerOf<typeof operatorOverview>;

/** The coalition at a glance: what is outstanding, what runs, what waits. */
export async function OperatorOverview({ answer }: { answer: Overview }) {
  const t = await getTranslations("operator");
  const texts = await getTexts();
  const { openCycle, outstandingPoints, approvals, partners } = answer;
  const waiting = approvals.edges.length;
  const points = outstandingPoints.reduce((sum, issuer) => sum + issuer.points, 0);
  const value = addedMoney(outstandingPoints.map((issuer) => issuer.value));
  return (
    <>
      <PageHead title={t("overviewTitle")} />
      <div className="grid gap-6">
        <StatRow>
          <Stat
            label={t("outstanding")}
            value={texts.points(points)}
            unit={t("points")}
            note={value ? `${t("liability")}: ${texts.money(value)}` : null}
            href="#issuers"
          />
          {openCycle ? (
            <Stat
              label={t("currentCycle")}
              value={t("cycleNumber", { number: String(openCycle.seq) })}
              note={t("until", { date: texts.date(openCycle.cutoffAt) })}
              href={`/operator/cycles/${openCycle.id}`}
            />
          ) : null}
          <Stat
            label={t("waiting")}
            value={texts.points(waiting)}
            note={waiting === 0 ? t("nothingWaiting") : t("waitingNote")}
            href="/operator/approvals"
          />
          <Stat
            label={t("partners")}
            value={texts.points(partners.edges.filter(({ node }) => !node.isOperator).length)}
            href="/operator/partners"
          />
        </StatRow>
        <div className="grid gap-6 xl:grid-cols-[1.7fr_1fr]">
          <Panel title={t("activityTitle")}>
            <ActivityChart answer={answer} />
          </Panel>
          <Panel title={t("cyclesTitle")} flush>
            <ul>
              {answer.cycles.edges.map(({ node }) => (
                <li key={node.id} className="border-line/70 border-t">
                  <Link
                    href={`/operator/cycles/${node.id}`}
                    className="flex items-center justify-between gap-3 px-5 py-3 hover:bg-sunken/60"
                  >
                    <span className="font-medium">{t("cycleNumber", { number: String(node.seq) })}</span>
                    <Status state={node.state} />
                  </Link>
                </li>
              ))}
            </ul>
          </Panel>
        </div>
        <Issuers outstanding={outstandingPoints} total={points} />
      </div>
    </>
  );
}

async function ActivityChart({ answer: { pointsByCycle } }: { answer: Overview }) {
  const t = await getTranslations("operator");
  const texts = await getTexts();
  const sum = (values: number[]) => texts.points(values.reduce((total, value) => total + value, 0));
  const issued = pointsByCycle.map((cycle) => cycle.issued);
  const redeemed = pointsByCycle.map((cycle) => cycle.redeemed);
  return (
    <Bars
      title={t("activityTitle")}
      summary={t("activitySummary", {
        count: String(pointsByCycle.length),
        issued: sum(issued),
        redeemed: sum(redeemed),
      })}
      nameOf={t("cycle")}
      names={pointsByCycle.map(({ cycle }) => t("cycleNumber", { number: String(cycle.seq) }))}
      series={[
        { name: t("issued"), values: issued },
        { name: t("redeemed"), values: redeemed },
        { name: t("expired"), values: pointsByCycle.map((cycle) => cycle.expired), as: "line" },
      ]}
      print={(value) => texts.points(value)}
    />
  );
}

async function Issuers({ outstanding, total }: { outstanding: Overview["outstandingPoints"]; total: number }) {
  const t = await getTranslations("operator");
  const texts = await getTexts();
  const largestFirst = outstanding.toSorted((a, b) => b.points - a.points);
  return (
    <div id="issuers">
      <Panel title={t("byIssuer")}>
        <ul>
          {largestFirst.map(({ issuer, points, value }) => {
            const share = total === 0 ? 0 : points / total;
            return (
              <li
                key={issuer.id}
                className="grid grid-cols-[minmax(0,1fr)_9rem] gap-x-6 border-line/70 border-t py-3 first:border-t-0"
              >
                <Link href={`/operator/partners/${issuer.id}`} className="font-medium hover:underline">
                  {issuer.name}
                </Link>
                <span className="figures text-right">
                  {texts.points(points)} <span className="text-ink-faint text-sm">{t("points")}</span>
                </span>
                <ShareBar share={share} label={`${t("share")}: ${texts.share(share)}`} />
                <span className="figures text-right text-ink-faint text-sm">{texts.money(value)}</span>
              </li>
            );
          })}
        </ul>
      </Panel>
    </div>
  );
}
