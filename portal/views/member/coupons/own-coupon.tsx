import { Gift } from "lucide-react";
import { getTranslations } from "next-intl/server";
import type { AnswerOf } from "#portal/lib/partner.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { Barcode } from "#portal/ui/barcode.tsx";
import { DeedDialog } from "#portal/ui/deed-dialog.tsx";
import { said } from "#portal/views/shared/campaigns/words.ts";
import { CouponTicket } from "#portal/views/shared/offerings/coupon-ticket.tsx";
import { type myCoupons, transferCoupon } from "#schema/documents.ts";

type Coupon = AnswerOf<typeof myCoupons>["myCoupons"]["edges"][number]["node"];

export async function OwnCoupon({ coupon }: { coupon: Coupon }) {
  const t = await getTranslations("coupons");
  const texts = await getTexts();
  const { code, state, usedAt, expiresAt, receivedAt, pool } = coupon;
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
        ) : receivedAt ? (
          <span className="inline-flex items-center gap-1.5 whitespace-nowrap text-accent text-sm">
            <Gift className="size-4" aria-hidden="true" />
            {t("aGift")}
          </span>
        ) : null
      }
      action={state === "ACTIVE" && pool.transferable ? <GiveAway coupon={coupon} /> : null}
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

async function GiveAway({ coupon: { id, pool } }: { coupon: Coupon }) {
  const t = await getTranslations("coupons");
  const { locale } = await getTexts();
  return (
    <DeedDialog
      operation={transferCoupon}
      input={{ couponId: id }}
      takes={{ key: true }}
      look="secondary"
      button={
        <>
          <Gift className="size-4" aria-hidden="true" />
          {t("give")}
        </>
      }
      title={t("giveTitle", { name: said(pool.name, locale) })}
      text={t("giveText")}
      fields={[{ kind: "text", name: "to.phone", label: t("phone"), hint: t("phoneHint"), required: true }]}
      confirm={t("giveNow")}
      done={t("given")}
    />
  );
}
