import { ofReceiptsAlone } from "#api/engine/expressions/segment-view.ts";
import { type Fact, facts, segmentFacts, segmentWindowFacts, windowFacts } from "#api/engine/facts.ts";
import type { Actor } from "#api/kernel/actor.ts";
import { houseOf, OPERATOR } from "#api/use-cases/campaigns/houses.ts";
import type { Field } from "#api/use-cases/campaigns/templates/fields.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { findSegmentProblems, isOwnFact } from "#api/use-cases/segments/check-expression.ts";
import type { SegmentProblem } from "#api/use-cases/segments/refusals.ts";
import {
  fillSegmentTemplate,
  type SegmentTemplate,
  type SegmentTemplateName,
  segmentTemplates,
} from "#api/use-cases/segments/templates.ts";

export type SegmentHelp = { templates: { name: SegmentTemplateName; says: string; fields: readonly Field[] }[] };

/** The forms that the actor's house may fill in. */
export function readSegmentTemplates(actor: Actor): SegmentHelp["templates"] {
  can(actor, "segment:read");
  const isCoalition = houseOf(actor) === OPERATOR;
  return Object.entries<SegmentTemplate>(segmentTemplates)
    .filter(([, { coalitionOnly }]) => isCoalition || !coalitionOnly)
    .map(([name, { says, fields }]) => ({ name: name as SegmentTemplateName, says, fields }));
}

const notOfMembers = new Set(ofReceiptsAlone.map((name) => `member.${name}`));
const ofReceipts = new Set(["monthSpendReachedWithin(amount, days)", "stamps(card)"]);
/** Windows that look at one partner. */
const isAtPartner = ({ name }: Fact) => name.includes("partner");

/** What an expression of a segment of the actor's house may read. */
export function readSegmentFacts(actor: Actor): Fact[] {
  can(actor, "segment:read");
  const read = facts.filter(({ name }) => name.startsWith("member.") && !notOfMembers.has(name));
  const windows = [...windowFacts.filter(({ name }) => !ofReceipts.has(name)), ...segmentWindowFacts];
  if (houseOf(actor) === OPERATOR) return [...read, ...segmentFacts, ...windows];
  return [...[...read, ...segmentFacts].filter(({ name }) => isOwnFact(name)), ...windows.filter(isAtPartner)].filter(
    ({ name }) => name !== "partners(days)",
  );
}

export type SegmentAsked = {
  expression?: string | null | undefined;
  template?: SegmentTemplateName | null | undefined;
  answers?: readonly { name: string; value: string }[] | null | undefined;
};

/** Everything that is wrong with what somebody is writing or answering. */
export async function checkSegment(deps: Deps, actor: Actor, asked: SegmentAsked): Promise<SegmentProblem[]> {
  can(actor, "segment:read");
  const house = houseOf(actor);
  const { expression, template } = asked;
  if (!template) return findSegmentProblems(deps, house, expression ?? "");
  const partner = await deps.db.partner.findUnique({ where: { id: house }, select: { code: true } });
  const answers = Object.fromEntries((asked.answers ?? []).map(({ name, value }) => [name, value]));
  const filled = fillSegmentTemplate(template, answers, { house, partnerCode: partner?.code ?? null });
  return "problems" in filled ? filled.problems : findSegmentProblems(deps, house, filled.expression);
}
