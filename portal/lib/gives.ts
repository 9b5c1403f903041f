import type { useTranslations } from "next-intl";
import type { Locale } from "#portal/i18n/routing.ts";
import { formatDecimal, formatMoney, formatPoints } from "#portal/lib/format.ts";

type Say = ReturnType<typeof useTranslations<"gives">>;

/** How a visitor reads numbers. */
export type Reading = { locale: Locale; currencyCode: string };

/** An effect of a campaign's rule, as far as it says what somebody gets. */
export type GivenEffect = {
  kind: string;
  on?: string | null;
  where?: string | null;
  give?: { by: string; number: number | null; per: string | null; bps: number | null } | null;
  times?: string | null;
  take?: { by: string; bps: number | null; amount: string | null; price: string | null } | null;
  size?: number | null;
};

/** What a rule gives, in a member's words: "Double points · on coffee"; the most telling effect alone. */
export function givesWords(say: Say, effects: readonly GivenEffect[], reading: Reading): string {
  const [told] = effects.toSorted((a, b) => rank(a.kind) - rank(b.kind));
  return told ? effectWords(say, told, reading) : "";
}

/** The same without the goods it is for, where other words tell of them. */
export const everywhere = (effect: GivenEffect): GivenEffect => ({ ...effect, where: null });

/** What one effect gives, and on which goods where that can be told. */
export function effectWords(say: Say, effect: GivenEffect, reading: Reading): string {
  const goods = goodsIn(effect.where);
  const on = goods === null ? "" : goods.length > 0 ? say("onGoods", { goods: goods.join(", ") }) : say("onSome");
  return [amountWords(say, effect, reading), on].filter(Boolean).join(" · ");
}

const telling = ["DISCOUNT", "CHEAPEST", "MULTIPLY", "POINTS", "GIFT", "COUPON", "TICKET", "BENEFIT", "STAMP"];
const rank = (kind: string) => (telling.includes(kind) ? telling.indexOf(kind) : telling.length);

function amountWords(say: Say, effect: GivenEffect, reading: Reading): string {
  switch (effect.kind) {
    case "POINTS":
      return giving(say, effect, reading);
    case "MULTIPLY":
      return times(say, effect.times ?? "1", reading);
    case "DISCOUNT":
      return taking(say, effect, reading);
    case "CHEAPEST":
      return effect.take?.bps === 10_000 ? say("cheapestFree") : say("cheapest", { off: taking(say, effect, reading) });
    case "STAMP":
      return say("stamp", counted(effect, reading));
    case "TICKET":
      return say("ticket", counted(effect, reading));
    case "TIER_POINTS":
      return say("tierPoints", counted(effect, reading));
    default:
      return say(plain[effect.kind] ?? "other");
  }
}

const plain: Record<string, "gift" | "coupon" | "benefit" | "message" | "journey"> = {
  GIFT: "gift",
  COUPON: "coupon",
  BENEFIT: "benefit",
  MESSAGE: "message",
  START_JOURNEY: "journey",
};

function giving(say: Say, { give, on }: GivenEffect, reading: Reading): string {
  if (give?.by === "PERCENT") return say("percentBack", { percent: percent(give.bps, reading) });
  const counts = { count: give?.number ?? 0, n: formatPoints(reading.locale, give?.number ?? 0) };
  if (give?.by === "PER_AMOUNT") return say("pointsPer", { ...counts, amount: money(give.per, reading) });
  return say(on === "LINES" ? "pointsEach" : "points", counts);
}

function times(say: Say, text: string, { locale }: Reading): string {
  if (Number(text) === 2) return say("double");
  return Number(text) === 3 ? say("triple") : say("times", { times: formatDecimal(locale, text) });
}

function taking(say: Say, { take }: GivenEffect, reading: Reading): string {
  if (take?.by === "PRICE") return say("forPrice", { price: money(take.price, reading) });
  const amount = take?.by === "AMOUNT" ? money(take.amount, reading) : percent(take?.bps ?? 0, reading);
  return say("off", { amount });
}

/** Of a share of the money the number is not known beforehand: one stands for "some". */
function counted({ give }: GivenEffect, { locale }: Reading) {
  const count = give?.number ?? 1;
  return { count, n: formatPoints(locale, count) };
}

const money = (amount: string | null, { locale, currencyCode }: Reading) =>
  formatMoney(locale, { amount: amount ?? "0", currencyCode });

const percent = (bps: number | null, { locale }: Reading) =>
  `${formatDecimal(locale, ((bps ?? 0) / 100).toFixed(2).replace(/\.?0+$/, ""))}${locale === "en" ? "" : "\u00a0"}%`;

/**
 * The goods that an expression over `line` names: ["coffee"] of `line.category == "coffee"`. Empty where it asks for
 * something else; null where all lines are meant.
 */
export function goodsIn(where: string | null | undefined): string[] | null {
  if (!where) return null;
  const one = /^\s*line\.(?:category|brand|sku|name) == "([^"\\]+)"\s*$/.exec(where);
  if (one?.[1]) return [one[1]];
  const many = /^\s*line\.(?:category|brand|sku|name) in \[((?:"[^"\\]+"(?:, ?)?)+)\]\s*$/.exec(where);
  return many?.[1] ? [...many[1].matchAll(/"([^"\\]+)"/g)].flatMap(([, name]) => (name ? [name] : [])) : [];
}
