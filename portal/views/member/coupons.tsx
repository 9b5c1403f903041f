import { getTranslations } from "next-intl/server";
import type { AnswerOf } from "#portal/lib/partner.ts";
import { address, type Search } from "#portal/lib/search-params.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { Barcode } from "#portal/ui/barcode.tsx";
import { ButtonLink } from "#portal/ui/button.tsx";
import { PageHead, Panel } from "#portal/ui/page.tsx";
import { Empty } from "#portal/ui/states.tsx";
import { Tabs } from "#portal/ui/tabs.tsx";
import { said } from "#portal/views/shared/campaigns/words.ts";
import { CouponTicket } from "#portal/views/shared/offerings/coupon-ticket.tsx";
import type { myCoupons } from "#schema/documents.ts";

type Page = AnswerOf<typeof myCoupons>["myCoupons"];
type Coupon = Page["edges"][number]["node"];

export const couponTabs = ["ACTIVE", "USED", "EXPIRED"] as const;
export type CouponTab = (typeof couponTabs)[number];
export const couponTabOf = ({ state }: Search): CouponTab => couponTabs.find((tab) => tab === state) ?? "ACTIVE";

const PATH = "/me/coupons";

/** The member's coupons: what is good now, large enough for a till to read; and what was. */
export async function MemberCoupons({ page, search }: { page: Page; search: Search }) {
  const t = await getTranslations("coupons");
  const tab = couponTabOf(search);
  const coupons = page.edges.map(({ node }) => node);
  return (
    <>
      <PageHead title={t("title")} lead={t("lead")} />
      <Tabs
        label={t("title")}
        tabs={couponTabs.map((one) => ({
          href: one === "ACTIVE" ? PATH : address(PATH, { state: one }),
          name: t(`tab_${one}`),
          current: one === tab,
        }))}
      />
      {coupons.length > 0 ? (
        <div className="grid gap-4 sm:grid-cols-2">
          {coupons.map((coupon) => (
            <OwnCoupon key={coupon.id} coupon={coupon} />
          ))}
        </div>
      ) : (
        <Panel>
          <Empty title={t(`empty_${tab}`)} action={<ButtonLink href="/me/offers">{t("toOffers")}</ButtonLink>}>
            {t("emptyText")}
          </Empty>
        </Panel>
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

async function OwnCoupon({ coupon: { code, state, usedAt, expiresAt, pool } }: { coupon: Coupon }) {
  const t = await getTranslations("coupons");
  const texts = await getTexts();
  const until = expiresAt ?? pool.validUntil;
  const places = pool.goodAt.map(({ name }) => name);
  const whose = pool.partner?.name ?? t("everywhere");
  return (
    <CouponTicket
      name={said(pool.name, texts.locale)}
      terms={said(pool.terms, texts.locale)}
      partner={whose}
      symbol={pool.symbol}
      where={t("goodAt", { places: places.length > 0 ? places.join(", ") : whose })}
      until={until && !usedAt ? t("until", { date: texts.date(until) }) : undefined}
      state={
        usedAt ? (
          <span className="whitespace-nowrap text-ink-faint text-sm">{t("usedOn", { date: texts.date(usedAt) })}</span>
        ) : null
      }
    >
      {state === "ACTIVE" ? (
        <>
          <Barcode text={code.replaceAll("-", "")} label={t("barcode", { code })} />
          <p className="figures mt-3 text-center font-semibold text-lg tracking-[0.12em]">{code}</p>
        </>
      ) : null}
    </CouponTicket>
  );
}
