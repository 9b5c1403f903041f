import { getTranslations } from "next-intl/server";
import { getTexts } from "#portal/lib/texts.ts";
import { Panel } from "#portal/ui/page.tsx";
import { ShareBar } from "#portal/ui/share-bar.tsx";
import type { Challenge } from "#portal/views/shared/challenges/types.ts";

type StandingProps = { challenge: Challenge; standing: NonNullable<Challenge["standing"]> };

const names = ["quarter1", "quarter2", "quarter3", "quarter4", "reachedIt"] as const;

/** How many members are how far in the present turn, those who are nearest the goal first. */
export async function Standing({ challenge, standing: { startsOn, endsOn, quarters } }: StandingProps) {
  const t = await getTranslations("challengeDesk");
  const texts = await getTexts();
  const all = quarters.reduce((sum, count) => sum + count, 0);
  const given = t("givenOf", {
    given: texts.points(challenge.awardsGiven ?? 0),
    most: texts.points(challenge.awardsMost),
  });
  const until = endsOn.startsWith("9999") ? "" : ` – ${texts.businessDate(endsOn)}`;
  return (
    <Panel title={t("standing")} note={`${texts.businessDate(startsOn)}${until}`} aside={`${t("given")}: ${given}`}>
      {all === 0 ? (
        <p className="text-ink-soft">{t("nobodyYet")}</p>
      ) : (
        <>
          <p className="mb-4">
            <span className="figures font-semibold text-3xl tracking-[-0.03em]">{texts.points(all)}</span>{" "}
            <span className="text-ink-soft">{t("onTheWay", { members: all })}</span>
          </p>
          <dl className="grid gap-3">
            {names
              .map((name, at) => ({ name, count: quarters[at] ?? 0 }))
              .toReversed()
              .map(({ name, count }) => (
                <div key={name} className="grid grid-cols-[minmax(7rem,10rem)_minmax(0,1fr)_3.5rem] items-center gap-3">
                  <dt className={name === "reachedIt" ? "font-medium text-good" : "text-ink-soft"}>{t(name)}</dt>
                  <dd>
                    <ShareBar share={count / all} label={`${t(name)}: ${texts.points(count)}`} />
                  </dd>
                  <dd className="figures text-right">{texts.points(count)}</dd>
                </div>
              ))}
          </dl>
        </>
      )}
    </Panel>
  );
}
