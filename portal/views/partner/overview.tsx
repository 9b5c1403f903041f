import { getTranslations } from "next-intl/server";
import { Link } from "#portal/i18n/navigation.ts";
import type { AnswerOf } from "#portal/lib/partner.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { Bars } from "#portal/ui/charts/bars.tsx";
import { Meter } from "#portal/ui/meter.tsx";
import { PageHead, Panel } from "#portal/ui/page.tsx";
import { Stat, StatRow } from "#portal/ui/stat.tsx";
import { Empty } from "#portal/ui/states.tsx";
import { PartnerAlerts } from "#portal/views/partner/alerts.tsx";
import { EntryTable } from "#portal/views/partner/entry-table.tsx";
import type { Waiting } from "#portal/views/partner/waiting.ts";
import { Owing } from "#portal/views/shared/owing.tsx";
import type { partnerOverview } from "#schema/documents.ts";

type Answer = AnswerOf<typeof partnerOverview>;
export type OverviewPartner = NonNullable<Answer["partner"]>;
type OpenCycle = NonNullable<Answer["openCycle"]>;

type PartnerOverviewProps = {
  partner: OverviewPartner;
  cycle: OpenCycle;
  waiting: Waiting;
};

/** Where a partner stands today: what it gave, what it took, what it owes, how far the limit is used. */
export async function PartnerOverview({ partner, cycle, waiting }: PartnerOverviewProps) {
  const t = await getTranslations("partner");
  const texts = await getTexts();
  const byCycle = partner.pointsByCycle ?? [];
  const now = byCycle.find((points) => points.cycle.id === cycle.id);
  const since = `/partner/transactions?from=${new Date(cycle.opensAt).toISOString().slice(0, 10)}`;
  const entries = partner.entries.edges.map(({ node }) => node);
  return (
    <>
      <PageHead
        title={t("overviewTitle")}
        lead={t("cycleRunning", { number: String(cycle.seq), date: texts.date(cycle.cutoffAt) })}
      />
      <div className="grid gap-6">
        <PartnerAlerts waiting={waiting} />
        <div className="grid gap-4 lg:grid-cols-[1fr_1.35fr]">
          <NetPosition partner={partner} />
          <StatRow>
            <Stat
              label={t("issued")}
              value={texts.points(now?.issued ?? 0)}
              unit={t("points")}
              note={t("thisCycle")}
              href={since}
            />
            <Stat
              label={t("redeemedHere")}
              value={texts.points(now?.redeemedHere ?? 0)}
              unit={t("points")}
              note={t("thisCycle")}
              href={`${since}&kind=CAPTURE`}
            />
            <Stat
              label={t("redeemedElsewhere")}
              value={texts.points(now?.redeemedElsewhere ?? 0)}
              unit={t("points")}
              note={t("thisCycle")}
              href="/partner/position"
            />
            <Outstanding partner={partner} />
          </StatRow>
        </div>
        <Panel title={t("chartTitle")}>
          <CycleChart byCycle={byCycle} />
        </Panel>
        <Panel
          title={t("latest")}
          flush
          aside={
            <Link href="/partner/transactions" className="font-medium text-accent hover:underline">
              {t("all")}
            </Link>
          }
        >
          <EntryTable
            entries={entries}
            empty={<Empty title={t("transactionsEmptyTitle")}>{t("transactionsEmptyText")}</Empty>}
          />
        </Panel>
      </div>
    </>
  );
}

async function NetPosition({ partner }: { partner: OverviewPartner }) {
  const t = await getTranslations("partner");
  if (!partner.position) return null;
  return (
    <section aria-label={t("netPosition")} className="panel flex flex-col px-6 py-6">
      <Link href="/partner/position" className="group -m-2 block rounded-lg p-2">
        <span className="eyebrow group-hover:underline">{t("netPosition")}</span>
        <Owing amount={partner.position.net} you={{ owe: t("youOwe"), owed: t("youAreOwed"), none: t("settledUp") }} />
        <span className="mt-1 block text-ink-faint text-sm">{t("provisional")}</span>
      </Link>
      <div className="mt-auto grid gap-4 pt-6">
        <ExposureUse partner={partner} />
        <LastSettlement partner={partner} />
      </div>
    </section>
  );
}

async function Outstanding({ partner: { outstandingPoints } }: { partner: OverviewPartner }) {
  const t = await getTranslations("partner");
  const texts = await getTexts();
  if (!outstandingPoints) return null;
  return (
    <Stat
      label={t("outstanding")}
      value={texts.points(outstandingPoints.points)}
      unit={t("points")}
      note={t("outstandingNote", { money: texts.money(outstandingPoints.value) })}
    />
  );
}

async function ExposureUse({ partner: { exposure } }: { partner: OverviewPartner }) {
  const t = await getTranslations("partner");
  const texts = await getTexts();
  if (!exposure) return null;
  const share = (exposure.usedBps ?? 0) / 10_000;
  const used = texts.money(exposure.exposure);
  return (
    <div>
      <p className="flex justify-between gap-4">
        <span className="text-ink-soft">{t("exposure")}</span>
        <span className="figures">{exposure.limit ? texts.share(share) : used}</span>
      </p>
      <Meter share={share} label={t("exposureUse", { share: texts.share(share) })} />
      <p className="figures text-ink-faint text-sm">
        {exposure.limit ? t("exposureOf", { used, limit: texts.money(exposure.limit) }) : t("noLimit")}
      </p>
    </div>
  );
}

async function LastSettlement({ partner }: { partner: OverviewPartner }) {
  const t = await getTranslations("partner");
  const texts = await getTexts();
  const last = partner.statements.edges[0]?.node;
  if (!last?.obligation) return null;
  const { amount, dueOn, direction } = last.obligation;
  const side = direction === "NIL" ? "nil" : direction === "PAY_IN" ? "payIn" : "payOut";
  const due = dueOn ? `, ${t("nextDue", { date: texts.businessDate(dueOn) })}` : "";
  return (
    <Link href={`/partner/statements/${last.id}`} className="group block border-line border-t pt-4">
      <span className="flex justify-between gap-4">
        <span className="text-ink-soft group-hover:underline">
          {t("nextSettlement")}, {t("cycleNumber", { number: String(last.cycle.seq) })}
        </span>
        <span className="figures font-semibold">{texts.money(amount, "never")}</span>
      </span>
      <span className="block text-ink-faint text-sm">{t(side) + due}</span>
    </Link>
  );
}

async function CycleChart({ byCycle }: { byCycle: NonNullable<OverviewPartner["pointsByCycle"]> }) {
  const t = await getTranslations("partner");
  const texts = await getTexts();
  const sum = (values: number[]) => texts.points(values.reduce((total, value) => total + value, 0));
  const issued = byCycle.map((points) => points.issued);
  const redeemed = byCycle.map((points) => points.redeemedHere);
  return (
    <Bars
      title={t("chartTitle")}
      summary={t("chartSummary", { count: String(byCycle.length), issued: sum(issued), redeemed: sum(redeemed) })}
      nameOf={t("cycle")}
      names={byCycle.map(({ cycle }) => t("cycleNumber", { number: String(cycle.seq) }))}
      series={[
        { name: t("issued"), values: issued },
        { name: t("redeemedHere"), values: redeemed },
        { name: t("redeemedElsewhere"), values: byCycle.map((points) => points.redeemedElsewhere), as: "line" },
      ]}
      print={(value) => texts.points(value)}
    />
  );
}
