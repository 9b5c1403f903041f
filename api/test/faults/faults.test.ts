import { beforeAll, describe, expect, test } from "vitest";
import { failpoints } from "#api/kernel/failpoints.ts";
import type { Deed } from "#api/ledger/movements.ts";
import { banking } from "#api/test/faults/banking.ts";
import { clearing } from "#api/test/faults/clearing.ts";
import { defaults } from "#api/test/faults/defaults.ts";
import { type Story, type Telling, type Told, tellings } from "#api/test/faults/harness.ts";
import type { World } from "#api/test/world.ts";

/** Every room adds the stories of its long deeds here. */
const stories: readonly Story[] = [banking, clearing, defaults];

/**
 * A report that is made again counts its attempts, so it has its own test: api/use-cases/exports/exports.test.ts. What
 * is watched after the fact has its own too, api/use-cases/velocity/velocity.test.ts, what is compared chunk by chunk,
 * api/use-cases/partner-files/chunks.test.ts, and what follows receipts, api/use-cases/following/follow-receipts.test.ts.
 */
const toldElsewhere =
  /^(export report|velocity|partner file|following|coupons|offers|reward|activity|challenge|events|plans|segments|messages|expiry|journeys|balance tree): /;

describe.each(stories.map((story) => [story.name, story] as const))("%s", (_name, story) => {
  let telling: Telling;
  let undisturbed: Told;

  beforeAll(async () => {
    telling = await tellings(story);
    undisturbed = await telling.tell();
  });

  test("passes exactly the points it names, and leaves sound books", () => {
    expect([...new Set(undisturbed.reached)].sort()).toEqual([...story.points].sort());
    expect(undisturbed.text).toMatch(/broken: \[\]$/);
  });

  test("told twice is the same to the byte", async () => {
    expect((await telling.tell()).text).toBe(undisturbed.text);
  });

  test.for([...story.points])("dies at “%s” and ends the same to the byte", async (point) => {
    const times = undisturbed.reached.filter((one) => one === point).length;
    for (let nth = 1; nth <= times; nth += 1) {
      const { text, reached } = await telling.tell({ point, nth });
      expect(reached.length).toBeGreaterThan(times);
      expect(text).toBe(undisturbed.text);
    }
  });
});

test("a hub that nets under a new key each time would be found out", async () => {
  const telling = await tellings(clearing);
  const { text } = await telling.tell();
  const survived = telling.tell({ point: "net: entry posted", nth: 1 }, forgetful);
  expect(await survived.then((told) => told.text, String)).not.toBe(text);
  expect((await telling.tell(undefined, forgetful)).text).toContain("broken: []");
});

/** Without a death it does nothing wrong; broken off, it nets twice. */
function forgetful(world: World): World {
  let posted = 0;
  const { ledger } = world.deps;
  const keyOf = ({ kind, key }: Deed) => (kind === "netCycle" ? `${key} ${posted++}` : key);
  const post: typeof ledger.post = (deed) => ledger.post({ ...deed, key: keyOf(deed) });
  return { ...world, deps: { ...world.deps, ledger: { ...ledger, post } } };
}

test("every failpoint is passed by some story", () => {
  const told = new Set(stories.flatMap(({ points }) => points));
  expect(failpoints.filter((point) => !told.has(point) && !toldElsewhere.test(point))).toEqual([]);
  expect(failpoints.length).toBeGreaterThanOrEqual(25);
});
