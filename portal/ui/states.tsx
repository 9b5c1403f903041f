import { FilterX, Inbox, Lock } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ButtonLink } from "#portal/ui/button.tsx";
import { classes } from "#portal/ui/classes.ts";

type NoteProps = { icon: ReactNode; title: ReactNode; children?: ReactNode; action?: ReactNode; as?: "h1" | "p" };

function Note({ icon, title, children, action, as: Title = "p" }: NoteProps) {
  return (
    <div className="mx-auto flex max-w-md flex-col items-center px-6 py-14 text-center">
      <span className="mb-4 grid size-11 place-items-center rounded-full bg-sunken text-ink-faint">{icon}</span>
      <Title className="font-semibold">{title}</Title>
      {children ? <p className="mt-1 text-ink-soft">{children}</p> : null}
      {action ? <div className="mt-5">{action}</div> : null}
    </div>
  );
}

/** Nothing is here yet: why, and the one thing to do about it. */
export function Empty({ title, children, action }: Omit<NoteProps, "icon">) {
  return (
    <Note icon={<Inbox className="size-5" aria-hidden="true" />} title={title} action={action}>
      {children}
    </Note>
  );
}

/** Something is here, but the filters hide all of it. */
export function FilteredEmpty({ clearHref }: { clearHref: string }) {
  const t = useTranslations("table");
  return (
    <Note
      icon={<FilterX className="size-5" aria-hidden="true" />}
      title={t("filteredEmptyTitle")}
      action={<ButtonLink href={clearHref}>{t("clearFilters")}</ButtonLink>}
    >
      {t("filteredEmptyText")}
    </Note>
  );
}

/** The page exists, or this part of one, but not for this person. */
export function NoPermission({ homeHref, isPart = false }: { homeHref: string; isPart?: boolean }) {
  const t = useTranslations("noPermission");
  return (
    <Note
      icon={<Lock className="size-5" aria-hidden="true" />}
      as={isPart ? "p" : "h1"}
      title={t("title")}
      action={<ButtonLink href={homeHref}>{t("action")}</ButtonLink>}
    >
      {t("text")}
    </Note>
  );
}

export function Skeleton({ className }: { className: string }) {
  return <span className={classes("skeleton block rounded-lg bg-sunken", className)} aria-hidden="true" />;
}

/** A page of the final size while it loads. */
export function PageSkeleton() {
  const t = useTranslations("table");
  return (
    <div role="status" aria-label={t("loading")}>
      <Skeleton className="mb-8 h-8 w-56" />
      <div className="mb-6 grid grid-cols-[repeat(auto-fit,minmax(13.5rem,1fr))] gap-4">
        <Skeleton className="h-28" />
        <Skeleton className="h-28" />
        <Skeleton className="h-28" />
      </div>
      <Skeleton className="h-96" />
    </div>
  );
}
