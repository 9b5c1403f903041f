import { getTranslations } from "next-intl/server";
import { Link } from "#portal/i18n/navigation.ts";
import { millionths, moneyOf } from "#portal/lib/added-money.ts";
import type { AnswerOf } from "#portal/lib/partner.ts";
import { address } from "#portal/lib/search-params.ts";
import { Money, Points } from "#portal/ui/amount.tsx";
import { Panel } from "#portal/ui/page.tsx";
import { DataTable } from "#portal/ui/table.tsx";
import type { partnerPosition } from "#schema/documents.ts";

type Partner = NonNullable<AnswerOf<typeof partnerPosition>["partner"]>;
type TableProps = { counterparties: NonNullable<Partner["counterparties"]>; cycleId: string; ownId: string };

/** Due from us, due to us and what is left of both, partner by partner; every amount opens its entries. */
export async function CounterpartyTable({ counterparties, cycleId, ownId }: TableProps) {
  const t = await getTranslations("partner");
  const own = await getTranslations("forecast");
  const behind = (pair: { issuer?: string | undefined; redeemer?: string | undefined }) =>
    address("/partner/entries", { cycle: cycleId, ...pair });
  const link = "underline decoration-line-strong/40 underline-offset-4 hover:decoration-current";
  return (
    <Panel title={own("pairs")} note={t("counterpartyNote")} flush>
      <DataTable
        caption={own("pairs")}
        columns={[
          { id: "partner", name: t("counterparty") },
          { id: "there", name: own("pointsThere"), align: "end" },
          { id: "charge", name: t("weOwe"), align: "end" },
          { id: "here", name: own("pointsHere"), align: "end" },
          { id: "credit", name: t("theyOwe"), align: "end" },
          { id: "net", name: own("net"), align: "end" },
        ]}
        rows={counterparties.map(({ partner, pointsThere, charge, pointsHere, credit }, index) => ({
          id: partner?.id ?? String(index),
          cells: {
            partner: partner?.name ?? "–",
            there: <Points value={pointsThere} tone="muted" />,
            charge: (
              <Link href={behind({ issuer: ownId, redeemer: partner?.id })} className={link}>
                <Money column value={charge} />
              </Link>
            ),
            here: <Points value={pointsHere} tone="muted" />,
            credit: (
              <Link href={behind({ issuer: partner?.id, redeemer: ownId })} className={link}>
                <Money column value={credit} />
              </Link>
            ),
            net: (
              <Money
                value={moneyOf(millionths(charge.amount) - millionths(credit.amount), charge.currencyCode)}
                sign="always"
              />
            ),
          },
        }))}
        empty={null}
      />
    </Panel>
  );
}
