import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Link } from "#portal/i18n/navigation.ts";
import { formatDecimal } from "#portal/lib/format.ts";
import type { AnswerOf } from "#portal/lib/partner.ts";
import { address } from "#portal/lib/search-params.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { Bars } from "#portal/ui/charts/bars.tsx";
import { Meter } from "#portal/ui/meter.tsx";
import { Facts, Panel } from "#portal/ui/page.tsx";
import { Stat, StatRow } from "#portal/ui/stat.tsx";
import { Status } from "#portal/ui/status.tsx";
import { PartnerDeeds } from "#portal/views/operator/partner/deeds.tsx";
import { PartnerFrame } from "#portal/views/operator/partner/frame.tsx";
import type { partnerPage } from "#schema/documents.ts";

type Partner = NonNullable<AnswerOf<typeof partnerPage>["partner"]>;
type PartnerProps = { partner: Partner; cycleId: string | null; roles: readonly string[] };

/** One partner as the operator sees it: terms, exposure, activity, outlets and statements. */
export async function PartnerView({ partner, cycleId, roles }: PartnerProps) {
  const t = await getTranslations("operator");
  return (
    <PartnerFrame partner={partner} part="" actions={<PartnerDeeds partner={partner} roles={roles} />}>
      <div className="grid gap-6">
        <Figures partner={partner} cycleId={cycleId} />
        {(partner.pointsByCycle ?? []).length > 0 ? (
          <Panel title={t("activity")}>
            <Activity byCycle={partner.pointsByCycle ?? []} />
          </Panel>
        ) : null}
        <div className="grid items-start gap-6 lg:grid-cols-2">
          <Panel title={t("terms")}>
            <Terms partner={partner} />
          </Panel>
          <Statements partner={partner} />
        </div>
        <Outlets partner={partner} />
      </div>
    </PartnerFrame>
  );
}

async function Figures({ partner, cycleId }: Pick<PartnerProps, "partner" | "cycleId">) {
  const t = await getTranslations("operator");
  const texts = await getTexts();
  const { position, exposure, outstandingPoints } = partner;
  const share = (exposure?.usedBps ?? 0) / 10_000;
  return (
    <StatRow>
      {position ? (
        <Stat
          label={t("position")}
          value={texts.money(position.net, "always")}
          note={t("positionsNote").split(".")[0]}
          href={cycleId ? address("/operator/entries", { cycle: cycleId, partner: partner.id }) : undefined}
        />
      ) : null}
      {exposure ? (
        <Stat
          label={t("exposure")}
          value={texts.money(exposure.exposure)}
          note={
            exposure.limit ? (
              <>
                <Meter share={share} label={`${t("use")}: ${texts.share(share)}`} />
                {`${texts.share(share)} · ${t("limit")} ${texts.money(exposure.limit)}`}
              </>
            ) : null
          }
        />
      ) : null}
      {exposure ? <Stat label={t("collateral")} value={texts.money(exposure.collateral)} /> : null}
      {outstandingPoints ? (
        <Stat
          label={t("outstanding")}
          value={texts.points(outstandingPoints.points)}
          unit={t("points")}
          note={texts.money(outstandingPoints.value)}
        />
      ) : null}
    </StatRow>
  );
}

async function Activity({ byCycle }: { byCycle: NonNullable<Partner["pointsByCycle"]> }) {
  const t = await getTranslations("operator");
  const partnerTexts = await getTranslations("partner");
  const texts = await getTexts();
  const sum = (values: number[]) => texts.points(values.reduce((total, value) => total + value, 0));
  const issued = byCycle.map((points) => points.issued);
  const redeemed = byCycle.map((points) => points.redeemedHere);
  return (
    <Bars
      title={t("activity")}
      summary={t("activitySummary", { count: String(byCycle.length), issued: sum(issued), redeemed: sum(redeemed) })}
      nameOf={t("cycle")}
      names={byCycle.map(({ cycle }) => t("cycleNumber", { number: String(cycle.seq) }))}
      series={[
        { name: t("issued"), values: issued },
        { name: partnerTexts("redeemedHere"), values: redeemed },
      ]}
      print={(value) => texts.points(value)}
      height={210}
    />
  );
}

async function Terms({ partner: { contract, legalEntities } }: { partner: Partner }) {
  const t = await getTranslations("operator");
  const texts = await getTexts();
  if (!contract) return <p className="text-ink-soft">{t("noTerms")}</p>;
  const entity = legalEntities?.[0];
  const facts: [ReactNode, ReactNode][] = [
    [t("funding"), t(contract.funding)],
    [t("earnRate"), `${formatDecimal(texts.locale, (contract.earnBps / 100).toFixed(2))} %`],
    [t("issueRate"), texts.money(contract.issueRate)],
    [t("redeemRate"), texts.money(contract.redeemRate)],
    [t("fee"), texts.money(contract.feePerCycle)],
    [t("validFrom"), `${texts.date(contract.validFrom)} · ${t("version", { version: String(contract.version) })}`],
    ...(entity ? [[entity.name, `${entity.taxNumber}, ${entity.country}`] as [ReactNode, ReactNode]] : []),
  ];
  return <Facts facts={facts} />;
}

async function Statements({ partner }: { partner: Partner }) {
  const t = await getTranslations("operator");
  const sections = await getTranslations("sections");
  const texts = await getTexts();
  const current = partner.statements.edges.map(({ node }) => node).filter(({ supersededAt }) => !supersededAt);
  if (current.length === 0) return null;
  return (
    <Panel title={sections("statements")} flush>
      <ul>
        {current.map((statement) => (
          <li key={statement.id} className="border-line/70 border-t">
            <Link
              href={`/operator/statements/${statement.id}`}
              className="grid grid-cols-[1fr_auto_auto] items-center gap-4 px-5 py-2.5 hover:bg-sunken/60"
            >
              <span>{t("cycleNumber", { number: String(statement.cycle.seq) })}</span>
              <span className="figures">{texts.money(statement.position, "always")}</span>
              {statement.obligation ? <Status state={statement.obligation.state} /> : <span />}
            </Link>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

async function Outlets({ partner }: { partner: Partner }) {
  const t = await getTranslations("operator");
  const outlets = partner.locations.edges.map(({ node }) => node);
  if (outlets.length === 0) return null;
  return (
    <Panel title={t("locations")}>
      <ul className="grid gap-x-10 sm:grid-cols-2 xl:grid-cols-3">
        {outlets.map((outlet) => (
          <li key={outlet.id} className="flex justify-between gap-4 border-line/70 border-b py-2.5">
            <span>{outlet.name}</span>
            <span className="text-ink-faint">{outlet.city}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
