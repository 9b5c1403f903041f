import { getTranslations } from "next-intl/server";
import { Link } from "#portal/i18n/navigation.ts";
import type { AnswerOf } from "#portal/lib/partner.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { Limits } from "#portal/views/shared/campaigns/budget.tsx";
import { FundingShares } from "#portal/views/shared/campaigns/funding.tsx";
import { Rules } from "#portal/views/shared/campaigns/rules.tsx";
import { Figures } from "#portal/views/shared/campaigns/trials.tsx";
import { said } from "#portal/views/shared/campaigns/words.ts";
import type { campaignInReview } from "#schema/documents.ts";

type Node = NonNullable<AnswerOf<typeof campaignInReview>["node"]>;
export type ReviewedVersion = Extract<Node, { __typename: "CampaignVersion" }>;

/** A campaign as whoever decides on it reads it: what it gives, who pays, at most how much, and what it would have cost. */
export async function CampaignAsked({ version, path }: { version: ReviewedVersion; path: string }) {
  const t = await getTranslations("campaigns");
  const texts = await getTexts();
  const { definition, campaign, simulations } = version;
  const tried = simulations.find(({ figures }) => figures !== null);
  return (
    <div className="mt-4 grid gap-6 border-line border-t pt-4">
      <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <Link href={`${path}/${campaign.id}`} className="font-semibold text-accent hover:underline">
          {said(definition.name, texts.locale)}
        </Link>
        <span className="text-ink-soft">{campaign.partner?.name ?? t("coalition")}</span>
        <span className="text-ink-faint text-sm">
          {texts.instant(definition.startsAt)} – {definition.endsAt ? texts.instant(definition.endsAt) : t("openEnd")}
        </span>
      </p>
      <div className="grid gap-6 lg:grid-cols-2">
        <Rules rules={definition.rules} />
        <div className="grid content-start gap-5">
          <section>
            <h3 className="eyebrow mb-2">{t("whoPays")}</h3>
            <FundingShares shares={definition.funding} />
          </section>
          <section>
            <h3 className="eyebrow mb-2">{t("limits")}</h3>
            <Limits limits={definition.limits} spent={null} />
          </section>
        </div>
      </div>
      <section>
        <h3 className="eyebrow mb-2">
          {tried ? t("trialOf", { period: texts.period(tried.from, tried.until) }) : t("notTried")}
        </h3>
        {tried ? <Figures trial={tried} wasLive={false} /> : null}
      </section>
    </div>
  );
}
