import { Ticket } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { effectWords } from "#portal/lib/gives.ts";
import { getTexts, type Texts } from "#portal/lib/texts.ts";
import type { RuleText, Share } from "#portal/views/shared/campaigns/types.ts";
import { said } from "#portal/views/shared/campaigns/words.ts";

/** Rules as people read them: what they give, and what has to hold; the expressions are a click away. */
export async function Rules({ rules }: { rules: readonly RuleText[] }) {
  const t = await getTranslations("campaigns");
  const gives = await getTranslations("gives");
  const texts = await getTexts();
  return (
    <ol className="grid gap-6">
      {rules.map((rule, nth) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a version's rules are fixed
        <li key={nth}>
          <h3 className="font-semibold">{said(rule.label, texts.locale)}</h3>
          <ul className="mt-1 grid gap-0.5">
            {rule.effects.map((effect, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a version's effects are fixed
              <li key={place} className="text-ink-soft">
                {effectWords(gives, effect, texts)}
                {effect.fundedBy ? ` (${t("paidBy", { who: fundingWords(t, texts, effect.fundedBy) })})` : ""}
              </li>
            ))}
          </ul>
          {rule.conditions.length > 0 || rule.coupon ? (
            <>
              <p className="eyebrow mt-3">{t("when_")}</p>
              <ul className="mt-1 grid gap-1.5">
                {rule.coupon ? (
                  <li className="flex items-center gap-2">
                    <Ticket className="size-4 text-ink-faint" aria-hidden="true" />
                    {t("needsCoupon", { pool: rule.coupon })}
                  </li>
                ) : null}
                {rule.conditions.map(({ label, expression }) => (
                  <li key={expression}>
                    <span className="block">{said(label, texts.locale)}</span>
                    <code className="block text-[0.8125rem] text-ink-faint [overflow-wrap:anywhere]">{expression}</code>
                  </li>
                ))}
              </ul>
            </>
          ) : (
            <p className="mt-2 text-ink-faint">{t("always")}</p>
          )}
        </li>
      ))}
    </ol>
  );
}

type Say = Awaited<ReturnType<typeof getTranslations<"campaigns">>>;

/** "60% whoever’s till it is, 40% the operator" */
export function fundingWords(t: Say, texts: Texts, shares: readonly Share[]): string {
  return shares.map((share) => `${texts.share(share.bps / 10_000)} ${funderName(t, share)}`).join(", ");
}

export const funderName = (t: Say, { kind, partner }: Pick<Share, "kind" | "partner">) =>
  kind === "PARTNER" ? (partner?.name ?? t("funder_PARTNER")) : t(`funder_${kind}`);
