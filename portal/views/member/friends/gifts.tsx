import { getTranslations } from "next-intl/server";
import type { MemberOf } from "#portal/lib/member.ts";
import type { AnswerOf } from "#portal/lib/partner.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { DeedDialog } from "#portal/ui/deed-dialog.tsx";
import { PageHead, Panel } from "#portal/ui/page.tsx";
import { Empty } from "#portal/ui/states.tsx";
import { ClubPool } from "#portal/views/member/friends/club-pool.tsx";
import { Household, OpenHousehold } from "#portal/views/member/friends/household.tsx";
import { HistoryList } from "#portal/views/member/history-list.tsx";
import { type memberPools, transferPoints } from "#schema/documents.ts";

export type GiftsMember = MemberOf<typeof memberPools>;
type GiftsProps = { member: GiftsMember; policy: AnswerOf<typeof memberPools>["spendPolicy"] };

type Place = NonNullable<GiftsMember["pools"]>[number]["places"][number];

const isIn = ({ isViewer, state }: Place) => isViewer && state === "JOINED";

/** Points for somebody else, and points that a household spends together. */
export async function GiftsPage({ member, policy }: GiftsProps) {
  const t = await getTranslations("sharing");
  const texts = await getTexts();
  const pools = member.pools ?? [];
  const households = pools.filter(({ kind }) => kind === "HOUSEHOLD");
  const rows = member.history.edges.map(({ node }) => node);
  const most = policy?.giftDayMost ?? null;
  return (
    <>
      <PageHead title={t("title")} lead={t("lead")} />
      <div className="grid gap-6">
        <section className="panel flex flex-wrap items-center justify-between gap-4 px-6 py-6">
          <div>
            <h2 className="eyebrow">{t("youHave")}</h2>
            <p className="mt-1 font-semibold text-4xl tracking-[-0.03em]">
              {texts.points(member.balance?.available ?? 0)}
            </p>
            {most === null ? null : (
              <p className="mt-1 text-ink-faint text-sm">{t("dayMost", { most: texts.points(most) })}</p>
            )}
          </div>
          <Send />
        </section>
        {households.map((pool) => (
          <Household key={pool.id} pool={pool} />
        ))}
        {households.some(({ places }) => places.some(isIn)) ? null : <OpenHousehold />}
        {pools.map((pool) => (pool.kind === "CLUB" ? <ClubPool key={pool.id} pool={pool} /> : null))}
        <Panel title={t("latest")} flush>
          {rows.length > 0 ? (
            <HistoryList rows={rows} dated />
          ) : (
            <Empty title={t("emptyTitle")}>{t("emptyText")}</Empty>
          )}
        </Panel>
      </div>
    </>
  );
}

async function Send() {
  const t = await getTranslations("sharing");
  return (
    <DeedDialog
      operation={transferPoints}
      input={{}}
      takes={{ key: true }}
      button={t("send")}
      title={t("send")}
      text={t("sendText")}
      fields={[
        { kind: "text", name: "to.phone", label: t("phone"), hint: t("phoneHint"), required: true },
        { kind: "whole", name: "points", label: t("points"), required: true },
        { kind: "text", name: "reason", label: t("message"), hint: t("messageHint") },
      ]}
      confirm={t("sendNow")}
      done={t("sent")}
    />
  );
}
