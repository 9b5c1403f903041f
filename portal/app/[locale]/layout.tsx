import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { hasLocale, NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import { ThemeProvider } from "next-themes";
import type { ReactNode } from "react";
import { Toaster } from "sonner";
import "#portal/app/globals.css";
import { routing } from "#portal/i18n/routing.ts";

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
          <NextIntlClientProvider messages={await browserMessages()}>
            {children}
            <Toaster position="bottom-right" toastOptions={{ className: "!panel !text-ink" }} />
          </NextIntlClientProvider>
        </ThemeProvider>
      </body>
    </html>
  );
}

/** Pages are rendered on the server; only what islands say travels to the browser. */
async function browserMessages() {
  const { sections, sectionGroups, shell, live, table, failure, deed, shortcuts, palette, signIn, landing, ...more } =
    await getMessages();
  const { board, upload, notices, exporting } = more;
  return {
    ...{ sections, sectionGroups, shell, live, table, failure, deed, shortcuts, palette, signIn, landing },
    ...{ board, upload, notices, exporting },
  };
}
