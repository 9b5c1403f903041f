import { NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import { islandMessages } from "#portal/i18n/island-messages.ts";
import type { Messages } from "#portal/i18n/messages.ts";

/** Texts that only the islands inside need. */
export async function IslandTexts({ names, children }: { names: (keyof Messages)[]; children: ReactNode }) {
  return <NextIntlClientProvider messages={await islandMessages(...names)}>{children}</NextIntlClientProvider>;
}
