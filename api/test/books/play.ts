import { newId } from "#api/kernel/ids.ts";
import { Refusal } from "#api/kernel/refusal.ts";
import type { Deed, Ledger, Posted } from "#api/ledger/movements.ts";
import type { Coalition, PartnerIds } from "#api/test/books/coalition.ts";
import type { Repeat, Single, Step } from "#api/test/books/commands.ts";
import { deedOf, keepDispute, send } from "#api/test/books/deeds.ts";
import { judge, type Sent } from "#api/test/books/judge.ts";
import { emptyPaper, type PaperBook, type PaperBurn, written } from "#api/test/books/paper.ts";
import { readPaper } from "#api/test/books/read-paper.ts";

/** One history as it is played: its members, what it has made, and every paper book that fits what was seen. */
export type Play = {
  coalition: Coalition;
  /** The coalition's, and the history's own E. */
  partners: PartnerIds;
  /** Owns the history's keys, so that its entries are told from others'. */
  owner: string;
  members: string[];
  burns: string[];
  redeemers: Map<number, PaperBurn["redeemer"]>;
  buyers: Map<number, number>;
  purchases: string[];
  disputes: string[];
  books: PaperBook[];
  now: number;
  /** What was done, in the order in which it was posted. */
  log: (Deed | Turn)[];
};

/** A turn of the calendar. */
export type Turn = Extract<Step, { kind: "close" | "settle" | "correct" }>;

export const MEMBERS = 4;

/** A play with fresh members, or with given ones in another coalition's book. */
export async function openPlay(
  coalition: Coalition,
  members: string[] = Array.from({ length: MEMBERS }, () => newId("member")),
): Promise<Play> {
  const partners = { ...coalition.partners, E: newId("partner") };
  await coalition.addMembers(members);
  await coalition.addIssuer(partners.E);
  const made = { burns: [], redeemers: new Map(), buyers: new Map(), purchases: [], disputes: [], log: [] };
  return { coalition, partners, owner: newId("deed"), members, now: 0, books: [emptyPaper()], ...made };
}

/** Plays the steps and fails when the ledger's answers or books are not what they must be on paper. */
export async function play(it: Play, steps: readonly Step[]): Promise<void> {
  for (const step of steps) {
    if (step.kind === "wait") it.now += step.hours;
    else if (step.kind === "together") await playTogether(it, step.commands);
    else if (step.kind === "alone") await playAlone(it, step);
    else {
      await turn(it.coalition, step);
      it.log.push(step);
    }
  }
  await compare(it);
}

export function turn(coalition: Coalition, step: Turn): Promise<void> {
  switch (step.kind) {
    case "close":
      return coalition.closeCycle();
    case "settle":
      return coalition.settleCycle();
    case "correct":
      return coalition.correctCycle(step.partner, BigInt(step.cents) * 10_000n);
  }
}

async function playAlone(it: Play, { command, repeat, gateway }: Extract<Step, { kind: "alone" }>): Promise<void> {
  const sent = send(it, command);
  if (!sent) return;
  const deed = await deedOf(it, sent);
  const [here, there] = gateway === 0 ? it.coalition.gateways : it.coalition.gateways.toReversed();
  if (!here || !there) throw new Error("a coalition has two gateways");
  const outcome = await postRepeatedly(deed, repeat, [here, there]);
  follow(it, [sent], [outcome]);
  if (outcome !== "done") return;
  it.log.push(deed);
  await keepDispute(it, sent);
}

/** However often a deed is sent, it is done once, and its key stays taken. */
async function postRepeatedly(deed: Deed, repeat: Repeat, [here, there]: readonly [Ledger, Ledger]): Promise<string> {
  const other = repeat === "twice at once" ? answer(there, deed) : null;
  const first = await answer(here, deed);
  const second = other ? await other : repeat === "again" ? await answer(there, deed) : null;
  if (second) requireSame(first, second);
  if (repeat === "altered" && first.outcome === "done") {
    const { outcome } = await answer(there, { ...deed, fingerprint: "altered" });
    if (outcome !== "IDEMPOTENCY_KEY_REUSED") throw new Error(`${deed.key} altered came to ${outcome}`);
  }
  return first.outcome;
}

function requireSame(first: Answer, second: Answer): void {
  const once = first.posted?.replayed !== second.posted?.replayed || first.outcome !== "done";
  if (first.outcome !== second.outcome || first.posted?.deedId !== second.posted?.deedId || !once) {
    throw new Error(`sent twice, it came to ${JSON.stringify([first, second])}`);
  }
}

/** Commands race each other through both gateways: what comes out must be what some order of them gives. */
async function playTogether(it: Play, commands: readonly Single[]): Promise<void> {
  const sent = commands.map((command) => send(it, command)).filter((one) => one !== null);
  const deeds = await Promise.all(sent.map((one) => deedOf(it, one)));
  const answers = await Promise.all(deeds.map((deed, i) => answer(it.coalition.gateways[i % 2 ? 1 : 0], deed)));
  follow(
    it,
    sent,
    answers.map(({ outcome }) => outcome),
  );
  await compare(it);
  const done = deeds.filter((_, i) => answers[i]?.outcome === "done");
  it.log.push(...asPosted(done, await tracesOf(it)));
}

/** A deed's id, the place of its entries in the ledger, and whose wallets they changed. */
type Trace = { id: string; ord: number | null; members: readonly string[] };

/**
 * Deeds in the order in which they were posted. One that found nothing to move left no entry to tell its place: it took
 * its id when it was planned, on a reading of its wallet that held until it was posted, so it stands before the first
 * deed on that wallet with a later id.
 */
function asPosted(deeds: readonly Deed[], traces: ReadonlyMap<string, Trace>): Deed[] {
  const traceOf = ({ key }: Deed): Trace => traces.get(key) ?? { id: "", ord: null, members: [] };
  const [moved, still] = [true, false].map((moves) => deeds.filter((deed) => (traceOf(deed).ord !== null) === moves));
  const posted = (moved ?? []).toSorted((a, b) => (traceOf(a).ord ?? 0) - (traceOf(b).ord ?? 0));
  for (const deed of still ?? []) {
    const named = deed.movements.flatMap((movement): unknown[] => Object.values(movement));
    const later = ({ id, members }: Trace) => id > traceOf(deed).id && members.some((one) => named.includes(one));
    const at = posted.findIndex((other) => later(traceOf(other)));
    posted.splice(at < 0 ? posted.length : at, 0, deed);
  }
  return posted;
}

async function tracesOf({ coalition, owner }: Play): Promise<Map<string, Trace>> {
  const { rows } = await coalition.database.pool.query<Trace & { key: string }>(
    `SELECT d.key, d.id, min(e.ord)::int AS ord, coalesce(array_agg(h.member_id) FILTER (WHERE h.entry_id IS NOT NULL), '{}') AS members
     FROM deed d LEFT JOIN entry e ON e.deed_id = d.id LEFT JOIN wallet_change h ON h.entry_id = e.id
     WHERE d.owner = $1 GROUP BY d.id`,
    [owner],
  );
  return new Map(rows.map((row) => [row.key, row]));
}

/** Keeps the paper books in which the commands, in some order, have these outcomes. */
function follow(it: Play, sent: readonly Sent[], outcomes: readonly string[]): void {
  const indexes = sent.map((_, i) => i);
  const fitting = it.books.flatMap((book) =>
    orders(indexes).flatMap((order) => {
      let after = book;
      for (const i of order) {
        const one = sent[i];
        const judged = one && judge(after, one);
        if (!judged || judged.outcome !== outcomes[i]) return [];
        after = judged.book;
      }
      return [after];
    }),
  );
  if (fitting.length === 0) {
    const expected = it.books.map((book) => sent.map((one) => judge(book, one).outcome));
    throw new Error(
      `${JSON.stringify(sent)} came to ${outcomes}; on paper each alone comes to ${JSON.stringify(expected)}`,
    );
  }
  it.books = [...new Map(fitting.map((book) => [written(book), book])).values()];
}

function orders(of: readonly number[]): number[][] {
  if (of.length <= 1) return [[...of]];
  return of.flatMap((first) => orders(of.filter((other) => other !== first)).map((rest) => [first, ...rest]));
}

/** The books the ledger keeps must be one of those on paper. */
async function compare(it: Play): Promise<void> {
  const kept = written(await readPaper(it));
  const fitting = it.books.filter((book) => written(book) === kept);
  if (fitting.length === 0)
    throw new Error(`The ledger keeps ${kept}; on paper it is ${it.books.map(written).join(" or ")}`);
  it.books = fitting;
}

type Answer = { outcome: string; posted?: Posted };

function answer(ledger: Ledger, deed: Deed): Promise<Answer> {
  return ledger.post(deed).then(
    (posted): Answer => ({ outcome: "done", posted }),
    (refusal: unknown): Answer => {
      if (refusal instanceof Refusal) return { outcome: refusal.code };
      throw refusal;
    },
  );
}
