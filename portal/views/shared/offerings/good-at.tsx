import { getTranslations } from "next-intl/server";
import { withChosen } from "#portal/lib/choices.ts";
import { SeveralOf } from "#portal/ui/several-of.tsx";
import type { PoolRow, View } from "#portal/views/shared/offerings/types.ts";

const NAME = "partnerIds[]";

type GoodAt = { known?: PoolRow["goodAt"]; hint?: "goodAtHint" | "offerAtHint" };

/** At which partners the coalition's coupons or offers are good; a partner's own are good at its tills. */
export async function goodAtField({ partners }: View, { known = [], hint = "goodAtHint" }: GoodAt = {}) {
  const t = await getTranslations("offerings");
  if (!partners) return undefined;
  const choices = withChosen(partners, ...known.map(({ id, name }) => ({ value: id, name })));
  const chosen = known.map(({ id }) => id);
  const control = <SeveralOf name={NAME} label={t("goodAt")} hint={t(hint)} choices={choices} chosen={chosen} />;
  return { names: [NAME], control };
}
