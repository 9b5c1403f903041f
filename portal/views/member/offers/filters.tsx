import { getTranslations } from "next-intl/server";
import { categoryWords } from "#portal/lib/category-words.ts";
import type { AnswerOf } from "#portal/lib/partner.ts";
import { address, type Search } from "#portal/lib/search-params.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { type Chip, Chips } from "#portal/ui/chips.tsx";
import type { myOffers } from "#schema/documents.ts";

type Counts = AnswerOf<typeof myOffers>["myOfferCounts"];

/** Whose offers, and on what: only what there is something of. */
export async function OfferFilters({ counts, search, path }: { counts: Counts; search: Search; path: string }) {
  const t = await getTranslations("offers");
  const categoryName = await categoryWords();
  const texts = await getTexts();
  const partners = counts.flatMap(({ partner, offers }) => (partner ? [{ ...partner, offers }] : []));
  const categories = counts.flatMap(({ category, once }) =>
    category ? [{ id: category, name: categoryName(category), offers: once }] : [],
  );
  const chipsOf = (name: "partner" | "category", all: string, choices: Choice[]): Chip[] => [
    { href: address(path, search, { [name]: null, after: null }), name: all, current: !search[name] },
    ...summed(choices).map((one) => ({
      href: address(path, search, { [name]: one.id, after: null }),
      name: one.name,
      count: texts.points(one.offers),
      current: search[name] === one.id,
    })),
  ];
  const rows = [
    { label: t("partner"), chips: chipsOf("partner", t("allPartners"), partners) },
    { label: t("category"), chips: chipsOf("category", t("allCategories"), categories) },
  ];
  // Where there is but one to choose, a choice tells nothing.
  const isWorth = ({ chips: [all, ...choices] }: { chips: Chip[] }) => choices.length > 1 || all?.current === false;
  return rows.filter(isWorth).map((row) => <Chips key={row.label} {...row} />);
}

type Choice = { id: string; name: string; offers: number };

const summed = (choices: readonly Choice[]): Choice[] =>
  [...Map.groupBy(choices, ({ id }) => id).values()].flatMap(([first, ...more]) =>
    first ? [{ ...first, offers: more.reduce((sum, { offers }) => sum + offers, first.offers) }] : [],
  );
