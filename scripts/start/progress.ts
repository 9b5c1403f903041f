const TICK_MS = 1_000;
/** Where nobody watches a terminal, a line now and then says that it goes on. */
const LINE_EVERY_TICKS = 15;

export type Progress = {
  /** Says what begins; the function it answers with says that it is done. */
  begin(what: string): () => void;
  /** What was begun will not be done. */
  abandon(): void;
};

/** Lines that a person can follow: what is going on, and for how long already. */
export function createProgress(out: NodeJS.WriteStream = process.stdout): Progress {
  let timer: NodeJS.Timeout | undefined;
  return {
    abandon: () => clearInterval(timer),
    begin(what) {
      const startedAt = performance.now();
      const elapsed = () => `${((performance.now() - startedAt) / 1000).toFixed(1)} s`;
      if (out.isTTY) out.write(`  ${what} …`);
      let ticks = 0;
      timer = setInterval(() => {
        ticks += 1;
        if (out.isTTY) out.write(`\r  ${what} … ${elapsed()}`);
        else if (ticks % LINE_EVERY_TICKS === 0) out.write(`  ${what} … ${elapsed()}\n`);
      }, TICK_MS);
      timer.unref();
      return () => {
        clearInterval(timer);
        out.write(`${out.isTTY ? "\r" : ""}✓ ${what} (${elapsed()})\n`);
      };
    },
  };
}
