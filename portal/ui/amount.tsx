import { useLocale } from "next-intl";
import { formatMoney, formatPoints, type MoneyText, type Sign } from "#portal/lib/format.ts";
import { classes } from "#portal/ui/classes.ts";

type Tone = "plain" | "signed" | "muted";

const toneOf = (tone: Tone, text: string) =>
  tone === "muted" ? "text-ink-faint" : tone === "signed" && /^[^-]*[1-9]/.test(text) ? "text-good" : "";

/** A whole number of points. The unit belongs to the heading or the column, not to every number. */
export function Points({ value, sign, tone = "plain" }: { value: number; sign?: Sign; tone?: Tone }) {
  const text = formatPoints(useLocale(), value, sign);
  return <span className={classes("figures whitespace-nowrap", toneOf(tone, String(value)))}>{text}</span>;
}

/** Most amounts below a minor unit have this many places: a redemption's points times a price. */
const PLACES = 4;

/** An exact amount of money with its currency. `column`: its decimal point stands under those above it. */
export function Money({ value, sign, tone = "plain", column = false }: MoneyProps) {
  const text = formatMoney(useLocale(), value, sign);
  const places = (value.amount.split(".")[1] ?? "").replace(/0+$/, "").length;
  const missing = column ? Math.max(PLACES - Math.max(places, 2), 0) : 0;
  return (
    <span className={classes("figures whitespace-nowrap", toneOf(tone, value.amount))}>
      {text}
      {missing > 0 ? (
        <span aria-hidden="true" className="invisible select-none">
          {"0".repeat(missing)}
        </span>
      ) : null}
    </span>
  );
}

type MoneyProps = { value: MoneyText; sign?: Sign; tone?: Tone; column?: boolean };

/** The one large number of a page, with its unit beside it. */
export function Headline({ number, unit, note }: { number: string; unit: string; note?: React.ReactNode }) {
  return (
    <p>
      <span className="figures font-semibold text-5xl tracking-[-0.035em] sm:text-6xl">{number}</span>
      <span className="ml-2.5 text-ink-soft text-lg">{unit}</span>
      {note ? <span className="mt-2 block text-ink-soft">{note}</span> : null}
    </p>
  );
}
