import { PackageSearch } from "lucide-react";
import { getTranslations } from "next-intl/server";
import type { Search } from "#portal/lib/search-params.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { buttonClass } from "#portal/ui/button.tsx";
import { DeedDialog } from "#portal/ui/deed-dialog.tsx";
import { fieldClass } from "#portal/ui/field-class.ts";
import { PageHead, Panel } from "#portal/ui/page.tsx";
import { Status } from "#portal/ui/status.tsx";
import { type House, mayDo } from "#portal/views/shared/campaigns/types.ts";
import { said } from "#portal/views/shared/campaigns/words.ts";
import { Catalogue } from "#portal/views/shared/rewards/catalogue.tsx";
import { AddReward } from "#portal/views/shared/rewards/deeds.tsx";
import { PastOrders, WaitingOrders } from "#portal/views/shared/rewards/orders.tsx";
import { type DeskAnswer, type Found, rewardsPath } from "#portal/views/shared/rewards/types.ts";
import { cancelRewardOrder, handOutReward } from "#schema/documents.ts";

type DeskProps = { answer: DeskAnswer; found: Found; house: House; search: Search };

/** The counter: first whoever stands there with a code, then what waits, then the shelf. */
export async function RewardDesk({ answer, found, house, search }: DeskProps) {
  const t = await getTranslations("rewardDesk");
  const { code = "" } = search;
  const path = rewardsPath(house);
  const keeps = mayDo(house, "draft");
  const handsOut = mayDo(house, "handOut");
  return (
    <>
      <PageHead title={t("title")} lead={t("lead")} actions={keeps ? <AddReward /> : null} />
      <div className="grid gap-6">
        {handsOut ? (
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
        ) : null}
        <WaitingOrders page={answer.waiting} handsOut={handsOut} path={path} search={search} />
        <Catalogue rewards={answer.rewards.edges.map(({ node }) => node)} keeps={keeps} />
        <PastOrders orders={answer.past.edges.map(({ node }) => node)} />
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
          text={t("handOutText", { count: order.points, points: texts.points(order.points) })}
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
