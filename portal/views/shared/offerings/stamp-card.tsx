import { classes } from "#portal/ui/classes.ts";
import { OfferingSymbol } from "#portal/ui/offering-symbol.tsx";

export type StampCardProps = {
  name: string;
  terms: string;
  partner: string;
  symbol: string;
  size: number;
  stamps: number;
  /** "4 of 6", in the reader's words. */
  count: string;
};

/** More than fit in a few rows are told by the count alone. */
const DRAWN_MAX = 20;

/** A stamp card as a member holds it: the stamps in rows, the last one is what it is all for. */
export function StampCard({ name, terms, partner, symbol, size, stamps, count }: StampCardProps) {
  return (
    <article className="panel flex h-full flex-col px-5 pt-4 pb-5" aria-label={name}>
      <div className="flex items-start justify-between gap-3">
        <span className="eyebrow">{partner}</span>
        <span className="figures font-semibold text-lg leading-none" data-stamps={stamps}>
          {count}
        </span>
      </div>
      <h3 className="mt-1.5 font-semibold text-xl leading-snug tracking-[-0.02em]">{name}</h3>
      {size <= DRAWN_MAX ? (
        <ol className="mt-4 flex flex-wrap gap-1.5" aria-hidden="true">
          {Array.from({ length: size }, (_, place) => (
            <Stamp
              // biome-ignore lint/suspicious/noArrayIndexKey: a stamp is its place on the card
              key={place}
              symbol={symbol}
              isThere={place < stamps}
              isLast={place === size - 1}
            />
          ))}
        </ol>
      ) : null}
      <p className="mt-auto pt-4 text-ink-soft text-sm">{terms}</p>
    </article>
  );
}

function Stamp({ symbol, isThere, isLast }: { symbol: string; isThere: boolean; isLast: boolean }) {
  return (
    <li
      className={classes(
        "grid size-9 place-items-center rounded-full border-2",
        isThere
          ? "border-accent bg-accent text-[var(--accent-ink,white)]"
          : isLast
            ? "border-accent border-dashed text-accent"
            : "border-line-strong/60 border-dashed",
      )}
    >
      {isThere || isLast ? <OfferingSymbol symbol={isLast && !isThere ? "GIFT" : symbol} className="size-5" /> : null}
    </li>
  );
}
