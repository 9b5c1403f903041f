import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Link } from "#portal/i18n/navigation.ts";
import { LiveProvider } from "#portal/lib/live.tsx";
import { Mark } from "#portal/ui/mark.tsx";
import { AccountMenu, type Person } from "#portal/ui/shell/account-menu.tsx";
import { LanguageMenu } from "#portal/ui/shell/language-menu.tsx";
import { LiveChip } from "#portal/ui/shell/live-chip.tsx";
import { BottomTabs, Drawer, SideNav, TopNav } from "#portal/ui/shell/nav.tsx";
import { type Organisation, OrganisationSwitch } from "#portal/ui/shell/organisation-switch.tsx";
import { Palette, PaletteButton } from "#portal/ui/shell/palette.tsx";
import { signsOf } from "#portal/ui/shell/section-icons.tsx";
import { Shortcuts } from "#portal/ui/shell/shortcuts.tsx";
import { ThemeSwitch } from "#portal/ui/shell/theme-switch.tsx";

type FrameProps = { person: Person; children: ReactNode };

function SkipLink() {
  const t = useTranslations("shell");
  return (
    <a href="#main" className="-top-20 fixed left-4 z-50 rounded-lg bg-accent px-4 py-2 text-on-accent focus:top-4">
      {t("skip")}
    </a>
  );
}

/** Members: a narrow column, tabs under the thumb on a phone. */
export function MemberFrame({
  person,
  programme,
  bell,
  children,
}: FrameProps & { programme: string; bell: ReactNode }) {
  return (
    <LiveProvider>
      <SkipLink />
      <div className="flex min-h-dvh flex-col pb-[4.75rem] sm:pb-0">
        <header className="no-print border-line border-b bg-surface">
          <div className="mx-auto flex h-16 max-w-3xl items-center gap-3 px-5">
            <Link href="/me" className="flex items-center gap-2.5 font-semibold tracking-[-0.01em]">
              <Mark />
              {programme}
            </Link>
            <TopNav shell="member" />
            <div className="ml-auto flex items-center gap-0.5">
              {bell}
              <ThemeSwitch />
              <LanguageMenu />
              <AccountMenu person={person} />
            </div>
          </div>
        </header>
        <main id="main" tabIndex={-1} className="mx-auto w-full max-w-3xl grow px-5 py-8 outline-none sm:py-10">
          {children}
        </main>
        <BottomTabs shell="member" signs={signsOf("member", "size-[1.375rem]")} />
      </div>
      <Palette shell="member" />
      <Shortcuts shell="member" />
    </LiveProvider>
  );
}

type StaffFrameProps = FrameProps & {
  shell: "partner" | "operator";
  organisation: Organisation;
  organisations: Organisation[];
  /** The notices of whoever is signed in. */
  bell: ReactNode;
};

/** Staff: sections at the side, room for tables. */
export function StaffFrame({ shell, person, organisation, organisations, bell, children }: StaffFrameProps) {
  const signs = signsOf(shell, "size-[1.125rem]");
  return (
    <LiveProvider>
      <SkipLink />
      <div className="lg:grid lg:min-h-dvh lg:grid-cols-[15.5rem_minmax(0,1fr)]">
        <aside className="no-print sticky top-0 hidden h-dvh flex-col overflow-y-auto border-line border-r bg-surface px-3.5 py-4 lg:flex">
          <OrganisationSwitch current={organisation} organisations={organisations} />
          <SideNav shell={shell} signs={signs} />
        </aside>
        <div className="flex min-w-0 flex-col">
          <header className="no-print sticky top-0 z-20 flex h-16 items-center gap-2 border-line border-b bg-paper/90 px-5 backdrop-blur lg:px-8">
            <Drawer shell={shell} signs={signs}>
              <OrganisationSwitch current={organisation} organisations={organisations} />
            </Drawer>
            <PaletteButton />
            <div className="ml-auto flex items-center gap-0.5">
              <LiveChip />
              {bell}
              <ThemeSwitch />
              <LanguageMenu />
              <AccountMenu person={person} />
            </div>
          </header>
          <main
            id="main"
            tabIndex={-1}
            className="mx-auto w-full max-w-[84rem] grow px-5 py-7 outline-none lg:px-8 lg:py-9"
          >
            {children}
          </main>
        </div>
      </div>
      <Palette shell={shell} />
      <Shortcuts shell={shell} />
    </LiveProvider>
  );
}
