import { getTranslations } from "next-intl/server";
import { getTexts } from "#portal/lib/texts.ts";
import { Facts, PageHead, Panel } from "#portal/ui/page.tsx";
import { Status } from "#portal/ui/status.tsx";
import { Timeline } from "#portal/ui/timeline.tsx";
import { Trail } from "#portal/ui/trail.tsx";
import { said, shownState } from "#portal/views/shared/campaigns/words.ts";
import { ChallengeDeeds, ChallengeReview } from "#portal/views/shared/challenges/deeds.tsx";
import { Standing } from "#portal/views/shared/challenges/standing.tsx";
import { type Challenge, challengesPath, type House, isOwn } from "#portal/views/shared/challenges/types.ts";
import { givesOf, goalWords } from "#portal/views/shared/challenges/words.ts";

type ViewProps = { challenge: Challenge; house: House; names: (actor: string | null) => string };

/** One challenge: what it asks and gives, how far members are, and how it came to where it stands. */
export async function ChallengeView({ challenge, house, names }: ViewProps) {
  const t = await getTranslations("challengeDesk");
  const { locale } = await getTexts();
  const name = said(challenge.name, locale);
  return (
    <>
      <Trail crumbs={[{ name: t("title"), href: challengesPath(house) }]} here={name} />
      <PageHead
        title={name}
        lead={
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <Status state={shownState(challenge.state)} />
            {challenge.partner?.name ?? t("coalition")}
          </span>
        }
        actions={<ChallengeDeeds challenge={challenge} house={house} />}
      />
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="grid gap-6">
          {challenge.standing ? <Standing challenge={challenge} standing={challenge.standing} /> : null}
          <Terms challenge={challenge} house={house} />
        </div>
        {challenge.steps.length > 0 ? <Way challenge={challenge} names={names} /> : null}
      </div>
    </>
  );
}

async function Terms({ challenge, house }: Omit<ViewProps, "names">) {
  const t = await getTranslations("challengeDesk");
  const texts = await getTexts();
  const { description, partners, startsAt, endsAt, draw, awardsMost } = challenge;
  const gives = await givesOf(challenge);
  return (
    <Panel title={t("terms")}>
      <p className="mb-3 text-ink-soft">{said(description, texts.locale)}</p>
      <Facts
        facts={[
          [t("goal"), `${await goalWords(challenge)}, ${t(challenge.period)}`],
          [t("whose"), partners.length > 0 ? partners.map((partner) => partner.name).join(", ") : t("everybody")],
          [t("gives"), gives.join(" · ")],
          ...(draw ? ([[t("draw"), draw]] as [string, string][]) : []),
          [t("startsAt"), texts.instant(startsAt)],
          [t("endsAt"), endsAt ? texts.instant(endsAt) : t("openEnd")],
          [t("most"), texts.points(awardsMost)],
          [t("pays"), challenge.partner?.name ?? t("operator")],
        ]}
      />
      {isOwn(challenge, house) ? <ChallengeReview challenge={challenge} house={house} /> : null}
    </Panel>
  );
}

async function Way({ challenge, names }: Omit<ViewProps, "house">) {
  const t = await getTranslations("challengeDesk");
  const texts = await getTexts();
  return (
    <Panel title={t("way")}>
      <Timeline
        label={t("way")}
        moments={challenge.steps.map((step) => ({
          id: step.id,
          title: <Status state={shownState(step.to)} />,
          when: [texts.instant(step.takenAt), names(step.by)].filter(Boolean).join(" · "),
          note: step.reason,
        }))}
      />
    </Panel>
  );
}
