import { TriangleAlert } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { getTexts } from "#portal/lib/texts.ts";
import { Money, Points } from "#portal/ui/amount.tsx";
import { DeedDialog } from "#portal/ui/deed-dialog.tsx";
import { Panel } from "#portal/ui/page.tsx";
import { ShareBar } from "#portal/ui/share-bar.tsx";
import { Empty } from "#portal/ui/states.tsx";
import { DataTable } from "#portal/ui/table.tsx";
import type { SettledPartner } from "#portal/views/partner/settlement.tsx";
import { buyPointsPack } from "#schema/documents.ts";

type Prepaid = NonNullable<SettledPartner["prepaid"]>;
type PrepaidProps = { prepaid: Prepaid; partnerId: string; roles: readonly string[] };

/** How far the points bought in advance reach, pack by pack, the next to be used first in line. */
export async function Prepaid({ prepaid, partnerId, roles }: PrepaidProps) {
  const t = await getTranslations("ownSettlement");
  const texts = await getTexts();
  const buys = roles.some((role) => role === "PARTNER_OWNER" || role === "PARTNER_FINANCE");
  const packs = prepaid.packs.edges.map(({ node }) => node);
  const note = t("prepaidNote", {
    alert: prepaid.alertPoints === null ? "–" : texts.points(prepaid.alertPoints),
    stop: texts.points(prepaid.stopPoints),
  });
  return (
    <Panel
      title={t("prepaid")}
      note={note}
      aside={buys ? <Buy partnerId={partnerId} left={prepaid.pointsLeft} /> : null}
      flush
    >
      <div className="px-5 pb-4">
        <p>
          <span className="figures font-semibold text-3xl tracking-[-0.025em]" data-prepaid={prepaid.pointsLeft}>
            {texts.points(prepaid.pointsLeft)}
          </span>
          <span className="ml-2 text-ink-soft">{t("pointsLeft")}</span>
        </p>
        {prepaid.isLow || prepaid.isStopped ? (
          <p className={`mt-2 flex items-center gap-2 ${prepaid.isStopped ? "text-bad" : "text-warn"}`} role="status">
            <TriangleAlert className="size-4" aria-hidden="true" />
            {t(prepaid.isStopped ? "prepaidStopped" : "prepaidLow")}
          </p>
        ) : null}
      </div>
      <DataTable
        caption={t("packs")}
        columns={[
          { id: "bought", name: t("bought") },
          { id: "points", name: t("packPoints"), align: "end" },
          { id: "left", name: t("pointsLeft"), align: "end" },
          { id: "each", name: t("pricePerPoint"), align: "end" },
          { id: "price", name: t("price"), align: "end" },
        ]}
        rows={packs.map((pack) => ({
          id: pack.id,
          cells: {
            bought: texts.date(pack.boughtAt),
            points: <Points value={pack.points} />,
            left: (
              <span className="ml-auto block w-28">
                <Points value={pack.pointsLeft} />
                <ShareBar
                  share={pack.points === 0 ? 0 : pack.pointsLeft / pack.points}
                  label={t("leftOf", { left: texts.points(pack.pointsLeft), points: texts.points(pack.points) })}
                />
              </span>
            ),
            each: <Money value={pack.pricePerPoint} tone="muted" />,
            price: <Money value={pack.price} />,
          },
        }))}
        empty={<Empty title={t("noPackTitle")}>{t("noPackText")}</Empty>}
      />
    </Panel>
  );
}

async function Buy({ partnerId, left }: { partnerId: string; left: number }) {
  const t = await getTranslations("ownSettlement");
  const texts = await getTexts();
  return (
    <DeedDialog
      operation={buyPointsPack}
      input={{ partnerId }}
      takes={{ key: true }}
      fields={[{ name: "points", label: t("packPoints"), kind: "whole", required: true }]}
      size="small"
      button={t("buy")}
      title={t("buyTitle")}
      text={t("buyText", { left: texts.points(left) })}
      confirm={t("buy")}
      done={t("buyDone")}
    />
  );
}
