/** What stands after `?` in the address of a page: filters and the cursor, one value each. */
export type Search = Record<string, string | undefined>;

/** As Next gives it to a page; a repeated name counts once. */
export type SearchParams = Promise<Record<string, string | string[] | undefined>>;

export async function searchOf(params: SearchParams): Promise<Search> {
  return Object.fromEntries(
    Object.entries(await params).map(([name, value]) => [name, Array.isArray(value) ? value[0] : value]),
  );
}

/** An address with the search changed; a value of null leaves the name out. */
export function address(path: string, search: Search, changes: Record<string, string | null> = {}): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...search, ...changes })) if (value) query.set(name, value);
  const text = query.toString();
  return text ? `${path}?${text}` : path;
}

/** Whether anything but the page itself is asked for. */
export function isFiltered({ after: _after, ...filters }: Search): boolean {
  return Object.values(filters).some(Boolean);
}

/** A date that a person typed into the address; anything else is no date. */
export function dateIn(text: string | undefined): string | null {
  return text && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) ? text : null;
}

/** The day after a date, so that "until" includes the day it names. */
export function dayAfter(date: string): string {
  return new Date(Date.parse(date) + 86_400_000).toISOString().slice(0, 10);
}
