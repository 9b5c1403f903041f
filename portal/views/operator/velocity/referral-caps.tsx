import { getTranslations } from "next-intl/server";
import { Link } from "#portal/i18n/navigation.ts";
import { counted } from "#portal/lib/counted.ts";
import type { AnswerOf } from "#portal/lib/partner.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { Facts, Panel } from "#portal/ui/page.tsx";
import type { velocityRuleList } from "#schema/documents.ts";

type ReferralCapsProps = Pick<AnswerOf<typeof velocityRuleList>, "referralTerms" | "refusedReferrals">;

/** The limits that stand in the terms of referrals, and how often they were met. */
export async function ReferralCaps({ referralTerms: terms, refusedReferrals }: ReferralCapsProps) {
  const t = await getTranslations("referralCaps");
  const texts = await getTexts();
  const met = counted(refusedReferrals, (count) => texts.points(count));
  return (
    <Panel
      title={t("title")}
      note={t("note")}
      aside={
        <Link href="/operator/referrals" className="font-medium text-accent hover:underline">
          {t("all")}
        </Link>
      }
    >
      {terms ? (
        <Facts
          columns={2}
          facts={[
            [t("month"), texts.points(terms.monthMost)],
            [t("day"), texts.points(terms.dayMost)],
            [t("join"), texts.points(terms.joinDays)],
            [
              t("refused"),
              <Link key="met" href="/operator/referrals?problem=TOO_MANY" className="hover:underline">
                {refusedReferrals.edges.length === 0 ? t("none") : met}
              </Link>,
            ],
          ]}
        />
      ) : (
        <p className="text-ink-soft">{t("noTerms")}</p>
      )}
    </Panel>
  );
}
