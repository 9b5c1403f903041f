import { constants, type PerformanceEntry, PerformanceObserver } from "node:perf_hooks";

const SAMPLE_MS = 20;

/** How many MiB the process's resident memory grows by at its peak, from now until `stop`. */
export function watchMemory(): { stop(): number } {
  const before = process.memoryUsage().rss;
  let peak = before;
  const timer = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss);
  }, SAMPLE_MS);
  return {
    stop: () => {
      clearInterval(timer);
      return (peak - before) / 2 ** 20;
    },
  };
}

/**
 * How many MiB of objects were still in use when the garbage was gone, at most, from now until `stop`; NaN: it never was
 * gathered. The process itself grows by more: as long as there is room, garbage is left lying.
 */
export function watchLive(): { stop(): number } {
  let most = Number.NaN;
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & { detail?: { kind?: number } })[]) {
      if (entry.detail?.kind !== constants.NODE_PERFORMANCE_GC_MAJOR) continue;
      const { heapUsed, external } = process.memoryUsage();
      most = Math.max(Number.isNaN(most) ? 0 : most, (heapUsed + external) / 2 ** 20);
    }
  });
  observer.observe({ entryTypes: ["gc"] });
  return {
    stop: () => {
      observer.disconnect();
      return most;
    },
  };
}
