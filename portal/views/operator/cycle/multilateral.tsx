import { getTranslations } from "next-intl/server";
import type { CycleHead, PartnerPosition } from "#portal/lib/cycle.ts";
import { address } from "#portal/lib/search-params.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { Money } from "#portal/ui/amount.tsx";
import { Diverging } from "#portal/ui/charts/diverging.tsx";
import { Panel } from "#portal/ui/page.tsx";
import { DataTable } from "#portal/ui/table.tsx";

/** The drawing takes this many; the table under it has everybody. */
const DRAWN_MOST = 24;

/** Everybody against the hub: what is left of all pairs together is one amount per partner. */
export async function MultilateralView({ cycle, positions }: { cycle: CycleHead; positions: PartnerPosition[] }) {
  const t = await getTranslations("clearing");
  const operator = await getTranslations("operator");
  const texts = await getTexts();
  const value = ({ net }: PartnerPosition) => Number(net.amount);
  const bySize = positions.toSorted((a, b) => Math.abs(value(b)) - Math.abs(value(a)));
  const drawn = bySize.slice(0, DRAWN_MOST).sort((a, b) => value(b) - value(a));
  const count = (sign: 1 | -1) => texts.points(positions.filter((position) => value(position) * sign > 0).length);
  return (
    <Panel title={t("multilateralTitle")} note={t("multilateralNote")} flush>
      <div className="px-5 pb-5">
        <Diverging
          title={t("multilateralTitle")}
          summary={t("multilateralSummary", { debtors: count(1), creditors: count(-1) })}
          nameOf={operator("partner")}
          amountOf={operator("position")}
          rows={drawn.map((position) => ({ name: position.partner.name, value: value(position) }))}
          print={(amount) => texts.drawnMoney(amount, "always")}
          sides={{ left: t("isPaid"), right: t("pays") }}
        />
      </div>
      <DataTable
        caption={t("multilateralTitle")}
        columns={[
          { id: "partner", name: operator("partner") },
          { id: "debit", name: operator("debits"), align: "end" },
          { id: "credit", name: operator("credits"), align: "end" },
          { id: "net", name: operator("position"), align: "end" },
        ]}
        rows={bySize.map(({ partner, debit, credit, net }) => ({
          id: partner.id,
          href: address("/operator/entries", { cycle: cycle.id, partner: partner.id }),
          cells: {
            partner: partner.name,
            debit: <Money column value={debit} />,
            credit: <Money column value={credit} />,
            net: <Money column value={net} sign="always" />,
          },
        }))}
        empty={null}
        exportHref={`/exports/positions?cycle=${cycle.id}`}
      />
    </Panel>
  );
}
