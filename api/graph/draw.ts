import type { Words } from "#api/engine/campaign.ts";
import { Approval } from "#api/graph/approval.ts";
import { builder } from "#api/graph/builder.ts";
import { connectionOf } from "#api/graph/connection.ts";
import { byId } from "#api/graph/loaders.ts";
import { Member, members } from "#api/graph/member.ts";
import { Step } from "#api/graph/step.ts";
import { CampaignWords, described, usually } from "#api/graph/words.ts";
import type { Draw as DrawRow } from "#api/sql/rows.ts";
import { drawTermsOf, type DrawPrize as PrizeRow } from "#api/use-cases/draws/definition.ts";
import { drawFileOf } from "#api/use-cases/draws/draw-file.ts";
import {
  findDrawProofs,
  findDrawRequests,
  findDrawSteps,
  findDraws,
  findOwnTickets,
  findWinners,
  listDraws,
  type OwnTickets,
  readTicketList,
  type WinnerView,
} from "#api/use-cases/draws/find-draws.ts";
import { drawStates } from "#api/use-cases/draws/states.ts";
import type { DrawProof as ProofRow } from "#api/use-cases/draws/verify-draw.ts";
import { findProgramme } from "#api/use-cases/programme/read-programme.ts";

export const draws = byId(findDraws);
const stepsOf = byId(findDrawSteps);
const requestsOf = byId(findDrawRequests);
const winnersOf = byId(findWinners);
const ticketsOf = byId(findOwnTickets);
const proofsOf = byId(findDrawProofs);

export const DrawState = builder.enumType("DrawState", {
  description: "How far a draw has come.",
  values: described(drawStates),
});

const DrawPrize = builder.objectRef<PrizeRow>("DrawPrize").implement({
  description: "One of the prizes of a draw.",
  fields: (t) => ({
    name: t.expose("name", { type: CampaignWords, description: "What it is." }),
    quantity: t.exposeInt("quantity", { description: "How many there are of it." }),
    worth: t.field({
      type: "Decimal",
      nullable: true,
      description: "What one is worth, in the programme's currency. Null: not said.",
      resolve: ({ worth }) => worth,
    }),
  }),
});

const DrawWinner = builder.objectRef<WinnerView>("DrawWinner").implement({
  description: "A piece of a prize and the ticket that won it.",
  fields: (t) => ({
    place: t.exposeInt("place", { description: "In the order of drawing, from 1." }),
    prize: t.exposeInt("prize", { description: "Which of the draw's prizes, from 0." }),
    ticket: t.expose("ticket", { type: "Points", description: "The ticket's number in the list." }),
    holder: t.exposeInt("holder", { description: "The holder's number in the list." }),
    initial: t.exposeString("initial", { description: "The first letter of the holder's name; empty: not known." }),
    isMine: t.boolean({ description: "Is it the viewer?", resolve: ({ mine }) => mine }),
    member: t.field({
      type: Member,
      nullable: true,
      description: "Who it is. Null for everybody who may not know.",
      resolve: ({ memberId, mine }, _args, context) =>
        mine || context.actor.kind === "operator" ? members.find(context, memberId) : null,
    }),
  }),
});

const DrawTickets = builder.objectRef<OwnTickets>("DrawTickets").implement({
  description: "What the viewer has in a draw.",
  fields: (t) => ({
    count: t.field({ type: "Points", description: "Their tickets.", resolve: ({ tickets }) => tickets }),
    total: t.field({ type: "Points", description: "Everybody's.", resolve: ({ ticketsInAll }) => ticketsInAll }),
    holder: t.exposeInt("holder", {
      nullable: true,
      description: "Their number in the published list. Null before it is fixed, or without tickets.",
    }),
    firstTicket: t.expose("firstTicket", {
      type: "Points",
      nullable: true,
      description: "The number of their first ticket. Null before the list is fixed, or without tickets.",
    }),
  }),
});

const DrawProof = builder.objectRef<ProofRow>("DrawProof").implement({
  description: "What doing everything again says; null: its time has not come.",
  fields: (t) => ({
    seedHolds: t.exposeBoolean("seedHolds", {
      nullable: true,
      description: "The seed has the hash that was promised.",
    }),
    listHolds: t.exposeBoolean("listHolds", {
      nullable: true,
      description: "The list of tickets has the hash that was promised.",
    }),
    winnersHold: t.exposeBoolean("winnersHold", { nullable: true, description: "The winners follow from both." }),
  }),
});

export const Draw = builder.objectRef<DrawRow>("Draw");
builder.node(Draw, {
  description: "A prize draw that anyone can check.",
  id: { resolve: ({ id }) => id, description: "Opaque, global, permanent." },
  loadMany: (ids, context) => draws.findMany(context, ids),
  fields: (t) => ({
    code: t.exposeString("code", { description: "By which campaigns name it." }),
    state: t.expose("state", { type: DrawState, description: "How far it has come." }),
    name: t.field({ type: CampaignWords, description: "What it is called.", resolve: (row) => drawTermsOf(row).name }),
    rules: t.field({
      type: CampaignWords,
      description: "The rules in full.",
      resolve: (row): Words => drawTermsOf(row).rules,
    }),
    organiserName: t.string({ description: "Who holds it.", resolve: (row) => drawTermsOf(row).organiser.name }),
    organiserAddress: t.string({
      description: "Where they are.",
      resolve: (row) => drawTermsOf(row).organiser.address,
    }),
    registrationNumber: t.string({
      description: "Under which the authority knows it.",
      resolve: (row) => drawTermsOf(row).registrationNumber,
    }),
    prizes: t.field({
      ...usually(5),
      type: [DrawPrize],
      description: "In the order in which they are drawn; at most 50.",
      resolve: (row) => drawTermsOf(row).prizes,
    }),
    closesAt: t.expose("closesAt", { type: "DateTime", description: "First instant whose tickets no longer count." }),
    ticketPrice: t.field({
      type: "Points",
      nullable: true,
      description: "What a ticket costs. Null: none is sold.",
      resolve: (row) => whole(drawTermsOf(row).ticketPrice),
    }),
    ticketsPerMember: t.field({
      type: "Points",
      nullable: true,
      description: "More of one member do not count. Null: all do.",
      resolve: (row) => whole(drawTermsOf(row).ticketsPerMember),
    }),
    onePrizePerHolder: t.boolean({
      description: "Whoever has won takes no further part.",
      resolve: (row) => drawTermsOf(row).onePrizePerHolder,
    }),
    excludesStaff: t.boolean({
      description: "Whoever works at the operator or a partner takes no part.",
      resolve: (row) => drawTermsOf(row).excludesStaff,
    }),
    publicSource: t.field({
      type: CampaignWords,
      nullable: true,
      description: "Where the public value comes from. Null: the seed alone decides.",
      resolve: (row) => drawTermsOf(row).publicSource,
    }),
    seedHash: t.exposeString("seedHash", {
      nullable: true,
      description: "SHA-256 of the seed. Null before it is open.",
    }),
    listHash: t.exposeString("listHash", {
      nullable: true,
      description: "SHA-256 of the list of tickets. Null before it is fixed.",
    }),
    holderCount: t.exposeInt("holderCount", { nullable: true, description: "Who holds tickets. Null before that." }),
    ticketCount: t.expose("ticketCount", { type: "Points", nullable: true, description: "Tickets. Null before that." }),
    publicValue: t.exposeString("publicValue", {
      nullable: true,
      description: "What came of the source. Null before.",
    }),
    seed: t.exposeString("seed", { nullable: true, description: "In hex. Null before the draw." }),
    openedAt: t.expose("openedAt", { type: "DateTime", nullable: true, description: "When it opened." }),
    committedAt: t.expose("committedAt", { type: "DateTime", nullable: true, description: "When the list was fixed." }),
    drawnAt: t.expose("drawnAt", { type: "DateTime", nullable: true, description: "When the winners were found." }),
    publishedAt: t.expose("publishedAt", {
      type: "DateTime",
      nullable: true,
      description: "When they were published.",
    }),
    winners: t.field({
      ...usually(10),
      type: [DrawWinner],
      description: "In the order of drawing; empty before they are published. At most 5,000.",
      resolve: async ({ id }, _args, context) => (await winnersOf.find(context, id)) ?? [],
    }),
    myTickets: t.field({
      type: DrawTickets,
      nullable: true,
      description: "What the viewer has in it. Null for everybody but members.",
      resolve: ({ id }, _args, context) => ticketsOf.find(context, id),
    }),
    proof: t.field({
      type: DrawProof,
      nullable: true,
      description: "Does everything again.",
      complexity: { field: 20, multiplier: 1 },
      resolve: ({ id }, _args, context) => proofsOf.find(context, id),
    }),
    steps: t.field({
      ...usually(8),
      type: [Step],
      description: "How it came to where it stands, oldest first; bounded by its states.",
      resolve: async ({ id }, _args, context) => (await stepsOf.find(context, id)) ?? [],
    }),
    request: t.field({
      type: Approval,
      nullable: true,
      description: "What waits for a second person. Null: nothing, or not the viewer's to see.",
      resolve: ({ id }, _args, context) => requestsOf.find(context, id),
    }),
  }),
});

builder.objectFields(Draw, (t) => ({
  timeZone: t.string({
    description: "The zone in which its times are meant, for whoever may not ask the programme.",
    resolve: async (_draw, _args, { deps }) => (await findProgramme(deps)).timeZone,
  }),
  currencyCode: t.field({
    type: "CurrencyCode",
    description: "In which its prizes are valued.",
    resolve: (_draw, _args, { currency }) => currency.code,
  }),
  file: t.string({
    nullable: true,
    description: "JSON that scripts/verify-draw.ts takes with the list. Null before it is published.",
    resolve: ({ id }, _args, { deps, actor }) => drawFileOf(deps, actor, id),
  }),
  ticketList: t.string({
    nullable: true,
    description: "A part of 50,000 lines of the list of tickets. Null before it is fixed; empty after the last line.",
    args: { part: t.arg.int({ required: true, description: "Which part, from 0." }) },
    resolve: ({ id }, { part }, { deps, actor }) => readTicketList(deps, actor, { drawId: id, part }),
  }),
}));

const whole = (text: string | null) => (text === null ? null : BigInt(text));

const drawPages = connectionOf("Draw", Draw, ({ id }) => id);

builder.queryField("draws", (t) =>
  t.field({
    ...drawPages({
      description: "Draws that are open or were, newest first; for the operator all. Nobody needs to sign in.",
      args: { states: t.arg({ type: [DrawState], description: "Only in these states." }) },
      resolve: (_root, page, { states }, { deps, actor }) => listDraws(deps, actor, { ...page, states }),
    }),
    skipTypeScopes: true,
  }),
);

builder.queryField("draw", (t) =>
  t.field({
    type: Draw,
    nullable: true,
    description: "One draw, for everybody. Null when there is none, or none that is open yet.",
    skipTypeScopes: true,
    args: { id: t.arg.id({ required: true, description: "Which." }) },
    resolve: (_root, { id }, context) => draws.find(context, id),
  }),
);
