import { getTranslations } from "next-intl/server";
import type { AnswerOf } from "#portal/lib/partner.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { Money } from "#portal/ui/amount.tsx";
import { LimitBand } from "#portal/ui/charts/limit-band.tsx";
import { Meter } from "#portal/ui/meter.tsx";
import { Panel } from "#portal/ui/page.tsx";
import { ShareBar } from "#portal/ui/share-bar.tsx";
import { Stat, StatRow } from "#portal/ui/stat.tsx";
import { DataTable } from "#portal/ui/table.tsx";
import { DefaultProcedure } from "#portal/views/operator/partner/default.tsx";
import { ExitPanel } from "#portal/views/operator/partner/exit.tsx";
import { LotRuns } from "#portal/views/operator/partner/lot-runs.tsx";
import { Overrides } from "#portal/views/operator/partner/overrides.tsx";
import type { approvals, defaultList, partnerObligations, partnerRisk } from "#schema/documents.ts";

type Answer = AnswerOf<typeof partnerRisk>;
export type RiskPartner = NonNullable<Answer["partner"]>;
type History = Extract<Answer["exposureHistory"], { __typename: "ExposureHistory" }>;
type Listed = NonNullable<AnswerOf<typeof partnerObligations>["partner"]>["statements"]["edges"][number]["node"];
export type Owed = NonNullable<Listed["obligation"]> & { cycle: Listed["cycle"] };
export type DefaultRow = AnswerOf<typeof defaultList>["defaults"]["edges"][number]["node"];

/** What waits for a second person, by deed and what it is about. */
export type Requests = ReadonlyMap<string, AnswerOf<typeof approvals>["approvals"]["edges"][number]["node"]>;

type RiskProps = {
  partner: RiskPartner;
  history: History | null;
  obligations: Owed[];
  defaults: DefaultRow[];
  requests: Requests;
  roles: readonly string[];
};

/** What the coalition could lose by one partner, over time and if it failed now, and what can be done about it. */
export async function PartnerRiskView({ partner, history, obligations, defaults, requests, roles }: RiskProps) {
  return (
    <div className="grid gap-6">
      <Figures partner={partner} />
      <OverTime partner={partner} history={history} />
      <div className="grid items-start gap-6 xl:grid-cols-2">
        <Loss partner={partner} />
        <Overrides partner={partner} roles={roles} />
      </div>
      <DefaultProcedure
        partner={partner}
        obligations={obligations}
        defaults={defaults}
        requests={requests}
        roles={roles}
      />
      <div className="grid items-start gap-6 xl:grid-cols-2">
        <LotRuns partner={partner} />
        <ExitPanel partner={partner} roles={roles} />
      </div>
    </div>
  );
}

async function Figures({ partner: { exposure } }: { partner: RiskPartner }) {
  const t = await getTranslations("risk");
  const texts = await getTexts();
  if (!exposure) return null;
  const share = (exposure.usedBps ?? 0) / 10_000;
  const missing = Number(exposure.collateralMissing.amount) > 0;
  return (
    <StatRow>
      <Stat
        label={t("exposure")}
        value={texts.money(exposure.exposure)}
        note={
          exposure.limit ? (
            <>
              <Meter share={share} label={`${t("use")}: ${texts.share(share)}`} />
              {`${texts.share(share)} · ${t("limit")} ${texts.money(exposure.limit)}`}
            </>
          ) : (
            t("noLimit")
          )
        }
      />
      <Stat label={t("position")} value={texts.money(exposure.position, "always")} />
      <Stat label={t("due")} value={texts.money(exposure.due, "always")} />
      <Stat label={t("outstanding")} value={texts.money(exposure.outstanding)} />
      <Stat
        label={t("collateral")}
        value={texts.money(exposure.collateral)}
        note={
          missing ? (
            <span className="text-bad">{`${t("collateralMissing")}: ${texts.money(exposure.collateralMissing)}`}</span>
          ) : (
            `${t("lossPool")}: ${texts.money(exposure.lossPool)}`
          )
        }
      />
    </StatRow>
  );
}

async function OverTime({ partner, history }: { partner: RiskPartner; history: History | null }) {
  const t = await getTranslations("risk");
  const texts = await getTexts();
  if (!history || history.days.length === 0)
    return (
      <Panel title={t("overTime")}>
        <p className="text-ink-soft">{t("overTimeEmpty")}</p>
      </Panel>
    );
  return (
    <Panel title={t("overTime")}>
      <LimitBand
        title={t("overTime")}
        summary={
          history.peak
            ? t("overTimeSummary", {
                date: texts.businessDate(history.peak.dayOn),
                amount: texts.money(history.peak.exposure),
              })
            : t("overTime")
        }
        nameOf={t("day")}
        days={history.days.map((day) => ({
          name: texts.businessDate(day.dayOn),
          used: Number(day.exposure.amount),
          limit: day.limit ? Number(day.limit.amount) : null,
          secured: Number(day.collateral.amount) + Number(day.lossPool.amount),
        }))}
        alarmShare={(partner.contract?.exposureAlarmBps ?? 10_000) / 10_000}
        names={{ used: t("exposure"), limit: t("limit"), alarm: t("alarm"), secured: t("secured") }}
        print={(value) => texts.drawnMoney(value)}
      />
    </Panel>
  );
}

const layers = ["ownCollateral", "ownLossPool", "operatorFirstLoss", "survivors", "rest"] as const;

async function Loss({ partner: { lossIfFailed: loss, name } }: { partner: RiskPartner }) {
  const t = await getTranslations("risk");
  const texts = await getTexts();
  if (!loss) return null;
  const title = t("failedTitle", { name });
  const total = Number(loss.loss.amount);
  if (total === 0)
    return (
      <Panel title={title}>
        <p className="text-ink-soft">{t("noLoss", { name })}</p>
      </Panel>
    );
  return (
    <Panel title={title} note={t("stressNote")} flush>
      <div className="px-5 pb-5">
        <p className="mb-3 font-semibold">{t("atStake", { amount: texts.money(loss.loss) })}</p>
        <ul className="grid gap-2.5">
          {layers.map((layer) => (
            <li key={layer} className="grid grid-cols-[9rem_minmax(0,1fr)_auto] items-center gap-3">
              <span className="text-ink-soft">{t(layer)}</span>
              <ShareBar share={Number(loss[layer].amount) / total} label={t(layer)} />
              <span className="figures min-w-24 text-right font-medium">{texts.money(loss[layer])}</span>
            </li>
          ))}
        </ul>
      </div>
      {loss.survivorShares.length > 0 ? (
        <DataTable
          caption={t("survivors")}
          columns={[
            { id: "partner", name: t("survivors") },
            { id: "amount", name: t("loss"), align: "end" },
          ]}
          rows={loss.survivorShares.map((share) => ({
            id: share.partner.id,
            href: `/operator/partners/${share.partner.id}/risk`,
            cells: { partner: share.partner.name, amount: <Money value={share.amount} /> },
          }))}
          empty={null}
        />
      ) : null}
    </Panel>
  );
}
