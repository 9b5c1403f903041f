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
