import { Gift, Ticket } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { getTexts } from "#portal/lib/texts.ts";
import { DeedDialog } from "#portal/ui/deed-dialog.tsx";
import { CheckLink } from "#portal/views/member/draws/check-link.tsx";
import type { Draw } from "#portal/views/member/draws/draws.tsx";
import { entryOf } from "#portal/views/member/draws/entry.ts";
import { said } from "#portal/views/shared/campaigns/words.ts";
import { enterDraw } from "#schema/documents.ts";

/** A draw that takes tickets: how many are one's own, with what chance, and what there is to win. */
export async function OpenDraw({ draw, available }: { draw: Draw; available: number }) {
  const t = await getTranslations("draws");
  const texts = await getTexts();
  const mine = draw.myTickets?.count ?? 0;
  const name = said(draw.name, texts.locale);
  return (
    <article className="panel overflow-hidden" aria-label={name}>
      <div className="bg-accent px-5 pt-5 pb-6 text-on-accent">
        <div className="flex flex-wrap items-baseline justify-between gap-x-3 gap-y-0.5">
          <h2 className="font-semibold text-lg">{name}</h2>
          <p className="text-sm opacity-90">{t("closes", { at: texts.instant(draw.closesAt) })}</p>
        </div>
        <p className="mt-4 flex items-center gap-3 font-semibold text-3xl leading-tight tracking-[-0.03em]">
          <Ticket className="size-8 shrink-0" aria-hidden="true" />
          {mine > 0 ? t("yourTickets", { count: mine, shown: texts.points(mine) }) : t("noTickets")}
        </p>
        <p className="mt-1.5 opacity-90">{await oddsOf(draw)}</p>
      </div>
      <div className="grid gap-5 px-5 py-5">
        <Prizes prizes={draw.prizes} />
        <div className="flex flex-wrap gap-2">
          {draw.ticketPrice === null ? null : <Enter draw={draw} price={draw.ticketPrice} available={available} />}
          <CheckLink id={draw.id} />
        </div>
        <details className="text-ink-faint text-sm">
          <summary className="min-h-6 cursor-pointer">{t("promise")}</summary>
          <p className="mt-1.5">{t("promiseText")}</p>
          <p className="figures mt-1 [overflow-wrap:anywhere]">{draw.seedHash}</p>
        </details>
      </div>
    </article>
  );
}

async function Prizes({ prizes }: Pick<Draw, "prizes">) {
  const t = await getTranslations("draws");
  const texts = await getTexts();
  const worthOf = (amount: string) => texts.money({ amount, currencyCode: texts.currencyCode });
  return (
    <ul className="grid gap-2.5">
      {prizes.map(({ name, quantity, worth }) => (
        <li key={name.en} className="flex items-start gap-3">
          <Gift className="mt-1 size-4 shrink-0 text-accent" aria-hidden="true" />
          <span className="min-w-0 grow">
            {said(name, texts.locale)}
            {worth ? (
              <span className="block text-ink-faint text-sm">{t("worth", { money: worthOf(worth) })}</span>
            ) : null}
          </span>
          <span className="figures text-ink-faint">× {texts.points(quantity)}</span>
        </li>
      ))}
    </ul>
  );
}

async function oddsOf({ myTickets }: Draw): Promise<string> {
  const t = await getTranslations("draws");
  const texts = await getTexts();
  const { count = 0, total = 0 } = myTickets ?? {};
  if (count === 0) return total > 0 ? t("othersTickets", { total: texts.points(total) }) : "";
  if (count >= total) return t("oddsSure", { total: texts.points(total) });
  return t("odds", { total: texts.points(total), of: texts.points(Math.max(2, Math.round(total / count))) });
}

type EnterProps = { draw: Draw; price: number; available: number };

async function Enter({ draw, price, available }: EnterProps) {
  const t = await getTranslations("draws");
  const texts = await getTexts();
  const most = draw.ticketsPerMember;
  const tickets = { kind: "whole", name: "tickets", label: t("tickets"), required: true, value: "1" } as const;
  const entry = entryOf({ price, most, held: draw.myTickets?.count ?? 0, available });
  if (entry === "FULL") return <Instead>{t("full", { most: texts.points(most ?? 0) })}</Instead>;
  if (entry === "TOO_FEW") return <Instead>{t("tooFew", { count: price, price: texts.points(price) })}</Instead>;
  return (
    <DeedDialog
      operation={enterDraw}
      input={{ drawId: draw.id }}
      takes={{ key: true }}
      button={t("enter")}
      title={t("enterTitle")}
      text={t("enterText", { count: price, price: texts.points(price), available: texts.points(available) })}
      fields={[most === null ? tickets : { ...tickets, hint: t("capped", { most: texts.points(most) }) }]}
      confirm={t("enterNow")}
      done={t("entered")}
    />
  );
}

const Instead = ({ children }: { children: string }) => (
  <p className="self-center text-ink-faint text-sm">{children}</p>
);
