import type { Messages as PortalMessages } from "#portal/i18n/messages.ts";
import type { Locale as PortalLocale } from "#portal/i18n/routing.ts";

declare module "next-intl" {
  interface AppConfig {
    Locale: PortalLocale;
    Messages: PortalMessages;
  }
}
