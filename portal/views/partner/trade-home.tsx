import { getTranslations } from "next-intl/server";
import { Link } from "#portal/i18n/navigation.ts";
import { PageHead, Panel } from "#portal/ui/page.tsx";
import { Empty } from "#portal/ui/states.tsx";
import { DataTable } from "#portal/ui/table.tsx";
import { PartnerAlerts } from "#portal/views/partner/alerts.tsx";
import type { Waiting } from "#portal/views/partner/waiting.ts";
import { campaignTable } from "#portal/views/shared/campaigns/list.tsx";
import { campaignsPath, type House, type Listed } from "#portal/views/shared/campaigns/types.ts";
import type { UsesOfDay } from "#portal/views/shared/offerings/types.ts";
import { Uses } from "#portal/views/shared/offerings/uses.tsx";

type TradeHomeProps = {
  house: House;
  waiting: Waiting;
  /** Null for those who do not plan them. */
  campaigns: readonly Listed[] | null;
  days: readonly UsesOfDay[];
};

/** Where whoever keeps a partner's shop stands, who has nothing to do with what it owes. */
export async function TradeHome({ house, waiting, campaigns, days }: TradeHomeProps) {
  const t = await getTranslations("partner");
  const alerts = await getTranslations("partnerAlerts");
  const nothing = (
    <Panel>
      <Empty title={alerts("none")}>{alerts("noneText")}</Empty>
    </Panel>
  );
  return (
    <>
      <PageHead title={t("overviewTitle")} lead={t("homeLead", { name: house.name })} />
      <div className="grid gap-6">
        <PartnerAlerts waiting={waiting} otherwise={nothing} />
        {campaigns ? <Running campaigns={campaigns} house={house} /> : null}
        <Uses days={days} />
      </div>
    </>
  );
}

async function Running({ campaigns, house }: { campaigns: readonly Listed[]; house: House }) {
  const t = await getTranslations("partner");
  return (
    <Panel
      title={t("running")}
      flush
      aside={
        <Link href={campaignsPath(house)} className="font-medium text-accent hover:underline">
          {t("all")}
        </Link>
      }
    >
      <DataTable
        caption={t("running")}
        {...(await campaignTable(campaigns, house))}
        empty={<Empty title={t("noRunning")}>{t("noRunningText")}</Empty>}
      />
    </Panel>
  );
}
