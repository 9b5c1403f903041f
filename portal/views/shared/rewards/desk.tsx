import { PackageSearch } from "lucide-react";
import { getTranslations } from "next-intl/server";
import type { AnswerOf } from "#portal/lib/partner.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { buttonClass } from "#portal/ui/button.tsx";
import { DeedButton } from "#portal/ui/deed-button.tsx";
import { DeedDialog } from "#portal/ui/deed-dialog.tsx";
import { fieldClass } from "#portal/ui/field-class.ts";
import { PageHead, Panel } from "#portal/ui/page.tsx";
import { Empty } from "#portal/ui/states.tsx";
import { Status } from "#portal/ui/status.tsx";
import { DataTable } from "#portal/ui/table.tsx";
import { said } from "#portal/views/shared/campaigns/words.ts";
import { Catalogue } from "#portal/views/shared/rewards/catalogue.tsx";
import { AddReward } from "#portal/views/shared/rewards/deeds.tsx";
import {
  cancelRewardOrder,
  handOutReward,
  issueRewardOrder,
  type rewardDesk,
  type rewardOrderByCode,
} from "#schema/documents.ts";

type Answer = AnswerOf<typeof rewardDesk>;
type Found = AnswerOf<typeof rewardOrderByCode>["rewardOrderByCode"];
type DeskProps = { answer: Answer; code: string; found: Found; path: string };

/** The counter: first whoever stands there with a code, then what waits, then the shelf. */
export async function RewardDesk({ answer, code, found, path }: DeskProps) {
  const t = await getTranslations("rewardDesk");
  return (
    <>
      <PageHead title={t("title")} lead={t("lead")} actions={<AddReward />} />
      <div className="grid gap-6">
        <Panel title={t("handOut")}>
          <form action={path} className="flex flex-wrap items-end gap-3">
            <label className="grow basis-64">
              <span className="font-medium">{t("code")}</span>
              <input
                name="code"
                defaultValue={code}
                autoComplete="off"
                autoCapitalize="characters"
                className={`${fieldClass} h-12 text-xl tracking-[0.12em]`}
                aria-describedby="code-hint"
              />
            </label>
            <button type="submit" className={buttonClass({ look: "primary" }, "h-12")}>
              <PackageSearch className="size-4" aria-hidden="true" />
              {t("find")}
            </button>
          </form>
          <p id="code-hint" className="mt-1 text-ink-faint text-sm">
            {t("codeHint")}
          </p>
          <div aria-live="polite">
            {code !== "" && found === null ? <p className="mt-4 font-medium text-bad">{t("notFound")}</p> : null}
            {found ? <AtCounter order={found} code={code} /> : null}
          </div>
        </Panel>
        <Orders orders={answer.rewardOrders.edges.map(({ node }) => node)} />
        <Catalogue rewards={answer.rewards.edges.map(({ node }) => node)} />
      </div>
    </>
  );
}

async function AtCounter({ order, code }: { order: NonNullable<Found>; code: string }) {
  const t = await getTranslations("rewardDesk");
  const texts = await getTexts();
  const name = order.reward ? said(order.reward.name, texts.locale) : "";
  return (
    <div className="mt-5 flex flex-wrap items-center justify-between gap-4 rounded-xl bg-sunken px-5 py-4">
      <div>
        <p className="text-ink-faint text-sm">{t("found")}</p>
        <p className="font-semibold text-xl tracking-[-0.01em]">{name}</p>
        <p className="mt-1 flex flex-wrap items-center gap-2 text-ink-soft text-sm">
          <Status state={order.state} />
          {texts.instant(order.collectedAt ?? order.orderedAt)}
        </p>
      </div>
      {order.state === "ORDERED" || order.state === "ISSUED" ? (
        <DeedDialog
          operation={handOutReward}
          input={{ code }}
          takes={{}}
          button={t("handOutNow")}
          title={name}
          text={t("handOutText", { points: texts.points(order.points) })}
          confirm={t("handOutNow")}
          done={t("handedOut")}
        />
      ) : null}
      {order.state === "COLLECTED" ? (
        <DeedDialog
          operation={cancelRewardOrder}
          input={{ rewardOrderId: order.id }}
          takes={{ reason: "required" }}
          look="secondary"
          button={t("takeBack")}
          title={name}
          text={t("takeBackText")}
          confirm={t("takeBack")}
          done={t("takenBack")}
        />
      ) : null}
    </div>
  );
}

type Order = Answer["rewardOrders"]["edges"][number]["node"];

async function Orders({ orders }: { orders: Order[] }) {
  const t = await getTranslations("rewardDesk");
  const texts = await getTexts();
  const rows = orders.map((order) => ({
    id: order.id,
    cells: {
      name: order.reward ? said(order.reward.name, texts.locale) : "",
      state: <Status state={order.state} />,
      ordered: texts.instant(order.orderedAt),
      lapses: texts.date(order.lapsesAt),
      points: texts.points(order.points),
      deeds: order.state === "ORDERED" || order.state === "ISSUED" ? <OfWaiting order={order} /> : null,
    },
  }));
  const waiting = orders.filter(({ state }) => state === "ORDERED" || state === "ISSUED").length;
  return (
    <Panel title={t("orders")} note={t("waiting", { count: waiting, shown: texts.points(waiting) })} flush>
      <DataTable
        caption={t("orders")}
        columns={[
          { id: "name", name: t("name") },
          { id: "state", name: t("state") },
          { id: "ordered", name: t("ordered") },
          { id: "lapses", name: t("lapses") },
          { id: "points", name: t("points"), align: "end" },
          { id: "deeds", name: t("deeds"), align: "end" },
        ]}
        rows={rows}
        empty={<Empty title={t("noOrders")}>{t("noOrdersText")}</Empty>}
      />
    </Panel>
  );
}

async function OfWaiting({ order: { id: rewardOrderId, state, reward } }: { order: Order }) {
  const t = await getTranslations("rewardDesk");
  const { locale } = await getTexts();
  return (
    <span className="inline-flex flex-wrap justify-end gap-2">
      {state === "ORDERED" ? (
        <DeedButton operation={issueRewardOrder} input={{ rewardOrderId }} size="small" done={t("readyDone")}>
          {t("ready")}
        </DeedButton>
      ) : null}
      <DeedDialog
        operation={cancelRewardOrder}
        input={{ rewardOrderId }}
        takes={{ reason: "required" }}
        look="quiet"
        size="small"
        button={t("cancel")}
        title={reward ? said(reward.name, locale) : t("cancel")}
        text={t("cancelText")}
        confirm={t("cancel")}
        done={t("takenBack")}
      />
    </span>
  );
}
