"use client";

import { useEffect, useState } from "react";
import { useRouter } from "#portal/i18n/navigation.ts";

type CountdownProps = { until: string; seconds: number; label: string; children?: React.ReactNode };

/** A ring that runs out; then the page is read again. While nobody looks, nothing is asked. */
export function Countdown({ until, seconds, label, children }: CountdownProps) {
  const router = useRouter();
  const [left, setLeft] = useState(seconds);
  useEffect(() => {
    const end = Date.parse(until);
    const tick = () => {
      const now = Math.max(0, Math.ceil((end - Date.now()) / 1000));
      setLeft(now);
      if (now === 0 && document.visibilityState === "visible") router.refresh();
    };
    tick();
    const clock = setInterval(tick, 1000);
    document.addEventListener("visibilitychange", tick);
    return () => {
      clearInterval(clock);
      document.removeEventListener("visibilitychange", tick);
    };
  }, [until, router]);
  const share = Math.min(1, left / seconds);
  return (
    <div className="relative inline-grid place-items-center">
      <svg viewBox="0 0 36 36" className="-rotate-90 size-14" role="img" aria-label={label}>
        <circle cx="18" cy="18" r="16" fill="none" strokeWidth="3" className="stroke-line" />
        <circle
          cx="18"
          cy="18"
          r="16"
          fill="none"
          strokeWidth="3"
          strokeLinecap="round"
          pathLength={1}
          strokeDasharray={`${share} 1`}
          className="stroke-accent transition-[stroke-dasharray] duration-1000 ease-linear motion-reduce:transition-none"
        />
      </svg>
      <span className="figures absolute font-semibold" aria-hidden="true">
        {left}
      </span>
      {children}
    </div>
  );
}
