import { getTranslations } from "next-intl/server";
import { ChoiceFilter, Filters } from "#portal/ui/filters.tsx";

export async function LedgerFilters({ cycles }: { cycles: { value: string; name: string }[] }) {
  const t = await getTranslations("operator");
  return (
    <Filters>
      <ChoiceFilter name="cycle" label={t("cycle")} all={cycles[0]?.name ?? ""} choices={cycles.slice(1)} />
    </Filters>
  );
}
