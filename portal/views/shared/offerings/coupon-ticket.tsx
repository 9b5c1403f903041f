import type { ReactNode } from "react";
import { OfferingSymbol } from "#portal/ui/offering-symbol.tsx";

export type CouponTicketProps = {
  name: string;
  terms: string;
  partner: string;
  symbol: string;
  /** "Good at Fuel and Pharmacy". */
  where: string;
  /** "until 31 Dec 2026"; absent: without an end. */
  until?: string | undefined;
  /** Said in its corner where it is not simply good: "Used on 3 Nov". */
  state?: ReactNode;
  /** What else can be done with it. */
  action?: ReactNode;
  /** The code as a till reads it. */
  children?: ReactNode;
};

/** A coupon as a member shows it: what it is for above, what the till reads below. */
export function CouponTicket(props: CouponTicketProps) {
  const { name, terms, partner, symbol, where, until, state, action, children } = props;
  return (
    <article className="panel flex h-full flex-col overflow-hidden" aria-label={name}>
      <div className="flex gap-4 px-5 pt-5 pb-4">
        <span className="grid size-11 shrink-0 place-items-center rounded-xl bg-accent-soft text-accent-strong">
          <OfferingSymbol symbol={symbol} className="size-5" />
        </span>
        <div className="min-w-0 grow">
          <div className="flex items-start justify-between gap-3">
            <span className="eyebrow">{partner}</span>
            {state}
          </div>
          <h2 className="mt-0.5 font-semibold text-lg leading-snug tracking-[-0.01em]">{name}</h2>
          <p className="mt-1 text-ink-soft text-sm">{terms}</p>
        </div>
      </div>
      {children ? <div className="border-line border-t border-dashed bg-sunken/50 px-5 py-4">{children}</div> : null}
      <p className="mt-auto flex flex-wrap justify-between gap-x-4 gap-y-1 px-5 pt-3 pb-4 text-ink-faint text-sm">
        <span>{where}</span>
        <span>{until}</span>
      </p>
      {action ? <div className="px-5 pb-4">{action}</div> : null}
    </article>
  );
}
