import { getTranslations } from "next-intl/server";
import { getTexts } from "#portal/lib/texts.ts";
import { Bars } from "#portal/ui/charts/bars.tsx";
import { Panel } from "#portal/ui/page.tsx";

type Group = "NEVER" | "CHAMPION" | "LOYAL" | "PROMISING" | "SLIPPING" | "FADING" | "LOST";
type Counted = { group: Group; customerCount: number };

/** Customers by what their scores say together. */
export async function Groups({ groups }: { groups: readonly Counted[] }) {
  const t = await getTranslations("analytics");
  const customers = await getTranslations("customers");
  const texts = await getTexts();
  const [largest] = groups.toSorted((one, other) => other.customerCount - one.customerCount);
  if (!largest) return null;
  const summary = t("groupsSummary", {
    group: customers(`group_${largest.group}`),
    count: texts.points(largest.customerCount),
  });
  return (
    <Panel title={t("groups")} note={t("groupsNote")}>
      <Bars
        title={t("groups")}
        summary={summary}
        nameOf={t("group")}
        names={groups.map(({ group }) => customers(`group_${group}`))}
        series={[{ name: t("customers"), values: groups.map(({ customerCount }) => customerCount) }]}
        height={210}
        print={(count) => texts.points(count)}
      />
    </Panel>
  );
}
