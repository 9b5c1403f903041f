import { getTranslations } from "next-intl/server";
import type { AnswerOf } from "#portal/lib/partner.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { BadgeSign } from "#portal/ui/badge-sign.tsx";
import { Panel } from "#portal/ui/page.tsx";
import { said } from "#portal/views/shared/campaigns/words.ts";
import type { memberChallenges } from "#schema/documents.ts";

type Reached = AnswerOf<typeof memberChallenges>["reachedChallenges"]["edges"][number]["node"];

/** What a member may show for what they reached; what was reached several times stands once. */
export async function Badges({ reached }: { reached: Reached[] }) {
  const t = await getTranslations("challenges");
  const texts = await getTexts();
  const withBadge = reached.flatMap((one) =>
    one.challenge?.badge ? [{ id: one.challenge.id, at: one.reachedAt, ...one.challenge.badge }] : [],
  );
  const badges = [...Map.groupBy(withBadge, ({ id }) => id).values()];
  return (
    <Panel title={t("badges")}>
      {badges.length === 0 ? <p className="text-ink-soft">{t("noBadges")}</p> : null}
      <ul className="grid grid-cols-[repeat(auto-fill,minmax(7.5rem,1fr))] gap-x-4 gap-y-5">
        {badges.map(([badge, ...before]) =>
          badge ? (
            <li key={badge.id} className="grid content-start justify-items-center gap-1.5 text-center">
              <span className="relative">
                <BadgeSign icon={badge.icon} size="large" look="won" />
                {before.length > 0 ? (
                  <span className="figures absolute -top-1 -right-2 rounded-full border border-line bg-surface px-1.5 font-medium text-xs">
                    ×{texts.points(before.length + 1)}
                  </span>
                ) : null}
              </span>
              <span className="font-medium text-sm leading-tight">{said(badge.name, texts.locale)}</span>
              <span className="text-ink-faint text-xs">{texts.date(badge.at)}</span>
            </li>
          ) : null,
        )}
      </ul>
    </Panel>
  );
}
