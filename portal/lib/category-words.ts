import "server-only";
import { getTranslations } from "next-intl/server";

/** What trades and shelves are called, where the portal has words for them; else as the house wrote it. */
export async function categoryWords(): Promise<(category: string) => string> {
  const t = await getTranslations("offers");
  return (category) => {
    const key = `category_${category.toLowerCase().replaceAll(" ", "_") as "groceries"}` as const;
    return t.has(key) ? t(key) : category;
  };
}
