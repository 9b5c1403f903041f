import { Gift } from "lucide-react";
import { getTranslations } from "next-intl/server";
import type { AnswerOf } from "#portal/lib/partner.ts";
import { address, type Search } from "#portal/lib/search-params.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { Barcode } from "#portal/ui/barcode.tsx";
import { ButtonLink } from "#portal/ui/button.tsx";
import { DeedDialog } from "#portal/ui/deed-dialog.tsx";
import { PageHead, Panel } from "#portal/ui/page.tsx";
import { ShareBar } from "#portal/ui/share-bar.tsx";
import { Empty } from "#portal/ui/states.tsx";
import { Status } from "#portal/ui/status.tsx";
import { said } from "#portal/views/shared/campaigns/words.ts";
import { cancelRewardOrder, type memberRewards, orderReward } from "#schema/documents.ts";

type Answer = AnswerOf<typeof memberRewards>;
type Reward = Answer["rewards"]["edges"][number]["node"];
type Order = Answer["before"]["edges"][number]["node"];

const PATH = "/me/rewards";

/** What points can be ordered for; what waits at a counter stands first, with its code. */
export async function MemberRewards({ answer, search }: { answer: Answer; search: Search }) {
  const t = await getTranslations("rewards");
  const texts = await getTexts();
  const waiting = answer.waiting.edges.map(({ node }) => node);
  const before = answer.before.edges.map(({ node }) => node);
  const rewards = answer.rewards.edges.map(({ node }) => node);
  const available = answer.viewer?.__typename === "MemberViewer" ? (answer.viewer.member.balance?.available ?? 0) : 0;
  return (
    <>
      <PageHead title={t("title")} lead={t("lead")} />
      <div className="grid gap-6">
        {waiting.map((order) => (
          <Waiting key={order.id} order={order} />
        ))}
        <section>
          <p className="mb-3 text-ink-soft">
            {t("youHave")} <strong className="figures text-ink">{texts.points(available)}</strong> {t("points")}
          </p>
          {rewards.length === 0 ? (
            <Panel>
              <Empty title={t("emptyTitle")}>{t("emptyText")}</Empty>
            </Panel>
          ) : (
            <div className="grid gap-4 sm:grid-cols-2">
              {rewards.map((reward) => (
                <RewardCard key={reward.id} reward={reward} available={available} />
              ))}
            </div>
          )}
          <More page={answer.rewards.pageInfo} name="after" search={search} />
        </section>
        {before.length > 0 ? <Before orders={before} /> : null}
        <More page={answer.before.pageInfo} name="orders" search={search} />
      </div>
    </>
  );
}

type MoreProps = { page: Answer["rewards"]["pageInfo"]; name: "after" | "orders"; search: Search };

async function More({ page, name, search }: MoreProps) {
  const t = await getTranslations("offers");
  if (!page.hasNextPage) return null;
  return (
    <div className="mt-6 text-center">
      <ButtonLink href={address(PATH, search, { [name]: page.endCursor })} className="h-11">
        {t("more")}
      </ButtonLink>
    </div>
  );
}

async function RewardCard({ reward, available }: { reward: Reward; available: number }) {
  const t = await getTranslations("rewards");
  const texts = await getTexts();
  const isGone = reward.stockLeft !== null && reward.stockLeft <= 0;
  const missing = reward.points - available;
  return (
    <article className="panel flex h-full flex-col px-5 pt-4 pb-5" aria-label={said(reward.name, texts.locale)}>
      <div className="flex items-start justify-between gap-3">
        <span className="eyebrow">{reward.partner?.name}</span>
        <Gift className="size-4 text-accent" aria-hidden="true" />
      </div>
      <h3 className="mt-2 font-semibold text-xl leading-snug tracking-[-0.02em]">{said(reward.name, texts.locale)}</h3>
      <p className="mt-0.5 text-ink-soft">{said(reward.description, texts.locale)}</p>
      <div className="mt-auto pt-4">
        {missing > 0 && !isGone ? (
          <ShareBar
            share={available / reward.points}
            label={t("short", { count: missing, missing: texts.points(missing) })}
          />
        ) : null}
        <div className="mt-2 flex flex-wrap items-center justify-between gap-3">
          <span>
            <strong className="figures font-semibold text-lg">{texts.points(reward.points)}</strong>{" "}
            <span className="text-ink-faint text-sm">{t("points")}</span>
            {reward.stockLeft !== null && !isGone ? (
              <span className="block text-ink-faint text-sm">
                {t("left", { left: reward.stockLeft, shown: texts.points(reward.stockLeft) })}
              </span>
            ) : null}
          </span>
          {isGone ? <span className="text-ink-faint">{t("soldOut")}</span> : null}
          {!isGone && missing > 0 ? (
            <span className="text-ink-faint text-sm">
              {t("short", { count: missing, missing: texts.points(missing) })}
            </span>
          ) : null}
          {!isGone && missing <= 0 ? <OrderButton reward={reward} available={available} /> : null}
        </div>
      </div>
    </article>
  );
}

async function OrderButton({ reward, available }: { reward: Reward; available: number }) {
  const t = await getTranslations("rewards");
  const texts = await getTexts();
  const partner = reward.partner?.name ?? "";
  return (
    <DeedDialog
      operation={orderReward}
      input={{ rewardId: reward.id }}
      takes={{ key: true }}
      button={t("order")}
      title={t("orderTitle", { name: said(reward.name, texts.locale) })}
      text={t("orderText", {
        points: texts.points(reward.points),
        partner,
        days: reward.collectDays,
        shown: texts.points(reward.collectDays),
      })}
      changes={[{ name: t("points"), before: texts.points(available), after: texts.points(available - reward.points) }]}
      confirm={t("orderNow")}
      done={t("ordered")}
    />
  );
}

/** An order as the member shows it: the code large enough to be read across a counter. */
async function Waiting({ order }: { order: Order }) {
  const t = await getTranslations("rewards");
  const texts = await getTexts();
  const code = order.code ?? "";
  const name = order.reward ? said(order.reward.name, texts.locale) : "";
  return (
    <article className="panel overflow-hidden" aria-label={name}>
      <div className="flex flex-wrap items-start justify-between gap-3 px-5 pt-5 pb-4">
        <div>
          <span className="eyebrow">{t("show", { partner: order.reward?.partner?.name ?? "" })}</span>
          <h2 className="mt-0.5 font-semibold text-xl tracking-[-0.02em]">{name}</h2>
        </div>
        <Status state={order.state} />
      </div>
      <div className="grid justify-items-center gap-2 border-line border-t border-dashed bg-sunken/50 px-5 py-5">
        <Barcode text={code} label={`${code.slice(0, 4)} ${code.slice(4)}`} />
        <span className="figures font-semibold text-3xl tracking-[0.12em]">
          {code.slice(0, 4)} {code.slice(4)}
        </span>
      </div>
      <div className="flex flex-wrap items-center justify-between gap-3 px-5 py-3">
        <span className="text-ink-faint text-sm">{t("until", { at: texts.instant(order.lapsesAt) })}</span>
        <DeedDialog
          operation={cancelRewardOrder}
          input={{ rewardOrderId: order.id }}
          takes={{ reason: "required" }}
          look="quiet"
          size="small"
          button={t("cancel")}
          title={t("cancel")}
          text={t("cancelText")}
          confirm={t("cancel")}
          done={t("cancelled")}
        />
      </div>
    </article>
  );
}

async function Before({ orders }: { orders: Order[] }) {
  const t = await getTranslations("rewards");
  const texts = await getTexts();
  return (
    <Panel title={t("history")} flush>
      <ul>
        {orders.map((order) => (
          <li
            key={order.id}
            className="flex flex-wrap items-center justify-between gap-3 border-line/70 border-t px-5 py-3"
          >
            <span>
              <span className="block font-medium">{order.reward ? said(order.reward.name, texts.locale) : ""}</span>
              <span className="block text-ink-faint text-sm">
                {texts.date(order.collectedAt ?? order.cancelledAt ?? order.orderedAt)} · {texts.points(order.points)}{" "}
                {t("points")}
              </span>
            </span>
            <Status state={order.state} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
