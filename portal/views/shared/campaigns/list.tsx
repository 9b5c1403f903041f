import { Plus } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { givesWords } from "#portal/lib/gives.ts";
import { address, type Search } from "#portal/lib/search-params.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { ButtonLink } from "#portal/ui/button.tsx";
import { DeedDialog } from "#portal/ui/deed-dialog.tsx";
import { PageHead, Panel } from "#portal/ui/page.tsx";
import { Empty } from "#portal/ui/states.tsx";
import { Status } from "#portal/ui/status.tsx";
import { Tabs } from "#portal/ui/tabs.tsx";
import { BudgetBar } from "#portal/views/shared/campaigns/budget.tsx";
import { campaignsPath, type House, type Listed, mayDo } from "#portal/views/shared/campaigns/types.ts";
import { said, shownState } from "#portal/views/shared/campaigns/words.ts";
import { PagedTable } from "#portal/views/shared/paged-table.tsx";
import { setCampaignPolicy } from "#schema/documents.ts";

/** What each tab shows; the first stands without a word in the address. */
export const campaignTabs = {
  running: ["LIVE", "PAUSED", "SCHEDULED"],
  drafts: ["DRAFT", "IN_REVIEW"],
  ended: ["ENDED"],
} as const;
export type CampaignTab = keyof typeof campaignTabs;
export const tabOf = (search: Search): CampaignTab =>
  search["state"] === "drafts" || search["state"] === "ended" ? search["state"] : "running";

type ListProps = {
  rows: Listed[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  house: House;
  search: Search;
  /** Null where the viewer's role does not include it. */
  budgetRequired: boolean;
};

/** The house's campaigns, and those of others that concern it. */
export async function CampaignList({ rows, pageInfo, house, search, budgetRequired }: ListProps) {
  const t = await getTranslations("campaigns");
  const path = campaignsPath(house);
  const now = tabOf(search);
  return (
    <>
      <PageHead
        title={t("title")}
        lead={t(house.shell === "partner" ? "lead" : "leadOperator")}
        actions={
          <>
            {mayDo(house, "setPolicy") ? <Policy budgetRequired={budgetRequired} /> : null}
            {mayDo(house, "draft") ? (
              <ButtonLink href={`${path}/new`} look="primary">
                <Plus className="size-4" aria-hidden="true" />
                {t("new")}
              </ButtonLink>
            ) : null}
          </>
        }
      />
      <Tabs
        label={t("title")}
        tabs={(Object.keys(campaignTabs) as CampaignTab[]).map((tab) => ({
          href: tab === "running" ? path : address(path, { state: tab }),
          name: t(`tab_${tab}`),
          current: tab === now,
        }))}
      />
      <Panel flush>
        <PagedTable
          caption={t("title")}
          {...(await campaignTable(rows, house))}
          empty={
            <Empty
              title={t(`empty_${now}`)}
              action={
                mayDo(house, "draft") ? (
                  <ButtonLink href={`${path}/new`} look="primary">
                    {t("new")}
                  </ButtonLink>
                ) : null
              }
            >
              {t("emptyText")}
            </Empty>
          }
          path={path}
          search={search}
          views={["state"]}
          pageInfo={pageInfo}
        />
      </Panel>
    </>
  );
}

/** Campaigns as a table shows them to a house. */
export async function campaignTable(campaigns: readonly Listed[], house: House) {
  const t = await getTranslations("campaigns");
  const columns = [
    { id: "name", name: t("campaign") },
    { id: "state", name: t("state") },
    { id: "when", name: t("when") },
    { id: "budget", name: t("budgetUsed") },
    { id: "whose", name: t("whose") },
  ];
  return { columns, rows: await Promise.all(campaigns.map((campaign) => rowOf(campaign, house))) };
}

async function rowOf({ id, partner, latest, running }: Listed, house: House) {
  const t = await getTranslations("campaigns");
  const gives = await getTranslations("gives");
  const texts = await getTexts();
  if (!latest) return { id, cells: {} };
  const { definition, state, startsAt, endsAt } = latest;
  const effects = definition.rules.flatMap((rule) => rule.effects);
  const joined = latest.joinings.some((one) => one.partner.id === house.partnerId && one.leftAt === null);
  return {
    id,
    href: `${campaignsPath(house)}/${id}`,
    cells: {
      name: (
        <>
          <span className="block font-medium">{said(definition.name, texts.locale)}</span>
          <span className="block text-ink-faint text-sm">{givesWords(gives, effects, texts)}</span>
        </>
      ),
      state: (
        <span className="flex flex-col items-start gap-1">
          <Status state={shownState(state)} />
          {running && running.id !== latest.id ? (
            <span className="text-ink-faint text-sm">{t("versionRuns", { version: running.version })}</span>
          ) : null}
        </span>
      ),
      when: (
        <>
          <span className="block whitespace-nowrap">{texts.date(startsAt)}</span>
          <span className="block whitespace-nowrap text-ink-faint">{endsAt ? texts.date(endsAt) : t("openEnd")}</span>
        </>
      ),
      budget: <BudgetBar spent={latest.spent} />,
      whose: partner ? (
        <span className="whitespace-nowrap">{partner.name}</span>
      ) : (
        <span className="flex flex-col">
          <span className="whitespace-nowrap">{t("coalition")}</span>
          {latest.needsJoining && house.partnerId ? (
            <span className="text-ink-faint text-sm">{t(joined ? "joined" : "notJoined")}</span>
          ) : null}
        </span>
      ),
    },
  };
}

async function Policy({ budgetRequired }: { budgetRequired: boolean }) {
  const t = await getTranslations("campaigns");
  const word = (required: boolean) => t(required ? "policyYes" : "policyNo");
  return (
    <DeedDialog
      operation={setCampaignPolicy}
      input={{ budgetRequired: !budgetRequired }}
      takes={{ reason: "required" }}
      look="secondary"
      button={t("policy")}
      title={t("policy")}
      text={t("policyText")}
      changes={[{ name: t("budget"), before: word(budgetRequired), after: word(!budgetRequired) }]}
      confirm={t("policySet")}
      done={t("policyDone")}
    />
  );
}
