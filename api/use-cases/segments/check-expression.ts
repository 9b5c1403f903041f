import { isSegmentProblem, readSegment, type SegmentRule } from "#api/engine/segment.ts";
import type { WindowNeed } from "#api/engine/windows.ts";
import { OPERATOR } from "#api/use-cases/campaigns/houses.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import type { SegmentProblem } from "#api/use-cases/segments/refusals.ts";

/**
 * What a partner's segment may read of its own members: what the partner's receipts, tags and scores say, how
 * long they are members and how near their birthday is. What a member did elsewhere, and what is left on the wallet, is not the partner's to know.
 */
const ownFacts: ReadonlySet<string> = new Set([
  "member.tags",
  "member.recency",
  "member.frequency",
  "member.monetary",
  "member.hasRedeemed",
  "member.daysToBirthday",
  "member.daysSinceEnrolment",
]);

export const isOwnFact = (name: string) => ownFacts.has(name);

/** Everything that is wrong with an expression of a house's segment; empty when it can be counted. */
export async function findSegmentProblems(deps: Deps, house: string, text: string): Promise<SegmentProblem[]> {
  const read = readSegment(text);
  if (isSegmentProblem(read)) return [{ path: "expression", ...read }];
  const partners = await deps.db.partner.findMany({ where: { isOperator: false }, select: { id: true, code: true } });
  const codes = new Set(partners.map(({ code }) => code));
  const strange = read.windows.flatMap((need) =>
    need.partner !== null && !codes.has(need.partner)
      ? [problemAt(text, need.name, "UNKNOWN_PARTNER", `No partner has the code ${need.partner}.`)]
      : [],
  );
  const own = partners.find(({ id }) => id === house)?.code ?? null;
  return house === OPERATOR ? strange : [...strange, ...othersIn(text, read, own)];
}

function othersIn(text: string, { reads, windows }: SegmentRule, own: string | null): SegmentProblem[] {
  const asked = new Set(windows.map(({ key }) => key));
  const facts = reads.filter((name) => name.startsWith("member.") && !ownFacts.has(name));
  const elsewhere = windows.filter((need) => need.partner !== own && !isMonthFact(need));
  const says = "A partner's segment reads what happened at the partner itself, by its own code.";
  return [
    ...facts.filter((name) => !asked.has(name)).map((name) => problemAt(text, name, "NOT_YOURS_TO_READ", says)),
    ...elsewhere.map(({ name }) => problemAt(text, name, "NOT_YOURS_TO_READ", says)),
  ];
}

/** Written as a fact, `member.spendThisMonth`, and named among the facts then. */
const isMonthFact = ({ partner, days }: WindowNeed) => partner === null && days === null;

function problemAt(text: string, name: string, code: string, message: string): SegmentProblem {
  const before = text.slice(0, Math.max(text.indexOf(name), 0)).split("\n");
  return { path: "expression", line: before.length, column: (before.at(-1)?.length ?? 0) + 1, code, message };
}
