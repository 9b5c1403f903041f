import { TrendingDown } from "lucide-react";
import { getTranslations } from "next-intl/server";
import type { AnswerOf } from "#portal/lib/partner.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { ButtonLink } from "#portal/ui/button.tsx";
import { Facts, PageHead, Panel } from "#portal/ui/page.tsx";
import { Empty } from "#portal/ui/states.tsx";
import { Status } from "#portal/ui/status.tsx";
import { said } from "#portal/views/shared/campaigns/words.ts";
import { PrivilegesTabs } from "#portal/views/shared/privileges/tabs.tsx";
import type { tierDesk } from "#schema/documents.ts";

type Desk = AnswerOf<typeof tierDesk>;
export type Ladder = NonNullable<Desk["tierLadder"]>;

/** The ladder in force with how many stand on each tier, and every version of it. */
export async function TiersView({ desk, proposes }: { desk: Desk; proposes: boolean }) {
  const t = await getTranslations("privilegeDesk");
  const { tierLadder: ladder } = desk;
  const action = proposes ? (
    <ButtonLink href="/operator/tiers/new" look="primary">
      {ladder ? t("changeTiers") : t("firstTiers")}
    </ButtonLink>
  ) : null;
  return (
    <>
      <PageHead title={t("tab_tiers")} lead={t("tiersLead")} actions={ladder ? action : null} />
      <PrivilegesTabs shell="operator" current="tiers" />
      {ladder ? (
        <div className="grid gap-6 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
          <LadderPanel ladder={ladder} counts={desk.tierCounts} />
          <div className="grid content-start gap-6">
            <Terms ladder={ladder} />
            <Versions rows={desk.tierLadders.edges.map(({ node }) => node)} />
          </div>
        </div>
      ) : (
        <Panel>
          <Empty title={t("tiersEmptyTitle")} action={action}>
            {t("tiersEmptyText")}
          </Empty>
        </Panel>
      )}
    </>
  );
}

/** Steps from the highest down, each as long as the share of members who stand there. */
async function LadderPanel({ ladder, counts }: { ladder: Ladder; counts: Desk["tierCounts"] }) {
  const t = await getTranslations("privilegeDesk");
  const texts = await getTexts();
  const standings = new Map(counts.map((count) => [count.tier.code, count]));
  const all = counts.reduce((sum, count) => sum + count.members, 0);
  return (
    <Panel title={t("ladder")} note={t("ladderNote", { members: texts.points(all) })} flush className="self-start">
      <ol>
        {ladder.tiers.toReversed().map((tier) => {
          const { members: standing = 0, leaving } = standings.get(tier.code) ?? {};
          const share = all === 0 ? 0 : standing / all;
          return (
            <li key={tier.code} className="border-line/70 border-t px-5 py-4">
              <div className="flex flex-wrap items-baseline justify-between gap-x-6">
                <h3 className="font-semibold">{said(tier.name, texts.locale)}</h3>
                <p>
                  <span className="figures font-semibold text-lg">{texts.points(standing)}</span>
                  <span className="ml-2 text-ink-faint text-sm">{texts.share(share)}</span>
                </p>
              </div>
              <span className="mt-2 block h-1.5 overflow-hidden rounded-full bg-sunken" aria-hidden="true">
                <span className="block h-full rounded-full bg-accent" style={{ width: `${share * 100}%` }} />
              </span>
              <p className="mt-2 text-ink-soft text-sm">
                {tier.from === 0 ? t("fromStart") : t("from", { points: texts.points(tier.from) })}
                {tier.benefits.length > 0
                  ? ` · ${tier.benefits.map((benefit) => said(benefit.name, texts.locale)).join(" · ")}`
                  : ""}
              </p>
              {leaving ? (
                <p className="mt-1 flex items-center gap-1.5 font-medium text-sm text-warn">
                  <TrendingDown className="size-4 shrink-0" aria-hidden="true" />
                  {t("leaving", { count: leaving, members: texts.points(leaving) })}
                </p>
              ) : null}
            </li>
          );
        })}
      </ol>
    </Panel>
  );
}

async function Terms({ ladder }: { ladder: Ladder }) {
  const t = await getTranslations("privilegeDesk");
  const texts = await getTexts();
  return (
    <Panel title={t("terms")}>
      <Facts
        facts={[
          [t("counts"), ladder.counts.map((count) => t(`counts_${count}`)).join(", ")],
          [t("period"), t(`period_${ladder.period}`)],
          [t("downgrade"), t(`downgrade_${ladder.downgrade}`)],
          [t("protection"), t("months", { count: ladder.protectionMonths, n: texts.points(ladder.protectionMonths) })],
        ]}
      />
    </Panel>
  );
}

async function Versions({ rows }: { rows: Desk["tierLadders"]["edges"][number]["node"][] }) {
  const t = await getTranslations("privilegeDesk");
  const texts = await getTexts();
  return (
    <Panel title={t("versions")} flush>
      <ol>
        {rows.map((row) => (
          <li key={row.id} className="border-line/70 border-t px-5 py-3">
            <p className="flex flex-wrap items-baseline justify-between gap-x-4">
              <span className="font-medium">{t("version", { n: texts.points(row.version) })}</span>
              <Status state={row.validUntil ? "REPLACED" : "IN_FORCE"} />
            </p>
            <p className="mt-0.5 text-ink-soft text-sm">{row.reason}</p>
            <p className="mt-0.5 text-ink-faint text-sm">{texts.date(row.validFrom)}</p>
          </li>
        ))}
      </ol>
    </Panel>
  );
}
