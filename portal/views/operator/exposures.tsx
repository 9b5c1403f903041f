import { ShieldAlert, ShieldCheck } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { operatorOffer } from "#portal/lib/offer.ts";
import type { AnswerOf } from "#portal/lib/partner.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { Money } from "#portal/ui/amount.tsx";
import { Bars } from "#portal/ui/charts/bars.tsx";
import { Meter } from "#portal/ui/meter.tsx";
import { PageHead, Panel } from "#portal/ui/page.tsx";
import { Empty } from "#portal/ui/states.tsx";
import { DataTable } from "#portal/ui/table.tsx";
import { PartnersTabs } from "#portal/views/operator/partners-tabs.tsx";
import type { exposureList, stressTest } from "#schema/documents.ts";

type Exposure = AnswerOf<typeof exposureList>["exposures"][number];
type Stress = AnswerOf<typeof stressTest>["exposureStress"];
type ExposuresProps = { exposures: Exposure[]; stress: Stress | null };

/** The drawing takes this many; the table has everybody. */
const DRAWN_MOST = 12;

/** How near everybody is to their limit, and what each failure would cost whom. */
export async function ExposuresView({ exposures, stress }: ExposuresProps) {
  const t = await getTranslations("operator");
  const risk = await getTranslations("risk");
  return (
    <>
      <PageHead title={t("partnersTitle")} lead={risk("exposuresLead")} />
      <PartnersTabs current="/risk" />
      <div className="grid gap-6">
        {stress ? <Verdict stress={stress} /> : null}
        <Limits exposures={exposures} />
        {stress && stress.losses.length > 0 ? <Losses stress={stress} /> : null}
      </div>
    </>
  );
}

async function Verdict({ stress }: { stress: Stress }) {
  const t = await getTranslations("risk");
  const texts = await getTexts();
  const Sign = stress.canSettle ? ShieldCheck : ShieldAlert;
  return (
    <div
      data-can-settle={stress.canSettle}
      className={`flex gap-3.5 rounded-xl px-5 py-4 ${stress.canSettle ? "bg-good-soft text-good" : "bg-bad-soft text-bad"}`}
    >
      <Sign className="mt-0.5 size-5 shrink-0" aria-hidden="true" />
      <div>
        <p className="font-semibold">
          {stress.canSettle
            ? t("canSettle")
            : t("cannotSettle", {
                amount: texts.money(stress.largestDebtUnsecured),
                name: stress.largestDebtor?.name ?? "–",
              })}
        </p>
        {stress.topIssuer ? (
          <p className="mt-0.5">
            {t("topIssuer", { share: texts.share(stress.topIssuerBps / 10_000), name: stress.topIssuer.name })}
          </p>
        ) : null}
      </div>
    </div>
  );
}

async function Limits({ exposures }: { exposures: Exposure[] }) {
  const t = await getTranslations("risk");
  const operator = await getTranslations("operator");
  const texts = await getTexts();
  return (
    <Panel title={t("exposure")} flush>
      <DataTable
        caption={t("exposure")}
        columns={[
          { id: "partner", name: t("partner") },
          { id: "exposure", name: t("exposure"), align: "end" },
          { id: "limit", name: t("limit"), align: "end" },
          { id: "use", name: t("use"), align: "end" },
          { id: "position", name: t("position"), align: "end" },
          { id: "due", name: t("due"), align: "end" },
          { id: "outstanding", name: t("outstanding"), align: "end" },
          { id: "collateral", name: t("collateral"), align: "end" },
          { id: "missing", name: t("collateralMissing"), align: "end", hidden: true },
          { id: "pool", name: t("lossPool"), align: "end", hidden: true },
        ]}
        rows={exposures.map((row) => {
          const share = row.usedBps === null ? null : row.usedBps / 10_000;
          return {
            id: row.partner.id,
            href: `/operator/partners/${row.partner.id}/risk`,
            cells: {
              partner: row.partner.name,
              exposure: <Money column value={row.exposure} />,
              limit: row.limit ? (
                <>
                  <Money value={row.limit} />
                  {row.override ? (
                    <span className="block text-sm text-warn">
                      {t("override", { date: texts.date(row.override.expiresAt) })}
                    </span>
                  ) : null}
                </>
              ) : (
                <span className="text-ink-faint">{t("noLimit")}</span>
              ),
              use:
                share === null ? null : (
                  <span className="ml-auto block w-24" data-alarmed={row.isAlarmed}>
                    {texts.share(share)}
                    <Meter share={share} label={`${t("use")}: ${texts.share(share)}`} />
                  </span>
                ),
              position: <Money column value={row.position} sign="always" />,
              due: <Money column value={row.due} sign="always" />,
              outstanding: <Money column value={row.outstanding} />,
              collateral: <Money value={row.collateral} />,
              missing: <Money value={row.collateralMissing} />,
              pool: <Money value={row.lossPool} />,
            },
          };
        })}
        empty={<Empty title={operator("partnersEmptyTitle")}>{operator("partnersEmptyText")}</Empty>}
        offer={operatorOffer("EXPOSURE")}
      />
    </Panel>
  );
}

async function Losses({ stress }: { stress: Stress }) {
  const t = await getTranslations("risk");
  const texts = await getTexts();
  if (stress.losses.every(({ loss }) => Number(loss.amount) === 0))
    return (
      <Panel title={t("stressTitle")}>
        <p className="text-ink-soft">{t("noLosses")}</p>
      </Panel>
    );
  const drawn = stress.losses.filter(({ loss }) => Number(loss.amount) > 0).slice(0, DRAWN_MOST);
  const [largest] = drawn;
  const layers = ["ownCollateral", "ownLossPool", "operatorFirstLoss", "survivors", "rest"] as const;
  return (
    <Panel title={t("stressTitle")} note={t("stressNote")} flush>
      <div className="px-5 pb-5">
        <Bars
          title={t("stressTitle")}
          summary={t("stressSummary", {
            amount: largest ? texts.money(largest.loss) : "–",
            name: largest?.partner.name ?? "–",
          })}
          nameOf={t("partner")}
          names={drawn.map(({ partner }) => partner.name)}
          series={layers.map((layer) => ({
            name: t(layer),
            values: drawn.map((loss) => Number(loss[layer].amount)),
          }))}
          stacked
          print={(value) => texts.drawnMoney(value)}
        />
      </div>
      <DataTable
        caption={t("stressTitle")}
        columns={[
          { id: "partner", name: t("partner") },
          { id: "loss", name: t("loss"), align: "end" },
          ...layers.map((layer) => ({ id: layer, name: t(layer), align: "end" as const })),
        ]}
        rows={stress.losses.map((loss) => ({
          id: loss.partner.id,
          href: `/operator/partners/${loss.partner.id}/risk`,
          cells: {
            partner: loss.partner.name,
            loss: (
              <b className="font-semibold">
                <Money column value={loss.loss} />
              </b>
            ),
            ...Object.fromEntries(layers.map((layer) => [layer, <Money key={layer} column value={loss[layer]} />])),
          },
        }))}
        empty={null}
      />
    </Panel>
  );
}
