import { Flame } from "lucide-react";
import { getTranslations } from "next-intl/server";
import type { AnswerOf } from "#portal/lib/partner.ts";
import { getTexts, type Texts } from "#portal/lib/texts.ts";
import { isoDate } from "#portal/lib/zone.ts";
import { BadgeSign } from "#portal/ui/badge-sign.tsx";
import { ButtonLink } from "#portal/ui/button.tsx";
import { classes } from "#portal/ui/classes.ts";
import { PageHead, Panel } from "#portal/ui/page.tsx";
import { ShareBar } from "#portal/ui/share-bar.tsx";
import { Empty } from "#portal/ui/states.tsx";
import { Badges } from "#portal/views/member/badges.tsx";
import { said } from "#portal/views/shared/campaigns/words.ts";
import { givesOf } from "#portal/views/shared/challenges/words.ts";
import type { memberChallenges } from "#schema/documents.ts";

type Answer = AnswerOf<typeof memberChallenges>;
type Challenge = Answer["challenges"]["edges"][number]["node"];

/** Goals with the way that is left, those nearest the goal first, and what was reached. */
export async function MemberChallenges({ answer }: { answer: Answer }) {
  const t = await getTranslations("challenges");
  const challenges = answer.challenges.edges.map(({ node }) => node).toSorted((a, b) => nearness(b) - nearness(a));
  return (
    <>
      <PageHead title={t("title")} lead={t("lead")} />
      <div className="grid gap-6">
        {challenges.length === 0 ? (
          <Panel>
            <Empty
              title={t("emptyTitle")}
              action={
                <ButtonLink href="/me/offers" look="primary">
                  {t("toShop")}
                </ButtonLink>
              }
            >
              {t("emptyText")}
            </Empty>
          </Panel>
        ) : null}
        <div className="grid gap-4">
          {challenges.map((challenge) => (
            <ChallengeCard key={challenge.id} challenge={challenge} />
          ))}
        </div>
        <Badges reached={answer.reachedChallenges.edges.map(({ node }) => node)} />
        <p className="text-ink-faint text-sm">{t("rule")}</p>
      </div>
    </>
  );
}

/** What is reached already needs nothing more, and stands last. */
const nearness = ({ myProgress: progress }: Challenge) => (progress?.isAwarded ? -1 : (progress?.share ?? 0));

async function ChallengeCard({ challenge }: { challenge: Challenge }) {
  const t = await getTranslations("challenges");
  const texts = await getTexts();
  const { myProgress: progress, badge, goalKind, partner } = challenge;
  const isReached = progress?.isAwarded === true;
  const name = said(challenge.name, texts.locale);
  return (
    <article className={classes("panel px-5 py-5", isReached && "border-good/60")} aria-label={name}>
      <div className="flex gap-4">
        <BadgeSign icon={badge?.icon} size="normal" look={isReached ? "won" : "soft"} />
        <div className="min-w-0 grow">
          <div className="flex flex-wrap items-start justify-between gap-x-3 gap-y-1">
            <h2 className="min-w-0 font-semibold text-lg leading-snug tracking-[-0.01em]">{name}</h2>
            {isReached ? (
              <span className="rounded-full bg-good-soft px-2.5 py-0.5 font-medium text-good text-sm">
                {t("reached")}
              </span>
            ) : null}
          </div>
          {partner ? <p className="text-ink-faint text-sm">{t("of", { partner: partner.name })}</p> : null}
          <p className="mt-0.5 text-ink-soft">{said(challenge.description, texts.locale)}</p>
        </div>
      </div>
      <Way challenge={challenge} texts={texts} />
      <ul className="mt-3 flex flex-wrap gap-1.5">
        {(await givesOf(challenge)).map((one) => (
          <li key={one} className="rounded-md bg-sunken px-2 py-0.5 text-ink-soft text-sm">
            {one}
          </li>
        ))}
      </ul>
      {goalKind === "WEEKS" && progress && progress.streak > 0 ? (
        <p className="mt-3 inline-flex items-center gap-1.5 font-medium text-sm">
          <Flame className="size-4 text-accent" aria-hidden="true" />
          {t("streak", { weeks: progress.streak, shown: texts.points(progress.streak) })}
        </p>
      ) : null}
    </article>
  );
}

async function Way({ challenge, texts }: { challenge: Challenge; texts: Texts }) {
  const t = await getTranslations("challenges");
  const { myProgress: progress, goalKind } = challenge;
  const amount = (text: string) =>
    goalKind === "SPEND" ? texts.money({ amount: text, currencyCode: texts.currencyCode }) : texts.decimal(text);
  const goal = amount(challenge.goal);
  const words = t(goalKind, { reached: progress?.isMet ? goal : amount(progress?.reached ?? "0"), goal });
  return (
    <div className="mt-4">
      <ShareBar share={(progress?.share ?? 0) / 100} label={words} />
      <div className="mt-1 flex flex-wrap justify-between gap-x-4 gap-y-0.5 text-sm">
        <span className="figures font-medium">{words}</span>
        <span className="text-ink-faint">{await untilWords(challenge)}</span>
      </div>
    </div>
  );
}

const DAY_MS = 86_400_000;
/** Whatever ends later is told by its date. */
const DAYS_TOLD = 14;

async function untilWords({ period, endsAt, myProgress }: Challenge): Promise<string> {
  const t = await getTranslations("challenges");
  const texts = await getTexts();
  if (period === "EVER" && endsAt === null) return t("noPeriod");
  const last = myProgress?.endsOn;
  if (!last) return "";
  const today = Date.parse(isoDate(texts.wallTime(new Date().toISOString())));
  const days = Math.round((Date.parse(last) - today) / DAY_MS);
  if (days < 0 || days > DAYS_TOLD) return t("until", { at: texts.businessDate(last) });
  return t("daysLeft", { days, shown: texts.points(days) });
}
