"use client";

import { Sparkles } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { type ReactNode, useId, useState } from "react";
import { millionths, moneyOf } from "#portal/lib/added-money.ts";
import { formatMoney } from "#portal/lib/format.ts";
import { classes } from "#portal/ui/classes.ts";

export type BoardRow = {
  id: string;
  title: string;
  note?: string;
  when: string;
  /** Signed decimal: positive comes in. */
  amount: string;
};

/** What goes with a row of the right, how well, and why. */
export type BoardHint = { right: string; left: string; score: number; reason: string };

type ReconBoardProps = {
  leftName: string;
  rightName: string;
  left: BoardRow[];
  right: BoardRow[];
  hints: BoardHint[];
  currencyCode: string;
  /** What can be done with what is ticked; asked again at every tick. */
  children: (ticked: {
    left: string[];
    right: string[];
    differenceE6: bigint;
    amounts: Map<string, bigint>;
  }) => ReactNode;
};

/** Tick what belongs together on both sides: the difference stands on top, and is 0 when it fits. */
export function ReconBoard({ leftName, rightName, left, right, hints, currencyCode, children }: ReconBoardProps) {
  const t = useTranslations("board");
  const locale = useLocale();
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const toggle = (id: string) =>
    setTicked((before) => new Set(before.has(id) ? [...before].filter((one) => one !== id) : [...before, id]));
  const chosen = (rows: BoardRow[]) => rows.filter(({ id }) => ticked.has(id));
  const sum = (rows: BoardRow[]) => chosen(rows).reduce((total, { amount }) => total + millionths(amount), 0n);
  const [leftSum, rightSum] = [sum(left), sum(right)];
  const difference = rightSum - leftSum;
  const print = (e6: bigint) => formatMoney(locale, moneyOf(e6, currencyCode), "always");
  const fits = ticked.size > 0 && difference === 0n;
  const ofTicked = hints.filter((hint) => ticked.has(hint.right) && !ticked.has(hint.left));
  const shown = [...left, ...right].map(({ id, amount }) => [id, millionths(amount)] as const);

  return (
    <div>
      <div className="sticky top-16 z-10 grid gap-x-6 gap-y-3 border-line border-b bg-surface px-5 py-4 sm:grid-cols-[1fr_auto_1fr] sm:items-center">
        <Side name={leftName} sum={print(leftSum)} count={chosen(left).length} />
        <div className="text-center" aria-live="polite">
          <span className="eyebrow block">{t("difference")}</span>
          <output
            data-difference={moneyOf(difference, currencyCode).amount}
            className={classes(
              "figures block font-semibold text-3xl tracking-[-0.03em]",
              fits ? "text-good" : difference === 0n ? "text-ink-faint" : "text-bad",
            )}
          >
            {print(difference)}
          </output>
          <span className="block text-ink-faint text-sm">
            {fits ? t("fits") : ticked.size > 0 ? t("differs") : t("tick")}
          </span>
        </div>
        <Side name={rightName} sum={print(rightSum)} count={chosen(right).length} end />
        <div className="flex flex-wrap items-center justify-center gap-2 sm:col-span-3">
          {children({
            left: chosen(left).map(({ id }) => id),
            right: chosen(right).map(({ id }) => id),
            differenceE6: difference,
            amounts: new Map(shown),
          })}
        </div>
        {ofTicked.length > 0 ? (
          <ul aria-label={t("suggestions")} className="grid gap-1.5 sm:col-span-3">
            {ofTicked.map((hint) => (
              <li key={`${hint.right}${hint.left}`}>
                <button
                  type="button"
                  onClick={() => toggle(hint.left)}
                  className="flex w-full items-center gap-3 rounded-lg bg-accent-soft px-3.5 py-2 text-left text-accent-strong hover:underline"
                >
                  <Sparkles className="size-4 shrink-0" aria-hidden="true" />
                  <span className="grow">
                    {left.find(({ id }) => id === hint.left)?.title} · {hint.reason}
                  </span>
                  <b className="figures font-semibold">{t("score", { score: String(hint.score) })}</b>
                </button>
              </li>
            ))}
          </ul>
        ) : null}
      </div>
      <div className="grid lg:grid-cols-2">
        <Rows
          name={leftName}
          rows={left}
          ticked={ticked}
          hinted={new Set(ofTicked.map((hint) => hint.left))}
          {...{ toggle, currencyCode }}
        />
        <Rows name={rightName} rows={right} ticked={ticked} hinted={new Set()} edge {...{ toggle, currencyCode }} />
      </div>
    </div>
  );
}

function Side({ name, sum, count, end }: { name: string; sum: string; count: number; end?: boolean }) {
  const t = useTranslations("board");
  return (
    <div className={end ? "sm:text-right" : ""}>
      <span className="eyebrow block">{name}</span>
      <span className="figures block font-semibold text-lg">{sum}</span>
      <span className="block text-ink-faint text-sm">{t("ticked", { count: String(count) })}</span>
    </div>
  );
}

type RowsProps = {
  name: string;
  rows: BoardRow[];
  ticked: ReadonlySet<string>;
  hinted: ReadonlySet<string>;
  edge?: boolean;
  currencyCode: string;
  toggle: (id: string) => void;
};

function Rows({ name, rows, ticked, hinted, edge, currencyCode, toggle }: RowsProps) {
  const t = useTranslations("board");
  const locale = useLocale();
  const id = useId();
  return (
    <fieldset aria-labelledby={id} className={classes("min-w-0", edge && "border-line lg:border-l")}>
      <p id={id} className="border-line border-b bg-sunken px-5 py-2 font-medium text-[0.8125rem] text-ink-soft">
        {name}
      </p>
      {rows.length === 0 ? <p className="px-5 py-8 text-center text-ink-faint">{t("nothing")}</p> : null}
      {rows.map((row) => (
        <label
          key={row.id}
          data-board={row.id}
          className={classes(
            "grid cursor-pointer grid-cols-[1.25rem_minmax(0,1fr)_auto] items-start gap-3 border-line/70 border-b px-5 py-3 hover:bg-sunken/60",
            ticked.has(row.id) && "bg-accent-soft",
            hinted.has(row.id) && "outline-2 outline-accent/50 -outline-offset-2 outline-dashed",
          )}
        >
          <input
            type="checkbox"
            checked={ticked.has(row.id)}
            onChange={() => toggle(row.id)}
            className="mt-0.5 size-5 accent-[var(--accent)]"
          />
          <span className="min-w-0">
            <span className="block font-medium [overflow-wrap:anywhere]">{row.title}</span>
            <span className="block text-ink-faint text-sm [overflow-wrap:anywhere]">
              {[row.when, row.note].filter(Boolean).join(" · ")}
            </span>
          </span>
          <span className="figures whitespace-nowrap font-medium">
            {formatMoney(locale, { amount: row.amount, currencyCode }, "always")}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
