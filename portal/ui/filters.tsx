"use client";

import { Search, X } from "lucide-react";
import { useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useRef, useTransition } from "react";
import { Link, usePathname, useRouter } from "#portal/i18n/navigation.ts";
import { classes } from "#portal/ui/classes.ts";

const field = "h-10 rounded-lg border border-line bg-surface px-3 text-ink placeholder:text-ink-faint";

/** Filters live in the address: a filtered view can be bookmarked, sent and returned to. */
export function Filters({ children }: { children: ReactNode }) {
  const t = useTranslations("table");
  const form = useRef<HTMLFormElement>(null);
  const router = useRouter();
  const path = usePathname();
  const search = useSearchParams();
  const [waiting, startTransition] = useTransition();
  const names = [...search.keys()].filter((name) => name !== "after");

  const apply = () => {
    if (!form.current) return;
    const filled = [...new FormData(form.current)].filter(([, value]) => value !== "") as [string, string][];
    const query = new URLSearchParams(filled).toString();
    startTransition(() => router.replace(query ? `${path}?${query}` : path, { scroll: false }));
  };

  return (
    <search>
      <form
        ref={form}
        onChange={(event) => !(event.target instanceof HTMLInputElement && event.target.type === "search") && apply()}
        onSubmit={(event) => {
          event.preventDefault();
          apply();
        }}
        aria-busy={waiting}
        className={classes("no-print mb-4 flex flex-wrap items-end gap-3", waiting && "opacity-70")}
      >
        {children}
        {names.length > 0 ? (
          <Link
            href={path}
            className="inline-flex h-10 items-center gap-1.5 rounded-lg px-3 text-ink-soft hover:bg-sunken"
          >
            <X className="size-4" aria-hidden="true" />
            {t("clearFilters")}
          </Link>
        ) : null}
      </form>
    </search>
  );
}

export function SearchFilter({ name, label, placeholder }: { name: string; label: string; placeholder?: string }) {
  const value = useSearchParams().get(name) ?? "";
  return (
    <label className="relative block grow sm:max-w-80">
      <span className="sr-only">{label}</span>
      <Search className="pointer-events-none absolute top-3 left-3 size-4 text-ink-faint" aria-hidden="true" />
      <input
        key={value}
        type="search"
        name={name}
        defaultValue={value}
        data-search
        placeholder={placeholder ?? label}
        className={`${field} w-full pl-9`}
      />
    </label>
  );
}

export function ChoiceFilter({ name, label, all, choices }: ChoiceFilterProps) {
  const value = useSearchParams().get(name) ?? "";
  return (
    <label className="block">
      <span className="mb-1 block text-[0.8125rem] text-ink-faint">{label}</span>
      <select key={value} name={name} defaultValue={value} className={`${field} min-w-36 pr-8`}>
        <option value="">{all}</option>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.name}
          </option>
        ))}
      </select>
    </label>
  );
}

type ChoiceFilterProps = { name: string; label: string; all: string; choices: { value: string; name: string }[] };

export function DateFilter({ name, label }: { name: string; label: string }) {
  const value = useSearchParams().get(name) ?? "";
  return (
    <label className="block">
      <span className="mb-1 block text-[0.8125rem] text-ink-faint">{label}</span>
      <input key={value} type="date" name={name} defaultValue={value} className={`${field} figures`} />
    </label>
  );
}
