import "server-only";
import { getTranslations } from "next-intl/server";
import type { Choice } from "#portal/lib/choices.ts";

/** What trades and shelves are called, where the portal has words for them; else as the house wrote it. */
export async function categoryWords(): Promise<(category: string) => string> {
  const t = await getTranslations("offers");
  return (category) => {
    const key = `category_${category.toLowerCase().replaceAll(" ", "_") as "groceries"}` as const;
    return t.has(key) ? t(key) : category;
  };
}

/** The shelves that members find offers on. */
const shelves = [
  ...["groceries", "bakery", "cafe", "coffee", "fuel", "pharmacy", "bank", "online_shop", "books", "sport"],
  "charity",
];

/** Shelves by name, as an offer says which it stands on. */
export async function categoryChoices(): Promise<Choice[]> {
  const name = await categoryWords();
  return shelves.map((shelf) => ({ value: shelf, name: name(shelf) }));
}
