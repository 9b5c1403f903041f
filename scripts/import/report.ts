import type { ImportProfile } from "#api/formats/import-profile.ts";
import { formatMoney, parseMoney } from "#api/kernel/money.ts";
import { fundedRateE6 } from "#api/ledger/issue-terms.ts";
import type { Caller, Gateway } from "./gateway.ts";
import type { Outcome } from "./outcomes.ts";

/** One cycle of the imported time: do its statements say what the rows say? */
export type CycleReport = {
  seq: number;
  state: string;
  month: string;
  statements: number;
  /** Obligations and what they carry over, together. */
  settledE6: bigint;
  positionsE6: bigint;
  /** Statements whose billed points are not those of the rows of this cycle. */
  unreconciled: string[];
  billedE6: bigint;
};

type Amount = { amount: string };
type StatementNode = {
  partner: { code: string };
  position: Amount;
  lines: { section: string; amount: Amount }[];
  obligation: { amount: Amount; carried: Amount } | null;
};
type PositionNode = { net: Amount };
type Page<Node> = { pageInfo: { hasNextPage: boolean; endCursor: string | null }; edges: { node: Node }[] };

const cyclesQuery = `query ImportCycles($after: String) {
  cycles(first: 50, after: $after) { pageInfo { hasNextPage endCursor } edges { node { id seq state opensAt cutoffAt } } }
}`;
const statementsQuery = `query ImportStatements($id: ID!, $after: String) {
  cycle(id: $id) { page: statements(first: 20, after: $after) { pageInfo { hasNextPage endCursor } edges { node {
    partner { code } position { amount } lines { section amount { amount } }
    obligation { amount { amount } carried { amount } }
  } } } }
}`;
const positionsQuery = `query ImportPositions($id: ID!, $after: String) {
  cycle(id: $id) { page: positions(first: 100, after: $after) {
    pageInfo { hasNextPage endCursor } edges { node { net { amount } } }
  } }
}`;

type CycleNode = { id: string; seq: number; state: string; opensAt: string; cutoffAt: string };

/** Reads every closed cycle back through the gateway and compares it with the outcomes of the rows. */
export async function reportCycles(
  gateway: Gateway,
  operator: Caller,
  outcomes: readonly Outcome[],
  terms: ImportProfile["terms"],
): Promise<CycleReport[]> {
  const found = await pages<CycleNode>(async (after) => {
    const answer = await gateway.ask<{ cycles: Page<CycleNode> }>(operator, cyclesQuery, { after });
    return answer.cycles;
  });
  const billedRateE6 = billedRateOf(terms);
  const reports: CycleReport[] = [];
  for (const cycle of found.sort((a, b) => a.seq - b.seq)) {
    if (cycle.state === "OPEN") continue;
    const own = outcomes.filter(({ occurredAt }) => occurredAt >= cycle.opensAt && occurredAt < cycle.cutoffAt);
    reports.push(await reportCycle(gateway, operator, { cycle, rows: pointsByPartner(own), billedRateE6 }));
  }
  return reports;
}

type Compared = { cycle: CycleNode; rows: Map<string, bigint>; billedRateE6: bigint };

async function reportCycle(
  gateway: Gateway,
  operator: Caller,
  { cycle, rows, billedRateE6 }: Compared,
): Promise<CycleReport> {
  const within =
    <Node>(query: string) =>
    (after: string | null) =>
      gateway
        .ask<{ cycle: { page: Page<Node> } }>(operator, query, { id: cycle.id, after })
        .then((answer) => answer.cycle.page);
  const statements = await pages(within<StatementNode>(statementsQuery));
  const positions = await pages(within<PositionNode>(positionsQuery));
  const billed = new Map(statements.map((one) => [one.partner.code, billedIn(one)]));
  const unreconciled = [...new Set([...rows.keys(), ...billed.keys()])].filter((code) => {
    return (rows.get(code) ?? 0n) * billedRateE6 !== (billed.get(code) ?? 0n);
  });
  return {
    seq: cycle.seq,
    state: cycle.state,
    month: cycle.cutoffAt,
    statements: statements.length,
    settledE6: sum(statements.flatMap(({ obligation }) => (obligation ? [obligation.amount, obligation.carried] : []))),
    positionsE6: sum(positions.map(({ net }) => net)),
    unreconciled,
    billedE6: [...billed.values()].reduce((total, one) => total + one, 0n),
  };
}

/** What a cycle bills for a point when it becomes spendable. Points of a pack were billed with the pack. */
function billedRateOf({ funding, issueRate, fundedShareBps }: ImportProfile["terms"]): bigint {
  if (funding === "PREPAID") return 0n;
  return fundedRateE6({ funding, issueRateE6: parseMoney(issueRate) ?? 0n, fundedShareBps: fundedShareBps ?? null });
}

/** What the statement bills for points that were given, less what came back. */
function billedIn({ lines }: StatementNode): bigint {
  return sum(lines.filter(({ section }) => billing.has(section)).map(({ amount }) => amount));
}

const billing = new Set(["ISSUE_BILLING", "ISSUE_BILLING_REVERSED", "DEBT_RECOVERED"]);

function pointsByPartner(outcomes: readonly Outcome[]): Map<string, bigint> {
  const points = new Map<string, bigint>();
  for (const one of outcomes) {
    if (one.points === "" || one.points === "0") continue;
    points.set(one.partner, (points.get(one.partner) ?? 0n) + BigInt(one.points));
  }
  return points;
}

async function pages<Node>(read: (after: string | null) => Promise<Page<Node>>): Promise<Node[]> {
  const nodes: Node[] = [];
  for (let after: string | null = null; ; ) {
    const { edges, pageInfo } = await read(after);
    nodes.push(...edges.map(({ node }) => node));
    if (!pageInfo.hasNextPage) return nodes;
    after = pageInfo.endCursor;
  }
}

function sum(amounts: readonly Amount[]): bigint {
  return amounts.reduce((total, { amount }) => total + (parseMoney(amount) ?? 0n), 0n);
}

export function printCycles(reports: readonly CycleReport[], currency: string): void {
  console.log(
    "\n  cycle  ends        state      statements        obligations + carries = positions        billed for points",
  );
  for (const one of reports) {
    const agrees = one.settledE6 === one.positionsE6 ? "=" : "≠";
    const reconciled =
      one.unreconciled.length === 0 ? "= rows" : `≠ rows at ${one.unreconciled.slice(0, 3).join(", ")}`;
    console.log(
      `  ${String(one.seq).padStart(5)}  ${one.month.slice(0, 10)}  ${one.state.padEnd(9)}  ${String(one.statements).padStart(10)}` +
        `  ${formatMoney(one.settledE6).padStart(18)} ${agrees} ${formatMoney(one.positionsE6).padStart(12)} ${currency}` +
        `  ${formatMoney(one.billedE6).padStart(14)} ${reconciled}`,
    );
  }
}
