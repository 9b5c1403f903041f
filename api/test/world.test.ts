import { expect, test } from "vitest";
import { world } from "#api/test/world.ts";

test("a world begins with what was wished, and with nothing of another's", async () => {
  const { deps, ana, bohdan } = await world({ ana: { points: 100n } });
  const wallets = await deps.db.wallet.findMany({ orderBy: { available: "desc" } });
  expect(wallets.map(({ memberId, available }) => [memberId, available])).toEqual([
    [ana.id, 100n],
    [bohdan.id, 0n],
  ]);
});
