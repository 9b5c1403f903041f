/** Where time comes from. Rules take an instant; only this door knows the wall. */
export type Clock = { now(): Date };

/** A clock that stands where it is put: for tests and for the seed's story. */
export function standingClock(at: Date): Clock & { set(at: Date): void } {
  let current = at;
  return {
    now: () => new Date(current),
    set: (next) => {
      current = next;
    },
  };
}
