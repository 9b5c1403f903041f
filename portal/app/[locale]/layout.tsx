import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { hasLocale, NextIntlClientProvider } from "next-intl";
import { ThemeProvider } from "next-themes";
import type { ReactNode } from "react";
import "#portal/app/globals.css";
import { islandMessages } from "#portal/i18n/island-messages.ts";
import { routing } from "#portal/i18n/routing.ts";
import { Toasts } from "#portal/ui/toasts.tsx";

export const metadata: Metadata = { title: { default: "Zgoda", template: "%s · Zgoda" } };

export const generateStaticParams = () => routing.locales.map((locale) => ({ locale }));

type LocaleLayoutProps = { children: ReactNode; params: Promise<{ locale: string }> };

export default async function LocaleLayout({ children, params }: LocaleLayoutProps) {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  return (
    <html lang={locale} suppressHydrationWarning>
      <body>
        <ThemeProvider attribute="class" disableTransitionOnChange>
          <NextIntlClientProvider messages={await islandMessages()}>
            {children}
            <Toasts />
          </NextIntlClientProvider>
        </ThemeProvider>
      </body>
    </html>
  );
}
