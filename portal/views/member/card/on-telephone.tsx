import { getTranslations } from "next-intl/server";
import type { AnswerOf } from "#portal/lib/partner.ts";
import { buttonClass } from "#portal/ui/button.tsx";
import { Panel } from "#portal/ui/page.tsx";
import type { memberCards } from "#schema/documents.ts";

type OnTelephoneProps = { cardId: string; wallets: AnswerOf<typeof memberCards>["telephoneWallets"] };

/** The ways to a telephone's wallet that this hub has; nothing where it has none. */
export async function OnTelephone({ cardId, wallets }: OnTelephoneProps) {
  const t = await getTranslations("telephone");
  const ways = (["apple", "google"] as const).filter((way) => wallets[way]);
  if (ways.length === 0) return null;
  return (
    <Panel title={t("title")} note={t("note")}>
      <div className="flex flex-wrap gap-2">
        {ways.map((way) => (
          <a
            key={way}
            href={`/files/passes/${way}/${cardId}`}
            className={buttonClass({ look: "secondary" }, "min-h-11")}
          >
            {t(way)}
          </a>
        ))}
      </div>
    </Panel>
  );
}
