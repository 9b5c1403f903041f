import { Check, ChevronDown, Sparkles } from "lucide-react";
import type { ReactNode } from "react";
import { classes } from "#portal/ui/classes.ts";
import { ShareBar } from "#portal/ui/share-bar.tsx";

/** Everything in the member's words already. */
export type OfferCardProps = {
  /** "Coffee mornings" */
  name: string;
  /** "Double points · on coffee": the one thing to remember. */
  gives: string;
  /** "Lavka Market", or where a coalition-wide one holds. */
  partner: string;
  /** "until 31 Dec 2026"; absent: without an end. */
  until?: string | undefined;
  /** What has to hold, each in a few words. */
  terms?: readonly string[];
  /** Folds the terms away under this title until somebody asks for them. */
  termsTitle?: string | undefined;
  /** How far the member is: `share` from 0 to 1, and the same in words. */
  progress?: { share: number; text: string } | undefined;
  /** Said in its corner where the member has it already: "Activated". */
  activated?: string | undefined;
  /** What the member can do about it. */
  action?: ReactNode;
};

/** An offer as a member meets it, wherever that is: in the portal, or in a marketer's preview. */
export function OfferCard(props: OfferCardProps) {
  const { name, gives, partner, until, terms = [], termsTitle, progress, activated, action } = props;
  return (
    <article
      className={classes("panel relative flex h-full flex-col overflow-hidden", activated && "border-good/60")}
      aria-label={name}
    >
      <div aria-hidden="true" className={classes("h-1.5 w-full", activated ? "bg-good" : "bg-accent")} />
      <div className="flex grow flex-col px-5 pt-4 pb-5">
        <div className="flex items-start justify-between gap-3">
          <span className="eyebrow">{partner}</span>
          {activated ? (
            <span className="inline-flex shrink-0 items-center gap-1 rounded-full bg-good-soft px-2.5 py-0.5 font-medium text-[0.8125rem] text-good">
              <Check className="size-3.5" strokeWidth={2.5} aria-hidden="true" />
              {activated}
            </span>
          ) : (
            <Sparkles className="size-4 shrink-0 text-accent" aria-hidden="true" />
          )}
        </div>
        <p className="mt-2 font-semibold text-xl leading-snug tracking-[-0.02em]">{gives}</p>
        <h3 className="mt-0.5 text-ink-soft">{name}</h3>
        {terms.length === 0 ? null : termsTitle ? (
          <details className="group mt-2 text-ink-soft text-sm">
            <summary className="flex min-h-11 w-fit cursor-pointer list-none items-center gap-1 font-medium text-accent hover:underline [&::-webkit-details-marker]:hidden">
              {termsTitle}
              <ChevronDown className="size-4 transition-transform group-open:rotate-180" aria-hidden="true" />
            </summary>
            <Terms terms={terms} />
          </details>
        ) : (
          <div className="mt-3">
            <Terms terms={terms} />
          </div>
        )}
        {progress ? (
          <div className="mt-4">
            <ShareBar share={Math.min(1, Math.max(0, progress.share))} label={progress.text} />
            <p className="figures mt-1 text-ink-faint text-sm" aria-hidden="true">
              {progress.text}
            </p>
          </div>
        ) : null}
        <div className="mt-auto flex flex-wrap items-center justify-between gap-3 pt-4">
          <span className="text-ink-faint text-sm">{until}</span>
          {action}
        </div>
      </div>
    </article>
  );
}

function Terms({ terms }: { terms: readonly string[] }) {
  return (
    <ul className="grid gap-1 text-ink-soft text-sm">
      {terms.map((term) => (
        <li key={term} className="flex gap-2">
          <span aria-hidden="true" className="mt-2 size-1 shrink-0 rounded-full bg-line-strong" />
          <span>{term}</span>
        </li>
      ))}
    </ul>
  );
}
