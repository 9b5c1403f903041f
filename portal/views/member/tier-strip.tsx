import { Award, ChevronRight } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { Link } from "#portal/i18n/navigation.ts";
import type { MemberOf } from "#portal/lib/member.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { said } from "#portal/views/shared/campaigns/words.ts";
import type { memberHome } from "#schema/documents.ts";

/** On the first page: the tier, and how far it is to the next. */
export async function TierStrip({ tier: own }: { tier: MemberOf<typeof memberHome>["tier"] }) {
  const t = await getTranslations("privileges");
  const texts = await getTexts();
  if (!own) return null;
  const share = own.next && own.next.from > 0 ? Math.min(1, own.counted / own.next.from) : 1;
  return (
    <Link href="/me/privileges" className="panel flex items-center gap-4 px-5 py-4 hover:bg-sunken/60">
      <span className="grid size-10 shrink-0 place-items-center rounded-full bg-accent-soft text-accent-strong">
        <Award className="size-5" aria-hidden="true" />
      </span>
      <span className="min-w-0 grow">
        <span className="flex flex-wrap items-baseline justify-between gap-x-4">
          <span className="font-semibold">{said(own.tier.name, texts.locale)}</span>
          <span className="text-ink-faint text-sm">
            {own.next
              ? t("toNext", {
                  count: own.missing,
                  points: texts.points(own.missing),
                  tier: said(own.next.name, texts.locale),
                })
              : t("atTop")}
          </span>
        </span>
        <span className="mt-2 block h-1.5 overflow-hidden rounded-full bg-sunken" aria-hidden="true">
          <span className="block h-full rounded-full bg-accent" style={{ width: `${share * 100}%` }} />
        </span>
      </span>
      <ChevronRight className="size-4 shrink-0 text-ink-faint" aria-hidden="true" />
    </Link>
  );
}
