import { ArrowDownLeft, ArrowUpRight } from "lucide-react";
import { getTranslations } from "next-intl/server";
import type { AnswerOf } from "#portal/lib/partner.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { said } from "#portal/views/shared/campaigns/words.ts";
import type { myCouponTransfers } from "#schema/documents.ts";

type Row = AnswerOf<typeof myCouponTransfers>["myCouponTransfers"]["edges"][number]["node"];

/** A coupon that came from another member, or went to one. */
export async function Transfer({ transfer: { pool, received, transferredAt } }: { transfer: Row }) {
  const t = await getTranslations("coupons");
  const texts = await getTexts();
  const Icon = received ? ArrowDownLeft : ArrowUpRight;
  return (
    <li className="flex items-center gap-4 px-5 py-4">
      <span className="grid size-10 shrink-0 place-items-center rounded-full bg-accent-soft text-accent-strong">
        <Icon className="size-5" aria-hidden="true" />
      </span>
      <span className="min-w-0 grow">
        <span className="block font-medium">{said(pool.name, texts.locale)}</span>
        <span className="block text-ink-faint text-sm">{pool.partner?.name ?? t("everywhere")}</span>
      </span>
      <span className="text-right text-sm">
        <span className="block">{t(received ? "wasReceived" : "wasGiven")}</span>
        <span className="block text-ink-faint">{texts.date(transferredAt)}</span>
      </span>
    </li>
  );
}
