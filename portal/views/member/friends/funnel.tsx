import { getTranslations } from "next-intl/server";
import { getTexts } from "#portal/lib/texts.ts";
import { Panel } from "#portal/ui/page.tsx";

/** Three steps, each at most as wide as the one before. */
export async function Funnel({ funnel }: { funnel: { invited: number; joined: number; bought: number } }) {
  const t = await getTranslations("friends");
  const texts = await getTexts();
  const steps = [
    { name: t("invited"), count: funnel.invited },
    { name: t("joinedStep"), count: funnel.joined },
    { name: t("bought"), count: funnel.bought },
  ];
  const most = Math.max(1, funnel.invited);
  return (
    <Panel title={t("funnel")}>
      <dl className="grid gap-3">
        {steps.map(({ name, count }) => (
          <div
            key={name}
            className="grid grid-cols-[7.5rem_1fr_2.5rem] items-center gap-3 sm:grid-cols-[10rem_1fr_3rem]"
          >
            <dt className="text-ink-soft">{name}</dt>
            <dd className="contents">
              <span aria-hidden="true" className="h-7 rounded-md bg-sunken">
                <span
                  className="block h-full rounded-md bg-accent"
                  style={{ width: `${Math.round((count / most) * 100)}%` }}
                />
              </span>
              <span className="figures text-right font-semibold text-lg">{texts.points(count)}</span>
            </dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}
