import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import type { AnswerOf } from "#portal/lib/partner.ts";
import type { Texts } from "#portal/lib/texts.ts";
import { Facts, Panel } from "#portal/ui/page.tsx";
import { said } from "#portal/views/shared/campaigns/words.ts";
import type { publicDraw } from "#schema/documents.ts";

type Draw = Omit<NonNullable<AnswerOf<typeof publicDraw>["draw"]>, "winners" | "timeZone" | "currencyCode">;

/** What a draw promises: prizes, organiser, times and rules. */
export async function DrawTerms({ draw, texts }: { draw: Draw; texts: Texts }) {
  const t = await getTranslations("drawPage");
  const draws = await getTranslations("draws");
  const facts: [ReactNode, ReactNode][] = [
    [t("organiser"), `${draw.organiserName}, ${draw.organiserAddress}`],
    [t("registration"), draw.registrationNumber],
  ];
  const until = texts.instant(draw.closesAt);
  const from = draw.openedAt ? texts.instant(draw.openedAt) : null;
  facts.push([t("period"), from ? t("periodOf", { from, until }) : draws("closes", { at: until })]);
  if (draw.drawnAt) facts.push([t("drawnAt"), texts.instant(draw.drawnAt)]);
  if (draw.ticketCount !== null) facts.push([t("ticketsInAll"), texts.points(draw.ticketCount)]);
  if (draw.holderCount !== null) facts.push([t("holders"), texts.points(draw.holderCount)]);
  if (draw.publicSource) facts.push([t("publicSource"), said(draw.publicSource, texts.locale)]);
  const holds = [
    draw.onePrizePerHolder ? t("oncePer") : null,
    draw.excludesStaff ? t("staffOut") : null,
    draw.ticketsPerMember === null ? null : t("capped", { most: texts.points(draw.ticketsPerMember) }),
  ].filter((line) => line !== null);
  return (
    <>
      <Panel title={draws("prizes")}>
        <ul className="grid gap-2">
          {draw.prizes.map((prize) => (
            <li key={prize.name.en} className="flex items-baseline justify-between gap-4">
              <span className="font-medium">
                {said(prize.name, texts.locale)}
                {prize.worth ? (
                  <span className="ml-2 font-normal text-ink-faint text-sm">
                    {draws("worth", { money: texts.money({ amount: prize.worth, currencyCode: texts.currencyCode }) })}
                  </span>
                ) : null}
              </span>
              <span className="figures text-ink-soft">× {texts.points(prize.quantity)}</span>
            </li>
          ))}
        </ul>
      </Panel>
      <Panel>
        <Facts facts={facts} />
      </Panel>
      <Panel title={t("rules")}>
        <p className="whitespace-pre-line text-ink-soft">{said(draw.rules, texts.locale)}</p>
        <ul className="mt-3 grid gap-1 text-ink-soft text-sm">
          {holds.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </Panel>
    </>
  );
}
