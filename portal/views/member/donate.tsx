import { HeartHandshake } from "lucide-react";
import { getTranslations } from "next-intl/server";
import type { MemberOf } from "#portal/lib/member.ts";
import type { AnswerOf } from "#portal/lib/partner.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { DeedDialog } from "#portal/ui/deed-dialog.tsx";
import { PageHead, Panel } from "#portal/ui/page.tsx";
import { Empty } from "#portal/ui/states.tsx";
import { donatePoints, type memberDonations } from "#schema/documents.ts";

type Member = MemberOf<typeof memberDonations>;
type Charity = AnswerOf<typeof memberDonations>["charities"][number];
type DonateProps = { member: Member; charities: readonly Charity[] };

/** Who takes points, what for, and the receipts of what was given. */
export async function DonatePage({ member, charities }: DonateProps) {
  const t = await getTranslations("giving");
  const texts = await getTexts();
  const given = member.donations ?? [];
  const available = member.balance?.available ?? 0;
  return (
    <>
      <PageHead title={t("title")} lead={t("lead", { count: available, points: texts.points(available) })} />
      <div className="grid gap-6">
        {charities.length === 0 ? (
          <Panel>
            <Empty title={t("noneTitle")}>{t("noneText")}</Empty>
          </Panel>
        ) : null}
        {charities.map((charity) => (
          <CharityCard key={charity.partner?.id} charity={charity} />
        ))}
        <Panel title={t("receipts")} note={t("receiptsNote")} flush>
          {given.length === 0 ? (
            <Empty title={t("emptyTitle")}>{t("emptyText")}</Empty>
          ) : (
            <ul>
              {given.map((donation) => (
                <li
                  key={donation.id}
                  className="flex items-baseline justify-between gap-x-4 border-line/70 border-t px-5 py-3"
                >
                  <span>
                    <span className="block font-medium">{donation.charity?.name}</span>
                    <span className="block text-ink-faint text-sm">
                      {texts.instant(donation.donatedAt)} · {t("number")}{" "}
                      <span className="figures">{donation.id.slice(-8)}</span>
                    </span>
                  </span>
                  <span className="shrink-0 text-right">
                    <span className="figures block font-semibold">{texts.points(donation.points)}</span>
                    <span className="block text-ink-faint text-sm">
                      {t("paid", { money: texts.money(donation.paid) })}
                    </span>
                  </span>
                </li>
              ))}
            </ul>
          )}
        </Panel>
      </div>
    </>
  );
}

async function CharityCard({ charity: { partner, purpose } }: { charity: Charity }) {
  const t = await getTranslations("giving");
  const texts = await getTexts();
  if (!partner) return null;
  const words = { en: purpose.en, ru: purpose.ru ?? purpose.en, be: purpose.be ?? purpose.ru ?? purpose.en };
  return (
    <section className="panel flex flex-wrap items-center gap-4 px-6 py-6">
      <span className="grid size-12 shrink-0 place-items-center rounded-xl bg-accent-soft text-accent-strong">
        <HeartHandshake className="size-6" aria-hidden="true" />
      </span>
      <div className="min-w-52 grow">
        <h2 className="font-semibold">{partner.name}</h2>
        <p className="text-ink-soft">{words[texts.locale as keyof typeof words]}</p>
      </div>
      <DeedDialog
        operation={donatePoints}
        input={{ partnerId: partner.id }}
        takes={{ key: true }}
        button={t("give")}
        title={t("giveTo", { name: partner.name })}
        text={t("giveText")}
        fields={[{ kind: "whole", name: "points", label: t("points"), required: true }]}
        confirm={t("give")}
        done={t("given")}
      />
    </section>
  );
}
