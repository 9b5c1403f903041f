import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import type { MoneyText } from "#portal/lib/format.ts";
import { Money } from "#portal/ui/amount.tsx";
import { Facts, Panel } from "#portal/ui/page.tsx";
import type { SettledPartner } from "#portal/views/partner/settlement.tsx";

type SecuredProps = { exposure: NonNullable<SettledPartner["exposure"]>; required: MoneyText | null };

/** What we put up: for ourselves and for the others. */
export async function Secured({ exposure, required }: SecuredProps) {
  const t = await getTranslations("ownSettlement");
  const missing = Number(exposure.collateralMissing.amount) > 0;
  const facts: [ReactNode, ReactNode][] = [
    [t("collateral"), <Money key="collateral" value={exposure.collateral} />],
    [t("collateralAsked"), required ? <Money key="asked" value={required} /> : t("nothingAsked")],
    ...(missing
      ? [
          [
            t("collateralMissing"),
            <b key="missing" className="text-bad">
              <Money value={exposure.collateralMissing} />
            </b>,
          ] as [ReactNode, ReactNode],
        ]
      : []),
    [t("lossPool"), <Money key="pool" value={exposure.lossPool} />],
  ];
  return (
    <Panel title={t("secured")} note={t("securedNote")}>
      <Facts facts={facts} />
    </Panel>
  );
}
