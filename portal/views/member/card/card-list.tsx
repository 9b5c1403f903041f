import { getTranslations } from "next-intl/server";
import { getTexts } from "#portal/lib/texts.ts";
import { DeedDialog } from "#portal/ui/deed-dialog.tsx";
import { Panel } from "#portal/ui/page.tsx";
import { Status } from "#portal/ui/status.tsx";
import type { CardMember } from "#portal/views/member/card.tsx";
import { blockCard, replaceCard } from "#schema/documents.ts";

type Card = NonNullable<CardMember["cards"]>[number];

/** Every card there was; a lost one is blocked at once, and a new one takes its place. */
export async function CardList({ cards }: { cards: readonly Card[] }) {
  const t = await getTranslations("member");
  const texts = await getTexts();
  return (
    <Panel title={t("allCards")}>
      <ul>
        {cards.map((card) => (
          <li
            key={card.id}
            className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-line/70 border-b py-2.5 last:border-0"
          >
            <span>
              <span className="figures block">•••• {card.lastDigits}</span>
              <span className="block text-ink-faint text-sm">
                {t(`card${card.form}`)} · {t("issued")} {texts.date(card.issuedAt)}
              </span>
            </span>
            <span className="flex items-center gap-2">
              <Status state={card.status} />
              {card.status === "ACTIVE" ? <Lost card={card} /> : null}
              {card.status === "BLOCKED" ? <Replace card={card} /> : null}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

async function Lost({ card }: { card: Card }) {
  const t = await getTranslations("eCard");
  return (
    <DeedDialog
      operation={blockCard}
      input={{ cardId: card.id }}
      takes={{ reason: "required" }}
      look="secondary"
      size="small"
      button={t("lost")}
      title={t("lostTitle", { digits: card.lastDigits })}
      text={t("lostText")}
      confirm={t("block")}
      done={t("blocked")}
    />
  );
}

async function Replace({ card }: { card: Card }) {
  const t = await getTranslations("eCard");
  return (
    <DeedDialog
      operation={replaceCard}
      input={{ cardId: card.id, form: "ELECTRONIC" }}
      takes={{ reason: "required", key: true }}
      look="primary"
      size="small"
      button={t("replace")}
      title={t("replaceTitle", { digits: card.lastDigits })}
      text={t("replaceText")}
      confirm={t("replace")}
      done={t("replaced")}
    />
  );
}
