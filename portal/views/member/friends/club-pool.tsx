import { PiggyBank } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { getTexts } from "#portal/lib/texts.ts";
import { Panel } from "#portal/ui/page.tsx";
import { MovePoints, type Pool } from "#portal/views/member/friends/household.tsx";
import { said } from "#portal/views/shared/campaigns/words.ts";

/** What a club of the member's fills together: how much there is, what of it is theirs to take, and its rule. */
export async function ClubPool({ pool }: { pool: Pool }) {
  const t = await getTranslations("sharing");
  const texts = await getTexts();
  const { club, shareLeft } = pool;
  const name = club ? said(club.name, texts.locale) : pool.name;
  return (
    <Panel
      title={name}
      note={t("clubPoolOf", { house: club?.partner?.name ?? t("coalition") })}
      aside={<PiggyBank className="size-5 text-ink-faint" aria-hidden="true" />}
    >
      <p className="font-semibold text-4xl tracking-[-0.03em]">{texts.points(pool.points)}</p>
      <p className="text-ink-soft">
        {shareLeft === null
          ? t("inClubPool", { count: pool.points })
          : t("shareLeft", { points: texts.points(shareLeft) })}
      </p>
      <p className="my-4 max-w-[60ch] text-ink-soft text-sm">{t(`onLeaving_${pool.onLeaving}`)}</p>
      <div className="flex flex-wrap gap-2">
        <MovePoints pool={pool} putText={t(`putClub_${pool.onLeaving}`)} takeText={t("takeClubText")} />
      </div>
    </Panel>
  );
}
