import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { millionths, moneyOf } from "#portal/lib/added-money.ts";
import type { AnswerOf } from "#portal/lib/partner.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { Money } from "#portal/ui/amount.tsx";
import { ExportMenu } from "#portal/ui/export-menu.tsx";
import { Meter } from "#portal/ui/meter.tsx";
import { Facts, Panel } from "#portal/ui/page.tsx";
import type { partnerPosition } from "#schema/documents.ts";

type Answer = AnswerOf<typeof partnerPosition>;
type Partner = NonNullable<Answer["partner"]>;
type ForecastProps = {
  position: NonNullable<Partner["position"]>;
  exposure: Partner["exposure"];
  programme: Answer["programme"];
  cycle: NonNullable<Answer["openCycle"]>;
};

/** What the cycle would end in if it closed now, when it would be due, and how much of the limit is used. */
export async function Forecast({ position, exposure, programme, cycle }: ForecastProps) {
  const t = await getTranslations("forecast");
  const partner = await getTranslations("partner");
  const texts = await getTexts();
  const { settled, carried } = wholeCoins(position.net, programme.minorDigits);
  const days = programme.rules ? programme.rules.reviewDays + programme.rules.dueDays : null;
  const facts: [ReactNode, ReactNode][] = [
    [t("debit"), <Money key="debit" value={position.debit} />],
    [t("credit"), <Money key="credit" value={position.credit} />],
    [t("settled"), <Money key="settled" value={settled} sign="always" />],
    [t("carried"), <Money key="carried" value={carried} sign="always" tone="muted" />],
    [t("closes"), texts.instant(cycle.cutoffAt)],
    ...(days === null ? [] : [[t("due"), t("dueText", { days: String(days) })] as [ReactNode, ReactNode]]),
  ];
  return (
    <Panel
      title={t("title")}
      note={partner("provisional")}
      aside={
        <ExportMenu report="NEXT_CYCLE_FORECAST" filters={{}} formats={["XLSX", "CSV"]} filesHref="/partner/exports" />
      }
    >
      <Facts facts={facts} />
      {exposure ? <Use exposure={exposure} /> : null}
    </Panel>
  );
}

async function Use({ exposure }: { exposure: NonNullable<Partner["exposure"]> }) {
  const t = await getTranslations("forecast");
  const partner = await getTranslations("partner");
  const texts = await getTexts();
  const share = (exposure.usedBps ?? 0) / 10_000;
  const used = texts.money(exposure.exposure);
  return (
    <div className="mt-4 border-line border-t pt-4">
      <p className="flex justify-between gap-4">
        <span className="text-ink-soft">{partner("exposure")}</span>
        <span className="figures font-medium">{exposure.limit ? texts.share(share) : used}</span>
      </p>
      <Meter share={share} label={partner("exposureUse", { share: texts.share(share) })} />
      <p className="figures text-ink-faint text-sm">
        {exposure.limit ? partner("exposureOf", { used, limit: texts.money(exposure.limit) }) : partner("noLimit")}
      </p>
      {exposure.isAlarmed && exposure.alarmBps !== null ? (
        <p className="mt-1 text-sm text-warn">{t("alarmed", { share: texts.share(exposure.alarmBps / 10_000) })}</p>
      ) : null}
    </div>
  );
}

/** Whole coins, rounded toward zero as the contract settles them, and what stays for the next cycle. */
function wholeCoins({ amount, currencyCode }: { amount: string; currencyCode: string }, minorDigits: number) {
  const net = millionths(amount);
  const unit = 10n ** BigInt(6 - minorDigits);
  const settled = (net / unit) * unit;
  return { settled: moneyOf(settled, currencyCode), carried: moneyOf(net - settled, currencyCode) };
}
