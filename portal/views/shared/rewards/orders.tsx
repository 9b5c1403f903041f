import { getTranslations } from "next-intl/server";
import { counted } from "#portal/lib/counted.ts";
import type { Search } from "#portal/lib/search-params.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { DeedButton } from "#portal/ui/deed-button.tsx";
import { DeedDialog } from "#portal/ui/deed-dialog.tsx";
import { Panel } from "#portal/ui/page.tsx";
import { Empty } from "#portal/ui/states.tsx";
import { Status } from "#portal/ui/status.tsx";
import { DataTable } from "#portal/ui/table.tsx";
import { said } from "#portal/views/shared/campaigns/words.ts";
import { PagedTable } from "#portal/views/shared/paged-table.tsx";
import type { DeskAnswer } from "#portal/views/shared/rewards/types.ts";
import { cancelRewardOrder, issueRewardOrder } from "#schema/documents.ts";

type Order = DeskAnswer["past"]["edges"][number]["node"];
type WaitingProps = { page: DeskAnswer["waiting"]; handsOut: boolean; path: string; search: Search };

/** Who still comes for something, all of them page by page; `handsOut`: the viewer may give and cancel it. */
export async function WaitingOrders({ page, handsOut, path, search }: WaitingProps) {
  const t = await getTranslations("rewardDesk");
  const texts = await getTexts();
  const { edges, pageInfo } = page;
  const shown = counted(page, (count) => texts.points(count));
  const rows = await Promise.all(
    edges.map(async ({ node }) => ({
      id: node.id,
      cells: {
        ...(await cellsOf(node)),
        lapses: texts.date(node.lapsesAt),
        deeds: handsOut ? <OfWaiting order={node} /> : null,
      },
    })),
  );
  return (
    <Panel title={t("orders")} note={search["after"] ? null : t("waiting", { count: edges.length, shown })} flush>
      <PagedTable
        caption={t("orders")}
        columns={[
          ...(await sharedColumns()),
          { id: "lapses", name: t("lapses") },
          { id: "points", name: t("points"), align: "end" },
          ...(handsOut ? [{ id: "deeds", name: t("deeds"), align: "end" as const }] : []),
        ]}
        rows={rows}
        empty={<Empty title={t("noOrders")}>{t("noOrdersText")}</Empty>}
        path={path}
        search={search}
        views={["code"]}
        pageInfo={pageInfo}
      />
    </Panel>
  );
}

/** The newest of those that were fetched or called off. */
export async function PastOrders({ orders }: { orders: readonly Order[] }) {
  const t = await getTranslations("rewardDesk");
  const texts = await getTexts();
  if (orders.length === 0) return null;
  const rows = await Promise.all(
    orders.map(async (order) => ({
      id: order.id,
      cells: {
        ...(await cellsOf(order)),
        collected: order.collectedAt ? texts.instant(order.collectedAt) : "–",
      },
    })),
  );
  return (
    <Panel title={t("past")} flush>
      <DataTable
        caption={t("past")}
        columns={[
          ...(await sharedColumns()),
          { id: "collected", name: t("collected") },
          { id: "points", name: t("points"), align: "end" },
        ]}
        rows={rows}
        empty={null}
      />
    </Panel>
  );
}

async function sharedColumns() {
  const t = await getTranslations("rewardDesk");
  return [
    { id: "name", name: t("name") },
    { id: "state", name: t("state") },
    { id: "ordered", name: t("ordered") },
  ];
}

async function cellsOf(order: Order) {
  const texts = await getTexts();
  return {
    name: order.reward ? said(order.reward.name, texts.locale) : "",
    state: <Status state={order.state} />,
    ordered: texts.instant(order.orderedAt),
    points: texts.points(order.points),
  };
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
