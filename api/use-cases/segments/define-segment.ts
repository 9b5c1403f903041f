import { type Words, words } from "#api/engine/campaign.ts";
import { type Actor, actorRef, partnerOf } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import type { Segment, Tx } from "#api/sql/rows.ts";
import { recordAudit } from "#api/use-cases/audit/record-audit.ts";
import { houseOf, OPERATOR } from "#api/use-cases/campaigns/houses.ts";
import { can } from "#api/use-cases/can.ts";
import { clubOpenedBy, lockClubs, readsClubs } from "#api/use-cases/clubs/circles.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { takeKey } from "#api/use-cases/keys.ts";
import { InvalidValue } from "#api/use-cases/partners/refusals.ts";
import { checkCode, checkText } from "#api/use-cases/partners/values.ts";
import { findSegmentProblems } from "#api/use-cases/segments/check-expression.ts";
import { emptySegment } from "#api/use-cases/segments/members-in-segments.ts";
import { SegmentCodeTaken, SegmentInvalid, SegmentNotFound } from "#api/use-cases/segments/refusals.ts";
import { layRecount } from "#api/use-cases/segments/request-recount.ts";
import { nextSegmentState } from "#api/use-cases/segments/states.ts";
import { fillSegmentTemplate, type SegmentTemplateName } from "#api/use-cases/segments/templates.ts";
import { recordStep } from "#api/use-cases/transitions.ts";

/** Either an expression, or a form with its answers; without a name it bears the form's. */
export type DefineSegment = {
  code: string;
  name?: unknown;
  expression?: string | null | undefined;
  template?: SegmentTemplateName | null | undefined;
  answers?: readonly { name: string; value: string }[] | null | undefined;
  idempotencyKey: string;
};

type Said = { name: Words; expression: string; template: string | null; answers: Record<string, string> | null };

/** Makes a segment of the actor's house and has its members counted. */
export async function defineSegment(deps: Deps, actor: Actor, input: DefineSegment): Promise<Segment> {
  can(actor, "segment:define");
  const house = houseOf(actor);
  const code = checkCode("code", input.code);
  const { name, expression, template, answers } = await saidIn(deps, house, input);
  const problems = await findSegmentProblems(deps, house, expression);
  if (problems.length > 0) throw new SegmentInvalid(problems);
  const id = newId("segment");
  return deps.db.$transaction(async (tx) => {
    const first = await takeKey(tx, actor, { verb: "defineSegment", input, objectId: id });
    if (first) return tx.segment.findUniqueOrThrow({ where: { id: first } });
    if (readsClubs(expression)) await requireNoCircle(tx, { house, code });
    const at = deps.clock.now();
    const made = { id, house, code, name, expression, template, createdBy: actorRef(actor), createdAt: at };
    const { count } = await tx.segment.createMany({
      data: [{ ...made, ...(answers ? { answers } : {}) }],
      skipDuplicates: true,
    });
    if (count === 0) throw new SegmentCodeTaken(code);
    const step = { object: "segment", objectId: id, from: null, to: "ACTIVE", at, partnerId: partnerOf(actor) };
    await recordStep(tx, actor, { ...step, after: { code, name, expression } });
    await layRecount(deps, tx, actor, [id]);
    return tx.segment.findUniqueOrThrow({ where: { id } });
  });
}

async function requireNoCircle(tx: Tx, segment: { house: string; code: string }): Promise<void> {
  await lockClubs(tx);
  const club = await clubOpenedBy(tx, segment);
  if (!club) return;
  const message = `The club ${club} lets in by this segment: it cannot ask who is in clubs.`;
  throw new SegmentInvalid([{ path: "expression", line: null, column: null, code: "CIRCULAR", message }]);
}

async function saidIn(deps: Deps, house: string, input: DefineSegment): Promise<Said> {
  const { template = null, expression = null } = input;
  if ((template === null) === (expression === null)) {
    throw new InvalidValue("expression", String(expression), "given, or else a template");
  }
  if (template === null) {
    return { name: namedBy(input.name), expression: expression ?? "", template, answers: null };
  }
  const answers = Object.fromEntries((input.answers ?? []).map(({ name, value }) => [name, value]));
  const partner = await deps.db.partner.findUnique({ where: { id: house }, select: { code: true } });
  const filled = fillSegmentTemplate(template, answers, { house, partnerCode: partner?.code ?? null });
  if ("problems" in filled) throw new SegmentInvalid(filled.problems);
  const name = input.name ? namedBy(input.name) : filled.name;
  return { name, expression: filled.expression, template, answers };
}

function namedBy(said: unknown): Words {
  const given = Object.entries((said ?? {}) as object).filter(([, text]) => text !== null && text !== undefined);
  const { data } = words.safeParse(Object.fromEntries(given));
  if (!data) throw new InvalidValue("name", JSON.stringify(said ?? null), "words, in English at least");
  return data;
}

/** Empties a segment for good: everybody leaves it, and its code is never given again. */
export async function retireSegment(
  deps: Deps,
  actor: Actor,
  { segmentId, reason: said }: { segmentId: string; reason: string },
): Promise<Segment> {
  can(actor, "segment:define");
  const reason = checkText("reason", said);
  return deps.db.$transaction(async (tx) => {
    const found = await lockOwnSegment(tx, actor, segmentId);
    if (found.state === "RETIRED") return found;
    const to = nextSegmentState(found);
    const at = deps.clock.now();
    await emptySegment(tx, segmentId, at);
    const step = { object: "segment", objectId: segmentId, from: found.state, to, at, reason };
    await recordStep(tx, actor, { ...step, partnerId: partnerOf(actor) });
    return tx.segment.update({ where: { id: segmentId }, data: { state: to, counted: 0, countedAt: at } });
  });
}

/** Lets partners address one of the coalition's segments, or no longer: they learn how many are in it, not who. */
export async function shareSegment(
  deps: Deps,
  actor: Actor,
  { segmentId, shared }: { segmentId: string; shared: boolean },
): Promise<Segment> {
  can(actor, "segment:share");
  return deps.db.$transaction(async (tx) => {
    const before = await lockOwnSegment(tx, actor, segmentId);
    if (before.house !== OPERATOR) throw new SegmentNotFound(segmentId);
    if (before.shared === shared) return before;
    const after = await tx.segment.update({ where: { id: segmentId }, data: { shared } });
    const about = { action: "shareSegment", object: "segment", objectId: segmentId, at: deps.clock.now() };
    await recordAudit(tx, actor, { ...about, before: { shared: !shared }, after: { shared } });
    return after;
  });
}

/** Holds a segment of the actor's house still until the transaction ends. */
async function lockOwnSegment(tx: Tx, actor: Actor, id: string): Promise<Segment> {
  await tx.$executeRaw`SELECT FROM segment WHERE id = ${id} FOR UPDATE`;
  const found = await tx.segment.findUnique({ where: { id } });
  if (found?.house !== houseOf(actor)) throw new SegmentNotFound(id);
  return found;
}
