import { expect, test } from "vitest";
import { personOf } from "#api/kernel/actor.ts";
import { ask } from "#api/test/asking.ts";
import { world } from "#api/test/world.ts";
import { notify } from "#api/use-cases/notices/notify.ts";

test("what somebody gave a name is told in the languages it was written in, all else as text", async () => {
  const w = await world();
  const facts = { draw: { en: "Spring draw", be: "Вясновы розыгрыш" }, points: "5" };
  const news = { kind: "PRIZE_WON", facts, href: "/me/draws", at: w.clock.now() } as const;
  await w.deps.db.$transaction((tx) => notify(tx, { userId: personOf(w.operator)?.id ?? "", ...news }));
  const query = "{ notices(first: 1) { edges { node { facts { name value words { en ru be } } } } } }";
  const { data } = await ask(w.deps, w.operator, query);
  expect(data).toMatchObject({
    notices: {
      edges: [
        {
          node: {
            facts: [
              { name: "draw", value: "Spring draw", words: { en: "Spring draw", ru: null, be: "Вясновы розыгрыш" } },
              { name: "points", value: "5", words: null },
            ],
          },
        },
      ],
    },
  });
});
