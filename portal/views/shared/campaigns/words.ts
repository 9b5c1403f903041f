import type { Locale } from "#portal/i18n/routing.ts";

/** What an author wrote, in the languages they wrote. */
export type Written = { en: string; ru: string | null; be: string | null };

/** In the reader's language, or in English where the author wrote nothing else. */
export const said = (words: Written, locale: Locale): string => words[locale] ?? words.en;

/** A draft of a campaign is its author's; the common word stands for what is only provisional. */
export const shownState = (state: string) => (state === "DRAFT" ? "DRAFTED" : state);

const languages = ["en", "ru", "be"] as const;

/** How many of so many texts are there in each language; empty ones do not count. */
export function completeness(texts: readonly { en: string; ru?: string | null; be?: string | null }[]) {
  return languages.map((language) => ({
    language,
    done: texts.filter((text) => (text[language] ?? "").trim() !== "").length,
    of: texts.length,
  }));
}
