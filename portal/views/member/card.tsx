import { getTranslations } from "next-intl/server";
import type { MemberOf } from "#portal/lib/member.ts";
import type { AnswerOf } from "#portal/lib/partner.ts";
import { readViewer } from "#portal/lib/viewer.ts";
import { Barcode } from "#portal/ui/barcode.tsx";
import { Mark } from "#portal/ui/mark.tsx";
import { PageHead, Panel } from "#portal/ui/page.tsx";
import { Empty } from "#portal/ui/states.tsx";
import { Tabs } from "#portal/ui/tabs.tsx";
import { CardList } from "#portal/views/member/card/card-list.tsx";
import { GuardPanel } from "#portal/views/member/card/guard.tsx";
import { KeepOffline } from "#portal/views/member/card/keep-offline.tsx";
import { OnTelephone } from "#portal/views/member/card/on-telephone.tsx";
import { SpendCode } from "#portal/views/member/card/spend-code.tsx";
import type { memberCards, memberSpendCode } from "#schema/documents.ts";

export type CardMember = MemberOf<typeof memberCards>;
type CardProps = {
  member: CardMember;
  policy: AnswerOf<typeof memberCards>["spendPolicy"];
  wallets: AnswerOf<typeof memberCards>["telephoneWallets"];
  /** Asked for only where it is shown. */
  code: AnswerOf<typeof memberSpendCode>["spendCode"] | null;
  spending: boolean;
};

const PATH = "/me/card";

/** The card as a till wants to see it: the barcode collects, the code that changes spends. */
export async function MemberCard({ member, policy, wallets, code, spending }: CardProps) {
  const t = await getTranslations("member");
  const card = await getTranslations("eCard");
  const cards = member.cards ?? [];
  const active = cards.find(({ status, number }) => status === "ACTIVE" && number !== null);
  return (
    <>
      <PageHead title={t("cardTitle")} lead={t("cardLead")} />
      <Tabs
        label={t("cardTitle")}
        tabs={[
          { href: PATH, name: card("collect"), current: !spending },
          { href: `${PATH}?show=spend`, name: card("spend"), current: spending },
        ]}
      />
      <div className="grid gap-6">
        {!active?.number ? (
          <Panel>
            <Empty title={t("noCardTitle")}>{t("noCardText")}</Empty>
          </Panel>
        ) : spending ? (
          <SpendCode code={code} locked={member.spendGuard?.locked ?? false} />
        ) : (
          <>
            <PlasticCard number={active.number} name={member.name ?? ""} />
            <OnTelephone cardId={active.id} wallets={wallets} />
            <KeepOffline number={active.number} />
          </>
        )}
        {member.spendGuard ? <GuardPanel guard={member.spendGuard} policy={policy} /> : null}
        {cards.length > 0 ? <CardList cards={cards} /> : null}
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
