import { getTranslations } from "next-intl/server";
import type { AnswerOf } from "#portal/lib/partner.ts";
import { address, type Search } from "#portal/lib/search-params.ts";
import { ButtonLink } from "#portal/ui/button.tsx";
import { PageHead, Panel } from "#portal/ui/page.tsx";
import { Empty } from "#portal/ui/states.tsx";
import { Tabs } from "#portal/ui/tabs.tsx";
import { OwnCoupon } from "#portal/views/member/coupons/own-coupon.tsx";
import { Transfer } from "#portal/views/member/coupons/transfer.tsx";
import type { myCoupons, myCouponTransfers } from "#schema/documents.ts";

type CouponsShown =
  | { tab: CouponTab; page: AnswerOf<typeof myCoupons>["myCoupons"] }
  | { tab: "GIFTS"; page: AnswerOf<typeof myCouponTransfers>["myCouponTransfers"] };

export const couponTabs = ["ACTIVE", "USED", "EXPIRED"] as const;
export type CouponTab = (typeof couponTabs)[number];
export const couponTabOf = ({ state }: Search): CouponTab | "GIFTS" =>
  state === "GIFTS" ? state : (couponTabs.find((tab) => tab === state) ?? "ACTIVE");

const PATH = "/me/coupons";

/** The member's coupons: what is good now, large enough for a till to read; what was; and what went to others or came. */
export async function MemberCoupons({ shown, search }: { shown: CouponsShown; search: Search }) {
  const t = await getTranslations("coupons");
  const { tab, page } = shown;
  return (
    <>
      <PageHead title={t("title")} lead={t("lead")} />
      <Tabs
        label={t("title")}
        tabs={[...couponTabs, "GIFTS" as const].map((one) => ({
          href: one === "ACTIVE" ? PATH : address(PATH, { state: one }),
          name: t(`tab_${one}`),
          current: one === tab,
        }))}
      />
      {page.edges.length === 0 ? (
        <Panel>
          <Empty title={t(`empty_${tab}`)} action={<ButtonLink href="/me/offers">{t("toOffers")}</ButtonLink>}>
            {t(tab === "GIFTS" ? "emptyGiftsText" : "emptyText")}
          </Empty>
        </Panel>
      ) : shown.tab === "GIFTS" ? (
        <ul className="panel divide-y divide-line">
          {shown.page.edges.map(({ node }) => (
            <Transfer key={node.id} transfer={node} />
          ))}
        </ul>
      ) : (
        <div className="grid gap-4 sm:grid-cols-2">
          {shown.page.edges.map(({ node }) => (
            <OwnCoupon key={node.id} coupon={node} />
          ))}
        </div>
      )}
      {page.pageInfo.hasNextPage ? (
        <div className="mt-6 text-center">
          <ButtonLink href={address(PATH, search, { after: page.pageInfo.endCursor })} className="h-11">
            {t("more")}
          </ButtonLink>
        </div>
      ) : null}
    </>
  );
}
