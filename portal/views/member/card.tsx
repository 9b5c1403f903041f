import { getTranslations } from "next-intl/server";
import type { MemberOf } from "#portal/lib/member.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { readViewer } from "#portal/lib/viewer.ts";
import { Barcode } from "#portal/ui/barcode.tsx";
import { Mark } from "#portal/ui/mark.tsx";
import { PageHead, Panel } from "#portal/ui/page.tsx";
import { Empty } from "#portal/ui/states.tsx";
import { Status } from "#portal/ui/status.tsx";
import type { memberCards } from "#schema/documents.ts";

type Member = MemberOf<typeof memberCards>;

/** The card as a till wants to see it, large and dark on light. */
export async function MemberCard({ member }: { member: Member }) {
  const t = await getTranslations("member");
  const texts = await getTexts();
  const cards = member.cards ?? [];
  const active = cards.find(({ status, number }) => status === "ACTIVE" && number !== null);
  return (
    <>
      <PageHead title={t("cardTitle")} lead={t("cardLead")} />
      <div className="grid gap-6">
        {active?.number ? (
          <PlasticCard number={active.number} name={member.name ?? ""} />
        ) : (
          <Panel>
            <Empty title={t("noCardTitle")}>{t("noCardText")}</Empty>
          </Panel>
        )}
        {cards.length > 1 ? (
          <Panel title={t("allCards")}>
            <ul>
              {cards.map((card) => (
                <li
                  key={card.id}
                  className="flex items-center justify-between gap-4 border-line/70 border-b py-2.5 last:border-0"
                >
                  <span>
                    <span className="figures block">•••• {card.lastDigits}</span>
                    <span className="block text-ink-faint text-sm">
                      {t(`card${card.form}`)} · {t("issued")} {texts.date(card.issuedAt)}
                    </span>
                  </span>
                  <Status state={card.status} />
                </li>
              ))}
            </ul>
          </Panel>
        ) : null}
      </div>
    </>
  );
}

async function PlasticCard({ number, name }: { number: string; name: string }) {
  const t = await getTranslations("member");
  const { programme } = await readViewer();
  return (
    <section
      aria-label={t("cardTitle")}
      className="relative mx-auto w-full max-w-md overflow-hidden rounded-3xl p-6 text-white shadow-xl"
      style={{ background: "linear-gradient(150deg, var(--card-from), var(--card-to))" }}
    >
      <Ornament />
      <div className="relative flex items-center gap-3">
        <Mark className="size-9" />
        <span className="font-semibold text-lg tracking-[-0.01em]">{programme.name}</span>
      </div>
      <p className="relative mt-8 mb-5 text-lg">{name}</p>
      <div className="relative">
        <Barcode text={number} label={t("barcode", { number })} />
        <p className="figures mt-4 text-center text-xl tracking-[0.14em]">{number.replace(/(\d{4})(?=\d)/g, "$1 ")}</p>
      </div>
    </section>
  );
}

/** The rhomb of the sign, woven. */
function Ornament() {
  return (
    <svg aria-hidden="true" className="absolute inset-0 size-full opacity-[0.09]">
      <defs>
        <pattern id="weave" width="28" height="28" patternUnits="userSpaceOnUse">
          <path d="M14 2 26 14 14 26 2 14zM14 9l5 5-5 5-5-5z" fill="none" stroke="#fff" strokeWidth="1.5" />
        </pattern>
      </defs>
      <rect width="100%" height="100%" fill="url(#weave)" />
    </svg>
  );
}
