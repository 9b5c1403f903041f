import { Compass, Flame, Heart, Leaf, type LucideIcon, Star, Trophy } from "lucide-react";
import { getTranslations } from "next-intl/server";
import type { AnswerOf } from "#portal/lib/partner.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { classes } from "#portal/ui/classes.ts";
import { PageHead, Panel } from "#portal/ui/page.tsx";
import { ShareBar } from "#portal/ui/share-bar.tsx";
import { Empty } from "#portal/ui/states.tsx";
import { said } from "#portal/views/shared/campaigns/words.ts";
import type { memberChallenges } from "#schema/documents.ts";

type Answer = AnswerOf<typeof memberChallenges>;
type Challenge = Answer["challenges"]["edges"][number]["node"];
type Reached = Answer["reachedChallenges"]["edges"][number]["node"];

const icons: Record<string, LucideIcon> = {
  TROPHY: Trophy,
  COMPASS: Compass,
  FLAME: Flame,
  STAR: Star,
  HEART: Heart,
  LEAF: Leaf,
};

/** Goals with the way that is left, and what was reached. */
export async function MemberChallenges({ answer }: { answer: Answer }) {
  const t = await getTranslations("challenges");
  const challenges = answer.challenges.edges.map(({ node }) => node);
  return (
    <>
      <PageHead title={t("title")} lead={t("lead")} />
      <div className="grid gap-6">
        {challenges.length === 0 ? (
          <Panel>
            <Empty title={t("emptyTitle")}>{t("emptyText")}</Empty>
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

async function ChallengeCard({ challenge }: { challenge: Challenge }) {
  const t = await getTranslations("challenges");
  const texts = await getTexts();
  const { myProgress: progress, badge, goalKind } = challenge;
  const Icon = icons[badge?.icon ?? "TROPHY"] ?? Trophy;
  const amount = (text: string) =>
    goalKind === "SPEND" ? texts.money({ amount: text, currencyCode: texts.currencyCode }) : texts.decimal(text);
  const words = t(goalKind, { reached: amount(progress?.reached ?? "0"), goal: amount(challenge.goal) });
  const gives = [
    challenge.points > 0 ? t("gives", { points: texts.points(challenge.points) }) : null,
    badge ? t("badge", { name: said(badge.name, texts.locale) }) : null,
    challenge.tickets > 0
      ? t("givesTickets", { tickets: challenge.tickets, shown: texts.points(challenge.tickets) })
      : null,
  ].filter((one) => one !== null);
  return (
    <article
      className={classes("panel px-5 py-5", progress?.isAwarded && "border-good/60")}
      aria-label={said(challenge.name, texts.locale)}
    >
      <div className="flex gap-4">
        <span className="grid size-12 shrink-0 place-items-center rounded-xl bg-accent-soft text-accent-strong">
          <Icon className="size-6" aria-hidden="true" />
        </span>
        <div className="min-w-0 grow">
          <h2 className="font-semibold text-lg tracking-[-0.01em]">{said(challenge.name, texts.locale)}</h2>
          <p className="text-ink-soft">{said(challenge.description, texts.locale)}</p>
        </div>
        {progress?.isAwarded ? (
          <span className="h-fit rounded-full bg-good-soft px-2.5 py-0.5 font-medium text-good text-sm">
            {t("reached")}
          </span>
        ) : null}
      </div>
      <div className="mt-4">
        <ShareBar share={(progress?.share ?? 0) / 100} label={words} />
        <div className="mt-1 flex flex-wrap justify-between gap-x-4 gap-y-1 text-sm">
          <span className="figures font-medium">{words}</span>
          <span className="text-ink-faint">
            {progress && challenge.period !== "EVER" ? t("until", { at: texts.businessDate(progress.endsOn) }) : null}
          </span>
        </div>
      </div>
      <p className="mt-3 text-ink-soft text-sm">{gives.join(" · ")}</p>
      {goalKind === "WEEKS" && progress && progress.streak > 0 ? (
        <p className="mt-2 inline-flex items-center gap-1.5 font-medium text-sm">
          <Flame className="size-4 text-accent" aria-hidden="true" />
          {t("streak", { weeks: progress.streak, shown: texts.points(progress.streak) })}
        </p>
      ) : null}
    </article>
  );
}

async function Badges({ reached }: { reached: Reached[] }) {
  const t = await getTranslations("challenges");
  const texts = await getTexts();
  const badges = reached.flatMap((one) =>
    one.challenge?.badge ? [{ id: one.id, at: one.reachedAt, ...one.challenge.badge }] : [],
  );
  return (
    <Panel title={t("badges")}>
      {badges.length === 0 ? <p className="text-ink-soft">{t("noBadges")}</p> : null}
      <ul className="grid grid-cols-[repeat(auto-fill,minmax(8rem,1fr))] gap-4">
        {badges.map((badge) => {
          const Icon = icons[badge.icon] ?? Trophy;
          return (
            <li key={badge.id} className="grid justify-items-center gap-1.5 text-center">
              <span className="grid size-16 place-items-center rounded-full bg-accent text-on-accent">
                <Icon className="size-7" aria-hidden="true" />
              </span>
              <span className="font-medium text-sm leading-tight">{said(badge.name, texts.locale)}</span>
              <span className="text-ink-faint text-xs">{texts.date(badge.at)}</span>
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
