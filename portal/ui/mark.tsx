/** The sign of Zgoda: two chevrons that meet and make one. */
export function Mark({ className = "size-7" }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" className={className} aria-hidden="true">
      <rect width="32" height="32" rx="7.5" fill="oklch(0.43 0.155 266)" />
      <path d="M13 8 5 16l8 8 4-4-4-4 4-4z" fill="#fbfaf6" />
      <path d="m19 8-4 4 4 4-4 4 4 4 8-8z" fill="#e2b04a" />
    </svg>
  );
}
