/** A part of a whole, without any judgement about it. */
export function ShareBar({ share, label }: { share: number; label: string }) {
  return (
    <span role="img" aria-label={label} className="my-1.5 block h-1.5 overflow-hidden rounded-full bg-sunken">
      <span className="block h-full rounded-full bg-accent" style={{ width: `${share * 100}%` }} />
    </span>
  );
}
