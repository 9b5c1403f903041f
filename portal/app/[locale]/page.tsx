import { getTranslations } from "next-intl/server";
import { isDemo } from "#portal/lib/config.ts";
import { demoPassword, demoPeople } from "#portal/lib/demo.ts";
import { ButtonLink } from "#portal/ui/button.tsx";
import { Mark } from "#portal/ui/mark.tsx";
import { LanguageMenu } from "#portal/ui/shell/language-menu.tsx";
import { ThemeSwitch } from "#portal/ui/shell/theme-switch.tsx";
import { ClearingPicture } from "#portal/views/public/clearing-picture.tsx";
import { DemoDoors } from "#portal/views/public/demo-doors.tsx";

export const dynamic = "force-dynamic";

export default async function Landing() {
  const t = await getTranslations("landing");
  const roles = await getTranslations("roles");
  return (
    <div className="mx-auto flex min-h-dvh max-w-6xl flex-col px-5 sm:px-8">
      <header className="flex h-20 items-center gap-3">
        <Mark className="size-8" />
        <span className="font-semibold text-lg tracking-[-0.02em]">Zgoda</span>
        <div className="ml-auto flex items-center gap-1">
          <ThemeSwitch />
          <LanguageMenu />
          <ButtonLink href="/sign-in" className="ml-2">
            {t("signIn")}
          </ButtonLink>
        </div>
      </header>
      <main className="grow pb-20">
        <section className="grid items-center gap-x-14 gap-y-10 py-12 sm:py-20 lg:grid-cols-[1.15fr_1fr]">
          <div>
            <h1 className="text-balance font-semibold text-4xl leading-[1.08] tracking-[-0.035em] sm:text-[3.375rem]">
              {t("title")}
            </h1>
            <p className="mt-6 max-w-[54ch] text-ink-soft text-lg leading-relaxed">{t("lead")}</p>
          </div>
          <ClearingPicture />
        </section>
        {isDemo() ? (
          <section aria-labelledby="doors">
            <h2 id="doors" className="font-semibold text-xl tracking-[-0.015em]">
              {t("demoTitle")}
            </h2>
            <p className="mt-1 mb-6 text-ink-soft">
              {t.rich("demoText", {
                password: () => <code className="rounded bg-sunken px-1.5 py-0.5">{demoPassword}</code>,
              })}
            </p>
            <DemoDoors
              people={demoPeople.map((person) => ({
                ...person,
                roleName: [roles(person.role), person.at].filter(Boolean).join(", "),
              }))}
              password={demoPassword}
            />
          </section>
        ) : null}
      </main>
    </div>
  );
}
