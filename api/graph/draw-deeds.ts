import { Approval } from "#api/graph/approval.ts";
import { builder, type GraphTypes } from "#api/graph/builder.ts";
import { WordsInput } from "#api/graph/campaign-input.ts";
import { Draw } from "#api/graph/draw.ts";
import { keyedMutation, mutation } from "#api/graph/mutation.ts";
import { refusal } from "#api/graph/refusals.ts";
import { memberField, memberLookup, memberRefusals } from "#api/graph/till-input.ts";
import { described } from "#api/graph/words.ts";
import { InsufficientPoints, LimitReached } from "#api/ledger/refusals.ts";
import type { Draw as DrawRow } from "#api/sql/rows.ts";
import { cancelDraw, draftDraw, editDrawDraft } from "#api/use-cases/draws/draft-draw.ts";
import { enterDraw } from "#api/use-cases/draws/enter-draw.ts";
import { DrawCodeTaken, DrawNotFound, DrawNotOpen, notOpenReasons } from "#api/use-cases/draws/refusals.ts";
import { submitDraw, withdrawDraw } from "#api/use-cases/draws/review-draw.ts";
import { askToDraw, excludeFromDraw, openDraw, publishDraw } from "#api/use-cases/draws/run-draw.ts";
import { TransitionRefused } from "#api/use-cases/machine.ts";
import { MemberBlocked } from "#api/use-cases/members/refusals.ts";
import { ContractMissing, InvalidValue } from "#api/use-cases/partners/refusals.ts";

refusal(DrawNotFound, "DRAW_NOT_FOUND", "No draw has this id, or none that the viewer may see.", (t) => ({
  drawId: t.exposeID("drawId", { description: "The id that was sent." }),
}));
refusal(DrawCodeTaken, "DRAW_CODE_TAKEN", "Another draw has the code.", (t) => ({
  drawCode: t.exposeString("drawCode", { description: "The code that was sent." }),
}));
const DrawClosedReason = builder.enumType("DrawClosedReason", {
  description: "Why a draw cannot be entered.",
  values: described(notOpenReasons),
});
refusal(DrawNotOpen, "DRAW_NOT_OPEN", "The draw cannot be entered at present.", (t) => ({
  because: t.expose("because", { type: DrawClosedReason, description: "Why." }),
}));

const OrganiserInput = builder.inputType("DrawOrganiserInput", {
  description: "Who holds a draw.",
  fields: (t) => ({
    name: t.string({ required: true, description: "The legal name." }),
    address: t.string({ required: true, description: "The legal address." }),
  }),
});

const PrizeInput = builder.inputType("DrawPrizeInput", {
  description: "One of the prizes of a draw.",
  fields: (t) => ({
    name: t.field({ type: WordsInput, required: true, description: "What it is." }),
    quantity: t.int({ required: true, description: "How many there are." }),
    worth: t.field({ type: "Decimal", description: "What one is worth; not said when absent." }),
  }),
});

const DrawDefinitionInput = builder.inputType("DrawDefinitionInput", {
  description: "Everything a person writes about a draw.",
  fields: (t) => ({
    code: t.string({ required: true, description: "By which campaigns name it." }),
    name: t.field({ type: WordsInput, required: true, description: "What it is called." }),
    rules: t.field({ type: WordsInput, required: true, description: "The rules in full, as they bind everybody." }),
    organiser: t.field({ type: OrganiserInput, required: true, description: "Who holds it." }),
    registrationNumber: t.string({ required: true, description: "Under which the authority knows it." }),
    closesAt: t.field({
      type: "DateTime",
      required: true,
      description: "First instant whose tickets no longer count.",
    }),
    prizes: t.field({ type: [PrizeInput], required: true, description: "In the order in which they are drawn." }),
    ticketPrice: t.field({ type: "Points", description: "What a ticket costs; none is sold when absent." }),
    ticketsPerMember: t.field({ type: "Points", description: "More of one member do not count; all do when absent." }),
    onePrizePerHolder: t.boolean({ description: "Whoever has won takes no further part; so when absent." }),
    excludesStaff: t.boolean({ description: "Whoever works at the hub or a partner takes no part; so when absent." }),
    publicSource: t.field({ type: WordsInput, description: "Where a number comes from that nobody can know before." }),
  }),
});

/** What is absent is left to the definition's own defaults. */
function definitionOf(input: typeof DrawDefinitionInput.$inferInput): object {
  const { closesAt, ticketPrice, ticketsPerMember, onePrizePerHolder, excludesStaff, publicSource, ...rest } = input;
  const written = (words: typeof WordsInput.$inferInput) => withoutNulls({ ...words });
  return withoutNulls({
    ...rest,
    name: written(rest.name),
    rules: written(rest.rules),
    closesAt: closesAt.toISOString(),
    prizes: rest.prizes.map(({ name, quantity, worth }) => withoutNulls({ name: written(name), quantity, worth })),
    ticketPrice: ticketPrice && String(ticketPrice),
    ticketsPerMember: ticketsPerMember && String(ticketsPerMember),
    onePrizePerHolder,
    excludesStaff,
    publicSource: publicSource && written(publicSource),
  });
}

const withoutNulls = (fields: object) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== undefined));

type Success = PothosSchemaTypes.ObjectFieldBuilder<GraphTypes, { draw: DrawRow }>;
const drawField = (t: Success) => ({ draw: t.expose("draw", { type: Draw, description: "As it is now." }) });

keyedMutation("draftDraw", {
  description: "Begins a prize draw.",
  input: (t) => ({
    definition: t.field({ type: DrawDefinitionInput, required: true, description: "What is promised." }),
  }),
  refusals: [InvalidValue, DrawCodeTaken],
  resolve: async ({ definition, idempotencyKey }, { deps, actor }) => ({
    draw: await draftDraw(deps, actor, { definition: definitionOf(definition), idempotencyKey }),
  }),
  success: { description: "There is a draft.", fields: drawField },
});

mutation("editDrawDraft", {
  description: "Writes a draft of a draw anew.",
  input: (t) => ({
    drawId: t.id({ required: true, description: "Which draw." }),
    definition: t.field({ type: DrawDefinitionInput, required: true, description: "What is promised now." }),
  }),
  refusals: [DrawNotFound, InvalidValue, DrawCodeTaken, TransitionRefused],
  resolve: async ({ drawId, definition }, { deps, actor }) => ({
    draw: await editDrawDraft(deps, actor, { drawId, definition: definitionOf(definition) }),
  }),
  success: { description: "The draft says it.", fields: drawField },
});

mutation("cancelDraw", {
  description: "Gives up a draw that is not open yet.",
  input: (t) => ({
    drawId: t.id({ required: true, description: "Which draw." }),
    reason: t.string({ required: true, description: "Why; kept with the step." }),
  }),
  refusals: [DrawNotFound, InvalidValue, TransitionRefused],
  resolve: async (input, { deps, actor }) => ({ draw: await cancelDraw(deps, actor, input) }),
  success: { description: "It is given up.", fields: drawField },
});

mutation("submitDraw", {
  description: "Lays a draft of a draw before somebody else of the operator.",
  input: (t) => ({
    drawId: t.id({ required: true, description: "Which draw." }),
    note: t.string({ required: true, description: "What it is for; they read it." }),
  }),
  refusals: [DrawNotFound, InvalidValue, TransitionRefused],
  resolve: async (input, { deps, actor }) => ({ draw: await submitDraw(deps, actor, input) }),
  success: { description: "It waits for their answer.", fields: drawField },
});

mutation("withdrawDraw", {
  description: "Takes back what was submitted, or agreed on and not opened: a draft again.",
  input: (t) => ({
    drawId: t.id({ required: true, description: "Which draw." }),
    reason: t.string({ required: true, description: "Why; kept with the step." }),
  }),
  refusals: [DrawNotFound, InvalidValue, TransitionRefused],
  resolve: async (input, { deps, actor }) => ({ draw: await withdrawDraw(deps, actor, input) }),
  success: { description: "It is a draft.", fields: drawField },
});

mutation("openDraw", {
  description: "Opens a draw: a seed is thrown, and its hash published before there is a ticket.",
  input: (t) => ({ drawId: t.id({ required: true, description: "Which draw." }) }),
  refusals: [DrawNotFound, InvalidValue, TransitionRefused],
  resolve: async (input, { deps, actor }) => ({ draw: await openDraw(deps, actor, input) }),
  success: { description: "Tickets count.", fields: drawField },
});

mutation("excludeFromDraw", {
  description: "Puts a member on the list of those who take no part, until the list of tickets is fixed.",
  input: (t) => ({
    drawId: t.id({ required: true, description: "Which draw." }),
    member: memberField(t, "Whom."),
    reason: t.string({ required: true, description: "Why; kept with the list." }),
  }),
  refusals: [DrawNotFound, ...memberRefusals, InvalidValue, TransitionRefused],
  resolve: async ({ member, ...input }, { deps, actor }) => ({
    draw: await excludeFromDraw(deps, actor, { ...input, member: memberLookup(member) }),
  }),
  success: { description: "Their tickets do not count.", fields: drawField },
});

mutation("drawWinners", {
  description: "Asks a second person to reveal the seed and find the winners.",
  input: (t) => ({
    drawId: t.id({ required: true, description: "Which draw." }),
    publicValue: t.string({ description: "What came of the source that the rules name; exactly where they name one." }),
    note: t.string({ required: true, description: "What the second person should know." }),
  }),
  refusals: [DrawNotFound, InvalidValue, TransitionRefused],
  resolve: async (input, { deps, actor }) => ({ approval: await askToDraw(deps, actor, input) }),
  success: {
    description: "It waits for the second person.",
    fields: (t) => ({ approval: t.expose("approval", { type: Approval, description: "What waits." }) }),
  },
});

mutation("publishDraw", {
  description: "Publishes the protocol of a draw with its winners.",
  input: (t) => ({ drawId: t.id({ required: true, description: "Which draw." }) }),
  refusals: [DrawNotFound, TransitionRefused],
  resolve: async (input, { deps, actor }) => ({ draw: await publishDraw(deps, actor, input) }),
  success: { description: "Anyone can see and check it.", fields: drawField },
});

keyedMutation("enterDraw", {
  description: "A member pays for tickets with points.",
  input: (t) => ({
    drawId: t.id({ required: true, description: "Which draw." }),
    tickets: t.int({ required: true, description: "How many." }),
  }),
  refusals: [DrawNotFound, DrawNotOpen, InvalidValue, InsufficientPoints, LimitReached, MemberBlocked, ContractMissing],
  resolve: async (input, { deps, actor }) => ({ draw: await enterDraw(deps, actor, input) }),
  success: { description: "The tickets are the member's.", fields: drawField },
});
