import type { DeedField } from "#portal/ui/deed-fields.tsx";
import type { Written } from "#portal/views/shared/campaigns/words.ts";

const languages = { en: "English", ru: "Русский", be: "Беларуская" } as const;

type Asked = { name: string; label: string; known?: Written | null | undefined; required?: boolean; long?: boolean };

/** The same words in three languages; where they are needed, English is. */
export function wordsFields({ name, label, known, required = true, long = false }: Asked): DeedField[] {
  return (["en", "ru", "be"] as const).map((language) => ({
    name: `${name}.${language}`,
    kind: long ? "words" : "text",
    label: `${label} · ${languages[language]}`,
    required: required && language === "en",
    value: known?.[language] ?? "",
  }));
}
