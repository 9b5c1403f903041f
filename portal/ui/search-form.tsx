import { Search as Lens } from "lucide-react";
import type { Search } from "#portal/lib/search-params.ts";

type SearchFormProps = {
  name: string;
  label: string;
  search: Search;
};

/** Looks for words and keeps the other filters; the browser sends it by itself. */
export function SearchForm({ name, label, search }: SearchFormProps) {
  const { [name]: value = "", after: _after, ...others } = search;
  return (
    <search className="no-print block">
      <form className="relative">
        {Object.entries(others).map(([other, held]) =>
          held ? <input key={other} type="hidden" name={other} value={held} /> : null,
        )}
        <label>
          <span className="sr-only">{label}</span>
          <Lens className="pointer-events-none absolute top-3.5 left-3.5 size-4 text-ink-faint" aria-hidden="true" />
          <input
            key={value}
            type="search"
            name={name}
            defaultValue={value}
            data-search
            placeholder={label}
            className="h-11 w-full rounded-lg border border-line bg-surface pr-3 pl-10 text-ink placeholder:text-ink-faint sm:max-w-96"
          />
        </label>
      </form>
    </search>
  );
}
