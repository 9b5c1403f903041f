import { getTranslations } from "next-intl/server";
import { getTexts } from "#portal/lib/texts.ts";

type Counted = { isOwn: boolean; memberCount: number | null; countedAt: string | null };

/** How many are in it: exactly where the viewer knows who, and about where not. */
export async function MemberCount({ isOwn, memberCount, countedAt }: Counted) {
  const t = await getTranslations("segments");
  const texts = await getTexts();
  if (!countedAt) return <span className="text-ink-faint">{t("notCounted")}</span>;
  if (memberCount === null) return <span className="text-ink-faint">{t("tooFew")}</span>;
  const count = texts.points(memberCount);
  return <span className="figures">{isOwn ? count : t("about", { count })}</span>;
}
