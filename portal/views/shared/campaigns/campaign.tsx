import { getTranslations } from "next-intl/server";
import type { Search } from "#portal/lib/search-params.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { Facts, PageHead, Panel } from "#portal/ui/page.tsx";
import { Status } from "#portal/ui/status.tsx";
import { Timeline } from "#portal/ui/timeline.tsx";
import { Trail } from "#portal/ui/trail.tsx";
import { Limits } from "#portal/views/shared/campaigns/budget.tsx";
import { CampaignDeeds } from "#portal/views/shared/campaigns/deeds.tsx";
import { FundingShares } from "#portal/views/shared/campaigns/funding.tsx";
import { CampaignPreview } from "#portal/views/shared/campaigns/preview.tsx";
import { Reviews } from "#portal/views/shared/campaigns/reviews.tsx";
import { Rules } from "#portal/views/shared/campaigns/rules.tsx";
import { Trials } from "#portal/views/shared/campaigns/trials.tsx";
import {
  type Campaign,
  campaignsPath,
  type House,
  isOwn,
  mayDo,
  type Tried,
  type Version,
} from "#portal/views/shared/campaigns/types.ts";
import { CampaignUplift } from "#portal/views/shared/campaigns/uplift.tsx";
import { stackingWords, Versions } from "#portal/views/shared/campaigns/versions.tsx";
import { said, shownState } from "#portal/views/shared/campaigns/words.ts";

type CampaignProps = {
  campaign: Campaign;
  /** By version. */
  trials: ReadonlyMap<string, Tried>;
  house: House;
  names: (actor: string | null) => string;
  search: Search;
};

/** One campaign: what it gives and when, who pays, how much is used up, what it would cost and how it came about. */
export async function CampaignView({ campaign, trials, house, names, search }: CampaignProps) {
  const t = await getTranslations("campaigns");
  const texts = await getTexts();
  const version = shownVersion(campaign, search);
  if (!version) return null;
  const { definition } = version;
  const { simulations = [], uplift = null } = trials.get(version.id) ?? {};
  const path = campaignsPath(house);
  const title = said(definition.name, texts.locale);
  const own = isOwn(campaign, house);
  return (
    <>
      <Trail crumbs={[{ name: t("title"), href: path }]} here={title} />
      <PageHead
        title={title}
        lead={
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <Status state={shownState(version.state)} />
            <span>{campaign.partner?.name ?? t("coalition")}</span>
            <span>{t("version", { version: version.version })}</span>
          </span>
        }
        actions={<CampaignDeeds campaign={campaign} version={version} house={house} />}
      />
      <div className="grid items-start gap-6 xl:grid-cols-[1.5fr_1fr]">
        <div className="grid gap-6">
          <Panel title={t("rules")}>
            <Rules rules={definition.rules} />
          </Panel>
          {own || house.shell === "operator" || simulations.length > 0 ? (
            <Trials version={version} trials={simulations} maySimulate={own && mayDo(house, "simulate")} />
          ) : null}
          {uplift || (own && definition.controlBps > 0 && version.startedAt) ? (
            <CampaignUplift uplift={uplift} />
          ) : null}
          {campaign.versions.length > 1 ? (
            <Panel title={t("versions")} flush>
              <Versions versions={campaign.versions} shown={version} path={`${path}/${campaign.id}`} />
            </Panel>
          ) : null}
        </div>
        <div className="grid gap-6">
          <Panel title={t("asMembersSee")}>
            <CampaignPreview definition={definition} partner={campaign.partner?.name ?? null} />
          </Panel>
          <Panel title={t("limits")} note={version.spent ? t("limitsNote") : undefined}>
            <Limits limits={definition.limits} spent={version.spent} />
          </Panel>
          <Panel title={t("whoPays")}>
            <FundingShares shares={definition.funding} />
          </Panel>
          <Panel title={t("facts")}>
            <Terms version={version} />
          </Panel>
          {version.reviews.length > 0 ? (
            <Panel title={t("reviews")}>
              <Reviews version={version} house={house} />
            </Panel>
          ) : null}
          {version.needsJoining ? (
            <Panel title={t("joinings")}>
              <Joinings version={version} />
            </Panel>
          ) : null}
          <Panel title={t("history")}>
            <History version={version} names={names} />
          </Panel>
        </div>
      </div>
    </>
  );
}

/** The one the address asks for, else the newest. */
function shownVersion({ versions }: Campaign, search: Search): Version | undefined {
  return versions.find(({ version }) => String(version) === search["version"]) ?? versions[0];
}

async function Terms({ version: { definition, startedAt, endedAt, ...version } }: { version: Version }) {
  const t = await getTranslations("campaigns");
  const texts = await getTexts();
  const paused = version.pausedByOperator ? t("funder_OPERATOR") : version.pausedBy?.name;
  return (
    <Facts
      facts={[
        [t("starts"), texts.instant(definition.startsAt)],
        [t("ends"), definition.endsAt ? texts.instant(definition.endsAt) : t("openEnd")],
        [t("stacking"), stackingWords(t, definition.stacking)],
        ...(definition.audience.club ? [[t("club"), definition.audience.club] as [string, string]] : []),
        ...(definition.audience.plan ? [[t("plan"), definition.audience.plan] as [string, string]] : []),
        ...(definition.controlBps > 0
          ? [[t("heldBack"), texts.share(definition.controlBps / 10_000)] as [string, string]]
          : []),
        ...(startedAt ? [[t("startedAt"), texts.instant(startedAt)] as [string, string]] : []),
        ...(endedAt ? [[t("endedAt"), texts.instant(endedAt)] as [string, string]] : []),
        ...(paused ? [[t("pausedBy"), paused] as [string, string]] : []),
      ]}
    />
  );
}

async function Joinings({ version: { joinings } }: { version: Version }) {
  const t = await getTranslations("campaigns");
  const texts = await getTexts();
  const inNow = joinings.filter(({ leftAt }) => leftAt === null);
  if (inNow.length === 0) return <p className="text-ink-soft">{t("nobodyJoined")}</p>;
  return (
    <Facts facts={inNow.map(({ partner, joinedAt }) => [partner.name, t("since", { date: texts.date(joinedAt) })])} />
  );
}

async function History({ version, names }: { version: Version; names: CampaignProps["names"] }) {
  const t = await getTranslations("campaigns");
  const operator = await getTranslations("operator");
  const texts = await getTexts();
  return (
    <Timeline
      label={t("history")}
      moments={version.steps.map((step) => ({
        id: step.id,
        title: <Status state={shownState(step.to)} />,
        // Of other houses' people no name is told.
        when: names(step.by)
          ? operator("bySomeone", { name: names(step.by), at: texts.instant(step.takenAt) })
          : texts.instant(step.takenAt),
        note: step.reason ? `“${step.reason}”` : null,
      }))}
    />
  );
}
