import { CircleAlert } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { getTexts } from "#portal/lib/texts.ts";
import { Money } from "#portal/ui/amount.tsx";
import { Facts, Panel } from "#portal/ui/page.tsx";
import { inCoins } from "#portal/views/shared/analytics/uplift.tsx";
import type { Tried } from "#portal/views/shared/campaigns/types.ts";

type Uplift = NonNullable<Tried["uplift"]>;

/** Members whom the campaign was for beside those who were held back, and how much of the difference may be chance. */
export async function CampaignUplift({ uplift }: Pick<Tried, "uplift">) {
  const t = await getTranslations("campaigns");
  return (
    <Panel title={t("uplift")} note={t("upliftNote")}>
      {uplift ? (
        <div className="grid gap-5">
          <div className="grid gap-4 sm:grid-cols-2">
            <Group title={t("reached")} group={uplift.treated} />
            <Group title={t("heldBack")} group={uplift.control} />
          </div>
          <Difference uplift={uplift} />
        </div>
      ) : (
        <p className="text-ink-soft">{t("upliftNobody")}</p>
      )}
    </Panel>
  );
}

async function Group({ title, group }: { title: string; group: Uplift["treated"] }) {
  const t = await getTranslations("campaigns");
  const texts = await getTexts();
  return (
    <section aria-label={title} className="rounded-xl border border-line p-4">
      <h3 className="text-ink-soft text-sm">{title}</h3>
      <p className="figures mt-1 font-semibold text-xl">
        {t("membersUnit", { count: group.memberCount, n: texts.points(group.memberCount) })}
      </p>
      <div className="mt-3">
        <Facts
          facts={[
            [t("spendPerMember"), texts.money(inCoins(group.mean))],
            [t("visitsPerMember"), texts.decimal(group.visits)],
            [t("buyersOf"), texts.points(group.buyerCount)],
          ]}
        />
      </div>
    </section>
  );
}

async function Difference({ uplift: { difference, visitsDifference } }: { uplift: Uplift }) {
  const t = await getTranslations("campaigns");
  const texts = await getTexts();
  if (!difference) return <Warning>{t("upliftTooFew")}</Warning>;
  const [low, high] = [difference.low, difference.high].map((bound) => texts.money(inCoins(bound), "always"));
  return (
    <div>
      <h3 className="text-ink-soft text-sm">{t("upliftDifference")}</h3>
      <p className="mt-1 font-semibold text-2xl">
        <Money value={inCoins(difference.mean)} sign="always" />
      </p>
      <p className="mt-1">{t("upliftBetween", { low: low ?? "", high: high ?? "" })}</p>
      {visitsDifference ? (
        <p className="mt-1 text-ink-soft text-sm">
          {t("upliftVisits", {
            mean: texts.decimal(visitsDifference.mean),
            low: texts.decimal(visitsDifference.low),
            high: texts.decimal(visitsDifference.high),
          })}
        </p>
      ) : null}
      {difference.isCertain ? (
        <p className="mt-3 font-medium text-good">{t("upliftCertain")}</p>
      ) : (
        <Warning>{t("upliftChance")}</Warning>
      )}
    </div>
  );
}

function Warning({ children }: { children: string }) {
  return (
    <p className="mt-3 flex gap-2.5 rounded-xl bg-warn-soft px-4 py-3 text-warn">
      <CircleAlert className="mt-0.5 size-4 shrink-0" aria-hidden="true" />
      {children}
    </p>
  );
}
