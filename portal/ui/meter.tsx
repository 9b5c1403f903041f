const TENSE = 0.75;
const FULL = 0.95;

/** How much of a limit is used. The colour warns before the number does. */
export function Meter({ share, label }: { share: number; label: string }) {
  const colour = share >= FULL ? "bg-bad" : share >= TENSE ? "bg-[var(--chart-2)]" : "bg-accent";
  return (
    <span role="img" aria-label={label} className="my-1.5 block h-1.5 overflow-hidden rounded-full bg-sunken">
      <span
        className={`block h-full rounded-full ${colour}`}
        style={{ width: `${Math.min(100, Math.max(0, share * 100))}%` }}
      />
    </span>
  );
}
