/** How exactly lateness is noticed: nobody measures it finer, and one timer serves all that wait. */
const LOOK_EVERY_MS = 100;

type Pending = { until: number; expire(): void };

/** Answers with what `run` gives, or with `late()` after `ms`; what was begun goes on by itself. */
export type Within = <Result, Late>(
  run: () => PromiseLike<Result> | Result,
  late: () => Late,
) => Promise<Result | Late>;

/**
 * One deadline for everything that is under way. All wait equally long, so the oldest is late first, and beginning or
 * ending one costs no timer.
 */
export function deadlinesOf(ms: number): Within {
  const pending = new Set<Pending>();
  let isArmed = false;

  function look(): void {
    const now = performance.now();
    for (const one of pending) {
      if (one.until > now) break;
      pending.delete(one);
      one.expire();
    }
    isArmed = false;
    if (pending.size > 0) arm();
  }

  function arm(): void {
    if (isArmed) return;
    isArmed = true;
    setTimeout(look, LOOK_EVERY_MS).unref();
  }

  return (run, late) =>
    new Promise((resolve, reject) => {
      const result = run();
      if (!isPromise(result)) return resolve(result);
      const one: Pending = { until: performance.now() + ms, expire: () => resolve(late()) };
      pending.add(one);
      arm();
      result.then(
        (answer) => {
          pending.delete(one);
          resolve(answer);
        },
        (fault: unknown) => {
          pending.delete(one);
          reject(fault);
        },
      );
    });
}

function isPromise<Result>(value: PromiseLike<Result> | Result): value is PromiseLike<Result> {
  return typeof value === "object" && value !== null && "then" in value && typeof value.then === "function";
}
