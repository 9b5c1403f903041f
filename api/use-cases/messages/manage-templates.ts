import type { z } from "zod";
import type { Actor } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import type { MessagePurpose, MessageTemplate, TemplateState, Tx } from "#api/sql/rows.ts";
import { recordAudit } from "#api/use-cases/audit/record-audit.ts";
import { houseOf, partnerIdOf } from "#api/use-cases/campaigns/houses.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { takeKey } from "#api/use-cases/keys.ts";
import { type Machine, nextState } from "#api/use-cases/machine.ts";
import { hubsVariables } from "#api/use-cases/messages/own-words.ts";
import {
  MessageTemplateInUse,
  MessageTemplateInvalid,
  MessageTemplateNotFound,
  type TemplateProblem,
} from "#api/use-cases/messages/refusals.ts";
import {
  isVariableName,
  storedText,
  type TemplateText,
  templateText,
  variablesIn,
} from "#api/use-cases/messages/template-text.ts";
import { usersOf } from "#api/use-cases/messages/template-users.ts";
import { isCommon, occasionVariables } from "#api/use-cases/messages/variables.ts";
import { CodeTaken } from "#api/use-cases/partners/refusals.ts";
import { checkCode, checkText } from "#api/use-cases/partners/values.ts";
import { recordStep } from "#api/use-cases/transitions.ts";

export type TemplateEvent = "edit" | "retire";
export const templateMachine = {
  IN_USE: { edit: "IN_USE", retire: "RETIRED" },
  RETIRED: {},
} as const satisfies Machine<TemplateState, TemplateEvent>;

export const templateStates = {
  IN_USE: "It can be sent.",
  RETIRED: "Nothing sends it any more.",
} as const satisfies Record<TemplateState, string>;

export type CreateTemplate = {
  name: string;
  purpose: MessagePurpose;
  /** TemplateText (template-text.ts) as somebody wrote it: it is checked here. */
  text: unknown;
  idempotencyKey: string;
};

/** Writes words that journeys and campaigns of the actor's house can send by name. */
export async function createMessageTemplate(deps: Deps, actor: Actor, input: CreateTemplate): Promise<MessageTemplate> {
  can(actor, "template:write");
  const house = houseOf(actor);
  const name = checkCode("name", input.name);
  const { text, variables } = checkedText(name, input.text);
  const id = newId("messageTemplate");
  return deps.db.$transaction(async (tx) => {
    const first = await takeKey(tx, actor, { verb: "createMessageTemplate", input, objectId: id });
    if (first) return tx.messageTemplate.findUniqueOrThrow({ where: { id: first } });
    if (await tx.messageTemplate.findUnique({ where: { house_name: { house, name } } })) throw new CodeTaken(name);
    const at = deps.clock.now();
    const about = { object: "messageTemplate", objectId: id, partnerId: partnerIdOf(house), at };
    await recordStep(tx, actor, { ...about, from: null, to: "IN_USE", after: { name, text } });
    return tx.messageTemplate.create({
      data: { id, house, name, purpose: input.purpose, text, variables, createdAt: at },
    });
  });
}

export type EditTemplate = { messageTemplateId: string; text: unknown };

/** Writes the words anew; what is said of no channel stays. Refused while something that runs would be left with a variable that nobody fills. */
export async function editMessageTemplate(
  deps: Deps,
  actor: Actor,
  { messageTemplateId, text: said }: EditTemplate,
): Promise<MessageTemplate> {
  can(actor, "template:write");
  return deps.db.$transaction(async (tx) => {
    const found = await lockTemplate(tx, actor, messageTemplateId);
    nextTemplateState(found, "edit");
    const kept = { own: storedText(found).own };
    const { text, variables } = checkedText(found.name, { ...kept, ...(said as object) });
    const users = (await usersOf(tx, [found])).get(found.id) ?? [];
    const unfit = users.filter(({ fills }) => !sameNames(fills, variables)).map(({ name }) => name);
    if (unfit.length > 0) throw new MessageTemplateInUse(unfit);
    const data = { text, variables, revision: { increment: 1 } };
    const edited = await tx.messageTemplate.update({ where: { id: found.id }, data });
    const about = {
      action: "editMessageTemplate",
      object: "messageTemplate",
      objectId: found.id,
      at: deps.clock.now(),
    };
    const partnerId = partnerIdOf(found.house);
    await recordAudit(tx, actor, { ...about, partnerId, before: { text: found.text }, after: { text } });
    return edited;
  });
}

/** Takes it out of use, once nothing sends it. */
export async function retireMessageTemplate(
  deps: Deps,
  actor: Actor,
  input: { messageTemplateId: string; reason: string },
): Promise<MessageTemplate> {
  can(actor, "template:write");
  const reason = checkText("reason", input.reason);
  return deps.db.$transaction(async (tx) => {
    const found = await lockTemplate(tx, actor, input.messageTemplateId);
    if (found.state === "RETIRED") return found;
    const users = (await usersOf(tx, [found])).get(found.id) ?? [];
    if (users.length > 0) throw new MessageTemplateInUse(users.map(({ name }) => name));
    const state = nextTemplateState(found, "retire");
    const about = {
      object: "messageTemplate",
      objectId: found.id,
      partnerId: partnerIdOf(found.house),
      at: deps.clock.now(),
    };
    await recordStep(tx, actor, { ...about, from: found.state, to: state, reason });
    return tx.messageTemplate.update({ where: { id: found.id }, data: { state } });
  });
}

const nextTemplateState = ({ id, state }: MessageTemplate, event: TemplateEvent) =>
  nextState<TemplateState, TemplateEvent>(templateMachine, { object: "message template", id, state }, event);

async function lockTemplate(tx: Tx, actor: Actor, id: string): Promise<MessageTemplate> {
  await tx.$executeRaw`SELECT FROM message_template WHERE id = ${id} FOR UPDATE`;
  const found = await tx.messageTemplate.findUnique({ where: { id } });
  if (!found || found.house !== houseOf(actor)) throw new MessageTemplateNotFound(id);
  return found;
}

/** The text as it is kept, and the variables that whoever sends it must fill. */
export function checkedText(name: string, said: unknown): { text: TemplateText; variables: string[] } {
  const { data, error } = templateText.safeParse(said);
  if (!data) throw new MessageTemplateInvalid(problemsOf(error));
  const variables = variablesIn(data).filter((variable) => !isCommon(variable));
  const known = hubsVariables[name];
  const problems = variables.flatMap((variable): TemplateProblem[] => {
    if (!isVariableName(variable))
      return [{ path: "text", message: `{${variable}} is no variable: a letter, then letters and digits.` }];
    if (known && !known.includes(variable)) return [{ path: "text", message: `Nobody fills {${variable}} here.` }];
    if (known || Object.hasOwn(occasionVariables, variable)) return [];
    return [{ path: "text", message: `There is no variable {${variable}}.` }];
  });
  if (problems.length > 0) throw new MessageTemplateInvalid(problems);
  return { text: data, variables };
}

const problemsOf = ({ issues }: z.ZodError): TemplateProblem[] =>
  issues.map(({ path, message }) => ({ path: path.join("."), message }));

/** Does whoever sends it fill just what it names? A variable that was lost says that something is left unsaid. */
const sameNames = (one: readonly string[], other: readonly string[]) =>
  one.length === other.length && one.every((name) => other.includes(name));
