import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Deed, Movement } from "#api/ledger/movements.ts";
import { type Coalition, coalition } from "#api/test/books/coalition.ts";
import { history, type Step } from "#api/test/books/commands.ts";
import { lotsAsPosted } from "#api/test/books/lots.ts";
import { type PaperBook, spendable } from "#api/test/books/paper.ts";
import { openPlay, type Play, play, turn } from "#api/test/books/play.ts";
import { readPaper } from "#api/test/books/read-paper.ts";
import { given, runs, TEST_TIMEOUT_MS } from "#api/test/books/runs.ts";

let book: Coalition;
beforeAll(async () => {
  book = await coalition();
});
afterAll(() => book.end());

const timeout = TEST_TIMEOUT_MS;
/** Without races and cut-offs two plays of the same steps are twins. */
const plainSteps = (steps: readonly Step[]) => steps.filter(({ kind }) => kind === "alone" || kind === "wait");
const plain = fc.noBias(history(20)).map(plainSteps);

test("points spent and returned leave lots and accounts as if nothing had happened", { timeout }, async () => {
  const property = fc.asyncProperty(plain, fc.integer({ min: 1, max: 80 }), async (steps, wanted) => {
    const it = await openPlay(book);
    await play(it, steps);
    const spender = richest(it);
    fc.pre(spender !== null);
    if (!spender) return;
    const before = await readPaper(it);
    const points = Math.min(wanted, spender.points);
    const { no } = await redeem(it, spender.member, points);
    await play(it, [one({ kind: "giveBack", burn: no, points, grace: null })]);
    const after = await readPaper(it);
    expect([after.lots, after.money, after.debts]).toEqual([before.lots, before.money, before.debts]);
  });
  await fc.assert(property, given({ numRuns: runs / 20 }));
});

test("one redemption or many of the same points: lots and accounts are the same to the millionth", {
  timeout,
}, async () => {
  const parts = fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 2, maxLength: 5 });
  const property = fc.asyncProperty(plain, parts, async (steps, split) => {
    const [whole, parted] = await twins(steps, steps);
    const spender = richest(whole);
    const points = split.reduce((sum, part) => sum + part, 0);
    fc.pre(spender !== null && spender.points >= points);
    if (!spender) return;
    await redeem(whole, spender.member, points);
    for (const part of split) await redeem(parted, spender.member, part);
    const [a, b] = [await readPaper(whole), await readPaper(parted)];
    expect([b.lots, b.money]).toEqual([a.lots, a.money]);
  });
  await fc.assert(property, given({ numRuns: runs / 20 }));
});

test("a cut-off before or after a deed changes which cycle nets it, and nothing else", { timeout }, async () => {
  const cut = fc.nat({ max: 30 });
  const property = fc.asyncProperty(plain, cut, cut, async (steps, first, second) => {
    const [early, late] = await twins(withClose(steps, first), withClose(steps, second));
    expect(await readPaper(late)).toEqual(await readPaper(early));
  });
  await fc.assert(property, given({ numRuns: runs / 20 }));
});

test("the log played again into an empty book gives the same lots, wallets, histories and statements", {
  timeout,
}, async () => {
  const property = fc.asyncProperty(fc.noBias(history(40)), async (steps) => {
    const first = await coalition();
    const second = await coalition(first.partners);
    try {
      const original = await openPlay(first);
      await play(original, steps);
      const copy = { ...original, coalition: second };
      await second.addMembers(original.members);
      await second.addIssuer(original.partners.E);
      await playAgain(original, copy);
      expect(await readPaper(copy)).toEqual(await readPaper(original));
      expect(await kept(copy)).toEqual(await kept(original));
    } finally {
      await Promise.all([first.end(), second.end()]);
    }
  });
  await fc.assert(property, given({ numRuns: runs / 100 }));
});

type Command = Extract<Step, { kind: "alone" }>["command"];
const one = (command: Command): Step => ({ kind: "alone", command, repeat: "once", gateway: 0 });

async function redeem(it: Play, member: number, points: number): Promise<{ no: number }> {
  await play(it, [one({ kind: "redeem", member, redeemer: "A", points, marginFree: false })]);
  return { no: it.burns.length - 1 };
}

/** Who can spend most and owes nothing: points that come back to a debtor repay the debt. */
function richest(it: Play): { member: number; points: number } | null {
  const [paper] = it.books;
  if (!paper) return null;
  const members = it.members.map((_, member) => ({ member, points: points(paper, member, it.now) }));
  const [first] = members.filter(({ member }) => !owes(paper, member)).sort((a, b) => b.points - a.points);
  return first && first.points > 0 ? first : null;
}

const points = (paper: PaperBook, member: number, now: number) =>
  spendable(paper, member, now).reduce((sum, lot) => sum + lot.available, 0);
const owes = (paper: PaperBook, member: number) =>
  paper.debts.some(({ holder, points: owed, recovered }) => holder === member && recovered < owed);

async function twins(some: readonly Step[], others: readonly Step[]): Promise<[Play, Play]> {
  const [a, b] = [await openPlay(book), await openPlay(book)];
  await Promise.all([play(a, some), play(b, others)]);
  return [a, b];
}

const withClose = (steps: readonly Step[], at: number): Step[] => [
  ...steps.slice(0, at),
  { kind: "close" },
  ...steps.slice(at),
];

async function playAgain(original: Play, copy: Play): Promise<void> {
  for (const done of original.log) {
    if ("key" in done) await copy.coalition.gateways[0].post(await inCopy(original, copy, done));
    else await turn(copy.coalition, done);
  }
}

/** A deed names lots to correct, block, cut or end them; in the copy they are those made at the same turns. */
async function inCopy(original: Play, copy: Play, deed: Deed): Promise<Deed> {
  const names = deed.movements.some((movement) => "lotId" in movement || "lotIds" in movement);
  if (!names) return deed;
  const [there, here] = [await lotsAsPosted(original), await lotsAsPosted(copy)];
  const twinOf = (lotId: string) => here[there.findIndex(({ id }) => id === lotId)]?.id ?? "";
  const movements = deed.movements.map((movement): Movement => {
    if (movement.kind === "adjustDebit") return { ...movement, lotId: twinOf(movement.lotId) };
    return "lotIds" in movement && movement.lotIds ? { ...movement, lotIds: movement.lotIds.map(twinOf) } : movement;
  });
  return { ...deed, movements };
}

/** Wallets, their histories and the published statements, without the ids that differ from book to book. */
async function kept({ coalition: { database } }: Play): Promise<unknown> {
  const { rows } = await database.pool.query(`SELECT
    (SELECT json_agg(w ORDER BY member_id) FROM wallet w) AS wallets,
    (SELECT json_agg(to_jsonb(h) - 'entry_id' ORDER BY member_id, version) FROM wallet_change h) AS histories,
    (SELECT json_agg(s ORDER BY seq, version, partner_id) FROM (
      SELECT c.seq, s.version, s.partner_id, s.position_e6,
        (SELECT json_agg(line || jsonb_build_object('originCycleId', o.seq) ORDER BY o.seq, line ->> 'section')
         FROM jsonb_array_elements(s.lines) line LEFT JOIN cycle o ON o.id = line ->> 'originCycleId') AS lines
      FROM statement s JOIN cycle c ON c.id = s.cycle_id) s) AS statements`);
  return rows;
}
