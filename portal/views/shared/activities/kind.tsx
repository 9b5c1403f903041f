import { getTranslations } from "next-intl/server";
import { Link } from "#portal/i18n/navigation.ts";
import { givesWords } from "#portal/lib/gives.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { Panel } from "#portal/ui/page.tsx";
import { Status } from "#portal/ui/status.tsx";
import { KindDeeds } from "#portal/views/shared/activities/deeds.tsx";
import type { ActivityKind, House } from "#portal/views/shared/activities/types.ts";
import { campaignsPath } from "#portal/views/shared/campaigns/types.ts";
import { said, shownState } from "#portal/views/shared/campaigns/words.ts";

type KindProps = { kind: ActivityKind; house: House };

/** One kind: who records it, what was recorded lately, and which campaigns give something for it. */
export async function KindPanel({ kind, house }: KindProps) {
  const t = await getTranslations("activities");
  const texts = await getTexts();
  const { name, code, byHub, partner, lately } = kind;
  const recorder = byHub ? t("byHub") : (partner?.name ?? t("byEverybody"));
  return (
    <Panel
      title={said(name, texts.locale)}
      note={
        <>
          <span className="figures">{code}</span> · {recorder}
        </>
      }
      aside={kind.retiredAt ? <Status state="RETIRED" /> : null}
      className="flex flex-col"
    >
      <p className="flex flex-wrap gap-x-6 gap-y-1">
        <span>
          <span className="figures font-semibold text-2xl tracking-[-0.02em]">{texts.points(lately.count)}</span>{" "}
          <span className="text-ink-faint">{t("lately", { count: lately.count })}</span>
        </span>
        <span>
          <span className="figures font-semibold text-2xl tracking-[-0.02em]">{texts.points(lately.points)}</span>{" "}
          <span className="text-ink-faint">{t("pointsLately", { count: lately.points })}</span>
        </span>
      </p>
      <h3 className="eyebrow mt-4 mb-1.5">{t("gives")}</h3>
      {kind.campaigns.length === 0 ? (
        <p className="text-ink-soft">{t("givesNothing")}</p>
      ) : (
        <ul className="grid gap-2">
          {kind.campaigns.map((version) => (
            <li key={version.id}>
              <Rewarding version={version} house={house} />
            </li>
          ))}
        </ul>
      )}
      <KindDeeds kind={kind} house={house} />
    </Panel>
  );
}

type RewardingProps = { version: ActivityKind["campaigns"][number]; house: House };

async function Rewarding({ version: { state, campaign, definition }, house }: RewardingProps) {
  const t = await getTranslations("activities");
  const gives = await getTranslations("gives");
  const texts = await getTexts();
  const { locale, currencyCode } = texts;
  const amount = definition.rules
    .map(({ effects }) => givesWords(gives, effects, { locale, currencyCode }))
    .join(" · ");
  const often = definition.limits.find(
    ({ unit, scope, period }) => [unit, scope, period].join() === "TIMES,MEMBER,MONTH",
  );
  const payers = definition.funding.map(({ kind, partner }) => partner?.name ?? t(`payer_${kind}`));
  return (
    <div className="rounded-lg bg-sunken/60 px-3.5 py-2.5">
      <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
        <Link href={`${campaignsPath(house)}/${campaign.id}`} className="font-medium text-accent hover:underline">
          {said(definition.name, locale)}
        </Link>
        <Status state={shownState(state)} />
      </div>
      <p className="text-ink-soft text-sm">
        {[
          amount,
          often ? t("often", { most: Number(often.most), shown: texts.decimal(often.most) }) : "",
          t("pays", { who: payers.join(", ") }),
        ]
          .filter(Boolean)
          .join(" · ")}
      </p>
    </div>
  );
}
