import { getTranslations } from "next-intl/server";
import { getTexts, type Texts } from "#portal/lib/texts.ts";
import { Meter } from "#portal/ui/meter.tsx";

/** How much of a limit for the whole campaign is used up. */
export type Spent = {
  spent: string;
  limit: { unit: string; most: string; scope: string; period: string; rule: number | null };
};

const shareOf = ({ spent, limit }: Spent) => (Number(limit.most) === 0 ? 1 : Number(spent) / Number(limit.most));

/** In the unit that the limit counts: points and times are whole. */
export function limitAmount(texts: Texts, unit: string, amount: string): string {
  return unit === "MONEY" ? texts.money({ amount, currencyCode: texts.currencyCode }) : texts.points(Number(amount));
}

/** The budget that is used up most, in a table's cell. */
export async function BudgetBar({ spent }: { spent: readonly Spent[] | null }) {
  const t = await getTranslations("campaigns");
  const texts = await getTexts();
  const [tightest] = spent?.toSorted((a, b) => shareOf(b) - shareOf(a)) ?? [];
  if (!tightest) return <span className="text-ink-faint">{t(spent ? "noBudget" : "budgetOfOthers")}</span>;
  const { unit, most } = tightest.limit;
  const said = t(`used_${unit as "POINTS" | "MONEY" | "TIMES"}`, {
    used: limitAmount(texts, unit, tightest.spent),
    most: limitAmount(texts, unit, most),
  });
  return (
    <span className="block min-w-40 max-w-64">
      <span className="figures block text-sm">{said}</span>
      <Meter share={shareOf(tightest)} label={said} />
    </span>
  );
}

/** Every limit, with how much of those for the whole campaign is used up: the budget burning down. */
export async function Limits({ limits, spent }: { limits: readonly Spent["limit"][]; spent: readonly Spent[] | null }) {
  const t = await getTranslations("campaigns");
  const texts = await getTexts();
  if (limits.length === 0) return <p className="text-ink-soft">{t("noLimits")}</p>;
  const usedOf = (limit: Spent["limit"]) => spent?.find((one) => sameLimit(one.limit, limit)) ?? null;
  return (
    <ul className="grid gap-4">
      {limits.map((limit) => {
        const used = usedOf(limit);
        const words = limitWords(t, texts, limit);
        const left = used && Math.max(Number(limit.most) - Number(used.spent), 0);
        return (
          <li key={`${limit.unit}${limit.scope}${limit.period}${limit.rule}`}>
            <span className="block font-medium">{words}</span>
            {used ? (
              <>
                <Meter share={shareOf(used)} label={words} />
                <span className="figures flex justify-between gap-4 text-ink-faint text-sm">
                  <span>
                    {t("usedUp", {
                      used: limitAmount(texts, limit.unit, used.spent),
                      share: texts.share(shareOf(used)),
                    })}
                  </span>
                  <span>
                    {t("left", {
                      left: limitAmount(
                        texts,
                        limit.unit,
                        limit.unit === "MONEY" ? (left ?? 0).toFixed(2) : String(left),
                      ),
                    })}
                  </span>
                </span>
              </>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}

const sameLimit = (one: Spent["limit"], other: Spent["limit"]) =>
  one.unit === other.unit && one.scope === other.scope && one.period === other.period && one.rule === other.rule;

type Say = Awaited<ReturnType<typeof getTranslations<"campaigns">>>;

/** "At most 100,000 points in all", "At most 2 times a day for each member". */
export function limitWords(t: Say, texts: Texts, { unit, most, scope, period }: Omit<Spent["limit"], "rule">): string {
  const what = t(`unit_${unit as "POINTS" | "MONEY" | "TIMES"}`, {
    count: Number(most),
    amount: limitAmount(texts, unit, most),
  });
  const [whom, howLong] = [scope as "CAMPAIGN" | "MEMBER", period as "EVER" | "DAY" | "WEEK" | "MONTH"];
  return t(`limit_${whom}_${howLong}`, { what });
}
