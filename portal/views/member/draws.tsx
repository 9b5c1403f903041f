import { Gift, ShieldCheck, Ticket, Trophy } from "lucide-react";
import { getTranslations } from "next-intl/server";
import type { AnswerOf } from "#portal/lib/partner.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { ButtonLink } from "#portal/ui/button.tsx";
import { DeedDialog } from "#portal/ui/deed-dialog.tsx";
import { PageHead, Panel } from "#portal/ui/page.tsx";
import { Empty } from "#portal/ui/states.tsx";
import { Status } from "#portal/ui/status.tsx";
import { said } from "#portal/views/shared/campaigns/words.ts";
import { enterDraw, type memberDraws } from "#schema/documents.ts";

type Answer = AnswerOf<typeof memberDraws>;
type Draw = Answer["draws"]["edges"][number]["node"];

/** What can be won and with what chance; who won before, and where to check it. */
export async function MemberDraws({ answer }: { answer: Answer }) {
  const t = await getTranslations("draws");
  const draws = answer.draws.edges.map(({ node }) => node);
  const open = draws.filter(({ state }) => state === "OPEN");
  const past = draws.filter(({ state }) => state !== "OPEN");
  const viewer = answer.viewer?.__typename === "MemberViewer" ? answer.viewer.member : null;
  return (
    <>
      <PageHead title={t("title")} lead={t("lead")} />
      {draws.length === 0 ? (
        <Panel>
          <Empty title={t("emptyTitle")}>{t("emptyText")}</Empty>
        </Panel>
      ) : null}
      <div className="grid gap-6">
        {open.map((draw) => (
          <OpenDraw key={draw.id} draw={draw} available={viewer?.balance?.available ?? 0} />
        ))}
        {past.length > 0 ? (
          <section>
            <h2 className="mb-3 font-semibold text-lg tracking-[-0.01em]">{t("past")}</h2>
            <div className="grid gap-4">
              {past.map((draw) => (
                <PastDraw key={draw.id} draw={draw} />
              ))}
            </div>
          </section>
        ) : null}
      </div>
    </>
  );
}

async function OpenDraw({ draw, available }: { draw: Draw; available: number }) {
  const t = await getTranslations("draws");
  const texts = await getTexts();
  const mine = draw.myTickets?.count ?? 0;
  return (
    <article className="panel overflow-hidden" aria-label={said(draw.name, texts.locale)}>
      <div className="bg-accent px-5 pt-5 pb-6 text-on-accent">
        <div className="flex items-center justify-between gap-3">
          <p className="font-medium">{said(draw.name, texts.locale)}</p>
          <p className="text-sm opacity-90">{t("closes", { at: texts.instant(draw.closesAt) })}</p>
        </div>
        <p className="mt-4 flex items-center gap-3 font-semibold text-3xl tracking-[-0.03em]">
          <Ticket className="size-8" aria-hidden="true" />
          {mine > 0 ? t("yourTickets", { count: mine, shown: texts.points(mine) }) : t("noTickets")}
        </p>
        <p className="mt-1.5 opacity-90">{await oddsOf(draw)}</p>
      </div>
      <div className="grid gap-5 px-5 py-5">
        <ul className="grid gap-2">
          {draw.prizes.map((prize) => (
            <li key={prize.name.en} className="flex items-center gap-3">
              <Gift className="size-4 shrink-0 text-accent" aria-hidden="true" />
              <span className="grow">{said(prize.name, texts.locale)}</span>
              <span className="figures text-ink-faint">× {texts.points(prize.quantity)}</span>
            </li>
          ))}
        </ul>
        <div className="flex flex-wrap gap-2">
          {draw.ticketPrice === null ? null : <Enter draw={draw} price={draw.ticketPrice} available={available} />}
          <CheckLink draw={draw} />
        </div>
        <p className="text-ink-faint text-sm">
          {t("promise")}
          <span className="figures mt-0.5 block [overflow-wrap:anywhere]">{draw.seedHash}</span>
        </p>
      </div>
    </article>
  );
}

async function oddsOf({ myTickets }: Draw): Promise<string> {
  const t = await getTranslations("draws");
  const texts = await getTexts();
  const { count = 0, total = 0 } = myTickets ?? {};
  if (count === 0) return "";
  if (count >= total) return t("oddsSure", { total: texts.points(total) });
  return t("odds", { total: texts.points(total), of: texts.points(Math.max(2, Math.round(total / count))) });
}

async function Enter({ draw, price, available }: { draw: Draw; price: number; available: number }) {
  const t = await getTranslations("draws");
  const texts = await getTexts();
  const most = draw.ticketsPerMember;
  return (
    <DeedDialog
      operation={enterDraw}
      input={{ drawId: draw.id }}
      takes={{ key: true }}
      button={t("enter")}
      title={t("enterTitle")}
      text={t("enterText", { price: texts.points(price), available: texts.points(available) })}
      fields={[
        {
          kind: "whole",
          name: "tickets",
          label: t("tickets"),
          required: true,
          value: "1",
          ...(most === null ? {} : { hint: t("capped", { most: texts.points(most) }) }),
        },
      ]}
      confirm={t("enterNow")}
      done={t("entered")}
    />
  );
}

async function CheckLink({ draw }: { draw: Draw }) {
  const t = await getTranslations("draws");
  return (
    <ButtonLink href={`/draws/${draw.id}`}>
      <ShieldCheck className="size-4" aria-hidden="true" />
      {t("check")}
    </ButtonLink>
  );
}

async function PastDraw({ draw }: { draw: Draw }) {
  const t = await getTranslations("draws");
  const texts = await getTexts();
  const prizeOf = (at: number) => said(draw.prizes[at]?.name ?? draw.name, texts.locale);
  const won = draw.winners.find(({ isMine }) => isMine);
  return (
    <Panel
      title={said(draw.name, texts.locale)}
      note={t("closed", { at: texts.date(draw.closesAt) })}
      aside={<Status state={draw.state} />}
    >
      {won ? (
        <p className="mb-4 flex items-center gap-3 rounded-lg bg-good-soft px-4 py-3 font-semibold text-good">
          <Trophy className="size-5" aria-hidden="true" />
          {t("won", { prize: prizeOf(won.prize) })}
        </p>
      ) : null}
      {draw.winners.length > 0 ? (
        <ul className="grid gap-1.5 text-ink-soft">
          {draw.winners.map(({ place, prize, holder, initial }) => (
            <li key={place}>
              {t("winnerLine", { prize: prizeOf(prize), holder: texts.points(holder), initial: ` (${initial}…)` })}
            </li>
          ))}
        </ul>
      ) : (
        <p className="text-ink-soft">{t("waiting")}</p>
      )}
      <div className="mt-4 flex flex-wrap items-center justify-between gap-3">
        <span className="text-ink-faint text-sm">
          {draw.myTickets?.holder ? t("yourNumber", { holder: texts.points(draw.myTickets.holder) }) : null}
        </span>
        <CheckLink draw={draw} />
      </div>
    </Panel>
  );
}
