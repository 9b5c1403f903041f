import { getTranslations } from "next-intl/server";
import { Link } from "#portal/i18n/navigation.ts";
import { Mark } from "#portal/ui/mark.tsx";
import { LanguageMenu } from "#portal/ui/shell/language-menu.tsx";
import { ThemeSwitch } from "#portal/ui/shell/theme-switch.tsx";
import { SignInForm } from "#portal/views/public/sign-in-form.tsx";

export const dynamic = "force-dynamic";

type SignInProps = { searchParams: Promise<{ next?: string; ended?: string }> };

export default async function SignIn({ searchParams }: SignInProps) {
  const { next, ended } = await searchParams;
  const t = await getTranslations("signIn");
  return (
    <div className="flex min-h-dvh flex-col">
      <header className="flex h-20 items-center px-5 sm:px-8">
        <Link href="/" className="flex items-center gap-3 font-semibold text-lg tracking-[-0.02em]">
          <Mark className="size-8" />
          Zgoda
        </Link>
        <div className="ml-auto flex gap-1">
          <ThemeSwitch />
          <LanguageMenu />
        </div>
      </header>
      <main className="mx-auto w-full max-w-md grow px-5 pt-[7vh]">
        <h1 className="font-semibold text-2xl tracking-[-0.02em]">{t("title")}</h1>
        <p className="mt-1 mb-7 text-ink-soft">{ended ? t("ended") : t("lead")}</p>
        <SignInForm next={next ?? null} />
      </main>
    </div>
  );
}
