import { getTranslations } from "next-intl/server";
import { getTexts } from "#portal/lib/texts.ts";
import { Panel } from "#portal/ui/page.tsx";
import { ShareBar } from "#portal/ui/share-bar.tsx";

type Group = "NEVER" | "CHAMPION" | "LOYAL" | "PROMISING" | "SLIPPING" | "FADING" | "LOST";
type Counted = { group: Group; customerCount: number };

/** Customers by what their scores say together, the best first; each bar is a share of the largest group. */
export async function Groups({ groups }: { groups: readonly Counted[] }) {
  const t = await getTranslations("analytics");
  const customers = await getTranslations("customers");
  const texts = await getTexts();
  const most = Math.max(1, ...groups.map(({ customerCount }) => customerCount));
  const all = groups.reduce((sum, { customerCount }) => sum + customerCount, 0);
  return (
    <Panel title={t("groups")} note={t("groupsNote")}>
      {groups.length === 0 ? <p className="text-ink-faint">{t("noData")}</p> : null}
      <ul className="grid gap-3">
        {groups.map(({ group, customerCount }) => {
          const [name, count] = [customers(`group_${group}`), texts.points(customerCount)];
          return (
            <li key={group}>
              <div className="flex items-baseline justify-between gap-4">
                <span className="font-medium">{name}</span>
                <span className="figures text-ink-soft text-sm">
                  <span className="mr-2 font-semibold text-ink">{count}</span>
                  {texts.share(all === 0 ? 0 : customerCount / all)}
                </span>
              </div>
              <ShareBar share={customerCount / most} label={`${name}: ${count}`} />
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
