import { Trophy } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { getTexts } from "#portal/lib/texts.ts";
import { Panel } from "#portal/ui/page.tsx";
import { Status } from "#portal/ui/status.tsx";
import { CheckLink } from "#portal/views/member/draws/check-link.tsx";
import type { Draw } from "#portal/views/member/draws/draws.tsx";
import { said } from "#portal/views/shared/campaigns/words.ts";

/** A draw that takes no more tickets: what the member won, and who won what. */
export async function PastDraw({ draw }: { draw: Draw }) {
  const t = await getTranslations("draws");
  const texts = await getTexts();
  const won = draw.winners.filter(({ isMine }) => isMine);
  const holder = draw.myTickets?.holder ?? null;
  return (
    <Panel
      title={said(draw.name, texts.locale)}
      note={t("closed", { at: texts.date(draw.closesAt) })}
      aside={<Status state={draw.state} />}
    >
      {won.map(({ place, prize }) => (
        <p
          key={place}
          className="mb-4 flex items-center gap-3 rounded-lg bg-good-soft px-4 py-3 font-semibold text-good"
        >
          <Trophy className="size-5 shrink-0" aria-hidden="true" />
          {t("won", { prize: said(draw.prizes[prize]?.name ?? draw.name, texts.locale) })}
        </p>
      ))}
      {draw.winners.length > 0 ? <Winners draw={draw} /> : <p className="text-ink-soft">{t("waiting")}</p>}
      <div className="mt-4 flex flex-wrap items-center justify-between gap-3">
        <span className="text-ink-faint text-sm">
          {holder === null ? t("notIn") : t("yourNumber", { holder: texts.points(holder) })}
        </span>
        <CheckLink id={draw.id} />
      </div>
    </Panel>
  );
}

/** So many of one prize are named; the rest stand in the protocol. */
const NAMED_MOST = 8;

async function Winners({ draw: { winners, prizes, name } }: { draw: Draw }) {
  const t = await getTranslations("draws");
  const texts = await getTexts();
  const byPrize = [...Map.groupBy(winners, ({ prize }) => prize)];
  return (
    <dl className="grid gap-3">
      {byPrize.map(([prize, who]) => (
        <div key={prize}>
          <dt className="font-medium">{said(prizes[prize]?.name ?? name, texts.locale)}</dt>
          <dd className="mt-1 flex flex-wrap gap-1.5">
            {who.slice(0, NAMED_MOST).map(({ place, holder, initial, isMine }) => (
              <span
                key={place}
                className={`figures rounded-md px-2 py-0.5 text-sm ${isMine ? "bg-good-soft text-good" : "bg-sunken text-ink-soft"}`}
              >
                {isMine
                  ? t("you")
                  : t("holder", { holder: texts.points(holder), initial: initial ? ` · ${initial}.` : "" })}
              </span>
            ))}
            {who.length > NAMED_MOST ? (
              <span className="self-center text-ink-faint text-sm">
                {t("andMore", { count: texts.points(who.length - NAMED_MOST) })}
              </span>
            ) : null}
          </dd>
        </div>
      ))}
    </dl>
  );
}
