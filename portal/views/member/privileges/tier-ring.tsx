import type { ReactNode } from "react";

const RADIUS = 52;
const ROUND = 2 * Math.PI * RADIUS;

/** How far it is to the next tier, as a ring around what stands in the middle. */
export function TierRing({ share, label, children }: { share: number; label: string; children: ReactNode }) {
  const drawn = Math.min(1, Math.max(0, share)) * ROUND;
  return (
    <div role="img" aria-label={label} className="relative size-32 shrink-0">
      <svg viewBox="0 0 120 120" className="size-full -rotate-90" aria-hidden="true">
        <circle cx="60" cy="60" r={RADIUS} fill="none" strokeWidth="9" className="stroke-sunken" />
        <circle
          cx="60"
          cy="60"
          r={RADIUS}
          fill="none"
          strokeWidth="9"
          strokeLinecap="round"
          strokeDasharray={`${drawn} ${ROUND}`}
          className="stroke-accent"
        />
      </svg>
      <span aria-hidden="true" className="absolute inset-0 grid place-items-center text-center">
        {children}
      </span>
    </div>
  );
}
