import { getTranslations } from "next-intl/server";
import { millionths, moneyOf } from "#portal/lib/added-money.ts";
import { CELLS_MOST, type Cell, type CycleHead, type PartnerPosition } from "#portal/lib/cycle.ts";
import { bilateral, type Flow, hubVolumeOf, multilateral, volumeOf } from "#portal/lib/netting.ts";
import { address } from "#portal/lib/search-params.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { Panel } from "#portal/ui/page.tsx";
import { Stat, StatRow } from "#portal/ui/stat.tsx";
import { Empty } from "#portal/ui/states.tsx";
import { Tabs } from "#portal/ui/tabs.tsx";
import { BilateralMatrix, GrossMatrix } from "#portal/views/operator/cycle/matrix.tsx";
import { MultilateralView } from "#portal/views/operator/cycle/multilateral.tsx";
import { PairTable } from "#portal/views/operator/cycle/pairs.tsx";

export const nettingViews = ["gross", "bilateral", "multilateral"] as const;
export type NettingView = (typeof nettingViews)[number];

type NettingProps = {
  cycle: CycleHead;
  view: NettingView;
  cells: Cell[];
  more: boolean;
  positions: PartnerPosition[];
};

const viewNames = { gross: "viewGross", bilateral: "viewBilateral", multilateral: "viewMultilateral" } as const;

/** The same redemptions seen three ways: pair by pair, each pair set off, everybody against the hub. */
export async function NettingPage({ cycle, view, cells, more, positions }: NettingProps) {
  const t = await getTranslations("clearing");
  const texts = await getTexts();
  const path = `/operator/cycles/${cycle.id}/netting`;
  if (cells.length === 0)
    return (
      <Panel>
        <Empty title={t("emptyTitle")}>{t("emptyText")}</Empty>
      </Panel>
    );
  return (
    <div className="grid gap-6">
      <Volumes cells={cells} path={path} />
      <div>
        <Tabs
          label={t("views")}
          tabs={nettingViews.map((name) => ({
            href: address(path, { view: name === "gross" ? undefined : name }),
            name: t(viewNames[name]),
            current: name === view,
          }))}
        />
        {more ? (
          <p role="note" className="mb-4 rounded-lg bg-warn-soft px-4 py-3 text-warn">
            {t("cellsHint", { shown: texts.points(CELLS_MOST) })}
          </p>
        ) : null}
        {view === "gross" ? <GrossMatrix cycle={cycle} cells={cells} /> : null}
        {view === "bilateral" ? <BilateralMatrix cycle={cycle} cells={cells} /> : null}
        {view === "multilateral" ? <MultilateralView cycle={cycle} positions={positions} /> : null}
      </div>
      {view === "multilateral" ? null : <PairTable cycle={cycle} cells={cells} />}
    </div>
  );
}

/** What would have to be moved, and in how many payments, in each of the three ways. */
async function Volumes({ cells, path }: { cells: Cell[]; path: string }) {
  const t = await getTranslations("clearing");
  const texts = await getTexts();
  const currency = cells[0]?.charge.currencyCode ?? texts.currencyCode;
  const gross = flowsOf(cells);
  const whole = volumeOf(gross);
  const ways = [
    { view: "gross", ...whole },
    { view: "bilateral", ...volumeOf(bilateral(gross)) },
    { view: "multilateral", ...hubVolumeOf(multilateral(gross)) },
  ] as const;
  return (
    <StatRow>
      {ways.map(({ view, e6, payments }) => (
        <Stat
          key={view}
          label={`${t(viewNames[view])} · ${t("volume").toLowerCase()}`}
          value={texts.money(moneyOf(e6, currency))}
          note={[
            t("payments", { count: payments, n: texts.points(payments) }),
            ...(view === "gross" || whole.e6 === 0n
              ? []
              : [t("lessThanGross", { share: texts.share(1 - Number(e6) / Number(whole.e6)) })]),
          ].join(" · ")}
          href={address(path, { view: view === "gross" ? undefined : view })}
        />
      ))}
    </StatRow>
  );
}

const flowsOf = (cells: readonly Cell[]): Flow[] =>
  cells.map(({ issuer, redeemer, charge }) => ({ from: issuer.id, to: redeemer.id, e6: millionths(charge.amount) }));
