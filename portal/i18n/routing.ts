import { defineRouting } from "next-intl/routing";

export const routing = defineRouting({
  locales: ["en", "ru", "be"],
  defaultLocale: "en",
  localePrefix: "always",
});

export type Locale = (typeof routing.locales)[number];

export const languageNames: Record<Locale, string> = { en: "English", ru: "Русский", be: "Беларуская" };
