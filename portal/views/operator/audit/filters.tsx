import { getMessages, getTranslations } from "next-intl/server";
import type { Search } from "#portal/lib/search-params.ts";
import { ChoiceFilter, DateFilter, Filters } from "#portal/ui/filters.tsx";

/** What was done to what, and when. The deeds offered are those of the chosen kind of thing. */
export async function AuditFilters({ search }: { search: Search }) {
  const t = await getTranslations("audit");
  const table = await getTranslations("table");
  const { auditObjects: objects, auditSteps, auditDeeds: deeds } = await getMessages();
  const steps: Record<string, Record<string, string>> = auditSteps;
  const chosen = search["object"] ?? "";
  const ofObject = Object.entries(steps[chosen] ?? {})
    .filter(([state]) => state !== "any")
    .map(([state, name]) => ({ value: `${chosen}.${state}`, name }));
  const named = Object.entries(deeds).map(([value, name]) => ({ value, name }));
  return (
    <Filters>
      <ChoiceFilter name="object" label={t("where")} all={t("any")} choices={byName(choicesOf(objects))} />
      <ChoiceFilter name="action" label={t("action")} all={t("any")} choices={[...ofObject, ...byName(named)]} />
      <DateFilter name="from" label={table("from")} />
      <DateFilter name="until" label={table("until")} />
    </Filters>
  );
}

type Choice = { value: string; name: string };

const choicesOf = (names: Record<string, string>): Choice[] =>
  Object.entries(names).map(([value, name]) => ({ value, name }));

const byName = (choices: Choice[]) => choices.toSorted((a, b) => a.name.localeCompare(b.name));
