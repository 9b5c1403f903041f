import { Check } from "lucide-react";
import type { ReactNode } from "react";
import { classes } from "#portal/ui/classes.ts";

export type Step = { name: ReactNode; detail?: ReactNode; place: "done" | "now" | "ahead" };

/** Where something stands on a way that is known from the start; who took each step and when. */
export function Stepper({ steps, label }: { steps: Step[]; label: string }) {
  return (
    <ol aria-label={label} className="grid gap-y-1 sm:auto-cols-fr sm:grid-flow-col">
      {steps.map((step, index) => (
        <li
          // biome-ignore lint/suspicious/noArrayIndexKey: steps are a fixed sequence
          key={index}
          aria-current={step.place === "now" ? "step" : undefined}
          className="relative flex gap-3 pb-3 sm:flex-col sm:gap-2.5 sm:pb-0"
        >
          {index < steps.length - 1 ? (
            <span
              aria-hidden="true"
              className={classes(
                "absolute top-7 bottom-0 left-3 w-px sm:top-3 sm:right-1 sm:bottom-auto sm:left-8 sm:h-px sm:w-auto",
                step.place === "done" ? "bg-accent" : "bg-line",
              )}
            />
          ) : null}
          <StepDot place={step.place} />
          <span className="min-w-0 sm:pr-3">
            <span className={classes("block font-medium", step.place === "ahead" ? "text-ink-faint" : "text-ink")}>
              {step.name}
            </span>
            {step.detail ? <span className="block text-ink-faint text-sm">{step.detail}</span> : null}
          </span>
        </li>
      ))}
    </ol>
  );
}

function StepDot({ place }: { place: Step["place"] }) {
  if (place === "done")
    return (
      <span className="grid size-6 shrink-0 place-items-center rounded-full bg-accent text-on-accent">
        <Check className="size-3.5" strokeWidth={3} aria-hidden="true" />
      </span>
    );
  return (
    <span
      className={classes(
        "grid size-6 shrink-0 place-items-center rounded-full border-2 bg-surface",
        place === "now" ? "border-accent" : "border-line",
      )}
    >
      {place === "now" ? <span className="size-2 rounded-full bg-accent" /> : null}
    </span>
  );
}
