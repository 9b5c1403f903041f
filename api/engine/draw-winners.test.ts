import fc from "fast-check";
import { expect, test } from "vitest";
import { type DrawTerms, drawWinners } from "./draw-winners.ts";

const terms: DrawTerms = {
  code: "spring",
  seed: "07".repeat(32),
  listHash: "ab".repeat(32),
  publicValue: "",
  quantities: [1, 2],
  onePrizePerHolder: true,
};

test("the same seed and list give the same winners, and everything that goes in moves them", () => {
  const tickets = Array.from({ length: 1_000 }, (_none, nth) => BigInt(1 + (nth % 7)));
  const winners = drawWinners(terms, tickets);
  expect(drawWinners(terms, tickets)).toEqual(winners);
  expect(winners).toMatchInlineSnapshot(`
    [
      {
        "holder": 783,
        "place": 1,
        "prize": 0,
        "ticket": 3127n,
      },
      {
        "holder": 754,
        "place": 2,
        "prize": 1,
        "ticket": 3009n,
      },
      {
        "holder": 733,
        "place": 3,
        "prize": 1,
        "ticket": 2927n,
      },
    ]
  `);
  for (const other of [{ seed: "08".repeat(32) }, { listHash: "ac".repeat(32) }, { code: "s" }, { publicValue: "1" }]) {
    expect(drawWinners({ ...terms, ...other }, tickets)).not.toEqual(winners);
  }
});

test("no ticket wins twice, each belongs to its holder, and prizes without anybody left stay", () => {
  const list = fc.array(fc.bigInt({ min: 1n, max: 20n }), { minLength: 0, maxLength: 12 });
  fc.assert(
    fc.property(list, fc.integer({ min: 1, max: 30 }), fc.boolean(), fc.nat(), (tickets, pieces, once, salt) => {
      const seed = salt.toString(16).padStart(64, "0");
      const winners = drawWinners({ ...terms, seed, quantities: [pieces], onePrizePerHolder: once }, tickets);
      const all = tickets.reduce((sum, count) => sum + count, 0n);
      const most = once ? tickets.length : Number(all);
      expect(winners).toHaveLength(Math.min(pieces, most));
      expect(new Set(winners.map(({ ticket }) => ticket)).size).toBe(winners.length);
      if (once) expect(new Set(winners.map(({ holder }) => holder)).size).toBe(winners.length);
      for (const { ticket, holder } of winners) {
        const before = tickets.slice(0, holder - 1).reduce((sum, count) => sum + count, 0n);
        expect(ticket > before && ticket <= before + (tickets[holder - 1] ?? 0n)).toBe(true);
      }
    }),
  );
});

test("every ticket is as likely as any other", () => {
  const wins = [0, 0, 0, 0];
  for (let nth = 0; nth < 4_000; nth++) {
    const seed = nth.toString(16).padStart(64, "0");
    const [first] = drawWinners({ ...terms, seed, quantities: [1] }, [1n, 2n, 1n, 4n]);
    const at = (first?.holder ?? 0) - 1;
    wins[at] = (wins[at] ?? 0) + 1;
  }
  const expected = [500, 1_000, 500, 2_000];
  const chi = wins.reduce((sum, won, at) => sum + (won - (expected[at] ?? 1)) ** 2 / (expected[at] ?? 1), 0);
  expect(chi).toBeLessThan(16.3);
});
