import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { getTexts } from "#portal/lib/texts.ts";
import { Money } from "#portal/ui/amount.tsx";
import { LimitBand } from "#portal/ui/charts/limit-band.tsx";
import { Meter } from "#portal/ui/meter.tsx";
import { Facts, Panel } from "#portal/ui/page.tsx";
import type { ContractPartner, ExposureDays } from "#portal/views/partner/contract.tsx";

type LimitsProps = { partner: ContractPartner; history: ExposureDays | null; alarmBps: number | null };

/** How far our limit is used, from what, and how it came to that; raised limits with their end. */
export async function Limits({ partner: { exposure, limitOverrides }, history, alarmBps }: LimitsProps) {
  const t = await getTranslations("ownContract");
  const risk = await getTranslations("risk");
  const partner = await getTranslations("partner");
  const texts = await getTexts();
  if (!exposure) return null;
  const share = (exposure.usedBps ?? 0) / 10_000;
  const raised = (limitOverrides ?? []).filter(({ isInForce }) => isInForce);
  const facts: [ReactNode, ReactNode][] = [
    [risk("position"), <Money key="position" value={exposure.position} sign="always" />],
    [risk("due"), <Money key="due" value={exposure.due} sign="always" />],
    [risk("outstanding"), <Money key="outstanding" value={exposure.outstanding} />],
    [risk("collateral"), <Money key="collateral" value={exposure.collateral} />],
    [risk("lossPool"), <Money key="pool" value={exposure.lossPool} />],
    [risk("exposure"), <b key="exposure">{texts.money(exposure.exposure)}</b>],
    ...raised.map(
      ({ limit, expiresAt }) =>
        [risk("override", { date: texts.date(expiresAt) }), texts.money(limit)] as [ReactNode, ReactNode],
    ),
  ];
  return (
    <Panel
      title={t("limits")}
      note={exposure.isAlarmed ? t("alarmed") : t("limitsNote")}
      aside={
        <span className="figures font-semibold text-xl">
          {exposure.limit ? texts.share(share) : partner("noLimit")}
        </span>
      }
    >
      {exposure.limit ? (
        <>
          <Meter share={share} label={partner("exposureUse", { share: texts.share(share) })} />
          <p className="figures mb-3 text-ink-faint text-sm">
            {partner("exposureOf", { used: texts.money(exposure.exposure), limit: texts.money(exposure.limit) })}
          </p>
        </>
      ) : null}
      <div className="grid items-start gap-6 lg:grid-cols-[1fr_1.4fr]">
        <Facts facts={facts} />
        {history && history.days.length > 0 ? <OverTime history={history} alarmBps={alarmBps} /> : null}
      </div>
    </Panel>
  );
}

async function OverTime({ history, alarmBps }: { history: ExposureDays; alarmBps: number | null }) {
  const risk = await getTranslations("risk");
  const texts = await getTexts();
  const { days, peak } = history;
  return (
    <LimitBand
      title={risk("overTime")}
      summary={
        peak
          ? risk("overTimeSummary", { date: texts.businessDate(peak.dayOn), amount: texts.money(peak.exposure) })
          : risk("overTimeEmpty")
      }
      nameOf={risk("day")}
      days={days.map((day) => ({
        name: texts.businessDate(day.dayOn),
        used: Number(day.exposure.amount),
        limit: day.limit ? Number(day.limit.amount) : null,
        secured: Number(day.collateral.amount) + Number(day.lossPool.amount),
      }))}
      alarmShare={(alarmBps ?? 10_000) / 10_000}
      names={{ used: risk("exposure"), limit: risk("limit"), alarm: risk("alarm"), secured: risk("secured") }}
      print={(value) => texts.drawnMoney(value)}
    />
  );
}
