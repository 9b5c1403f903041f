import { builder } from "#api/graph/builder.ts";
import { CampaignFact, CampaignField } from "#api/graph/campaign-templates.ts";
import { connectionOf } from "#api/graph/connection.ts";
import { byId } from "#api/graph/loaders.ts";
import { Member, members } from "#api/graph/member.ts";
import { SegmentProblem } from "#api/graph/segment-refusals.ts";
import { CampaignWords, described } from "#api/graph/words.ts";
import type { SegmentEvent as EventRow, SegmentRecount as RecountRow, Segment as SegmentRow } from "#api/sql/rows.ts";
import {
  findLastRecounts,
  findRecounts,
  findSegmentCounts,
  findSegments,
  knowsMembers,
  listSegmentEvents,
  listSegmentMembers,
  listSegments,
  type SegmentStay,
} from "#api/use-cases/segments/find-segments.ts";
import {
  checkSegment,
  readSegmentFacts,
  readSegmentTemplates,
  type SegmentHelp,
} from "#api/use-cases/segments/help.ts";
import { factName } from "#api/use-cases/segments/segment-facts.ts";
import { recountStates, segmentEventKinds, segmentStates } from "#api/use-cases/segments/states.ts";
import { type SegmentTemplateName, segmentTemplates } from "#api/use-cases/segments/templates.ts";
import { storedWords } from "#api/use-cases/segments/words.ts";

export const segments = byId(findSegments);
const recounts = byId(findRecounts);
const lastRecounts = byId(findLastRecounts);
const counts = byId(findSegmentCounts);

const SegmentState = builder.enumType("SegmentState", {
  description: "Whether a segment has members.",
  values: described(segmentStates),
});
const SegmentRecountState = builder.enumType("SegmentRecountState", {
  description: "How far a recount is.",
  values: described(recountStates),
});
const SegmentEventKind = builder.enumType("SegmentEventKind", {
  description: "What happened to a segment's member.",
  values: described(segmentEventKinds),
});
export const SegmentTemplateNames = builder.enumType("SegmentTemplateName", {
  description: "A common shape of a segment.",
  values: described(
    Object.fromEntries(Object.entries(segmentTemplates).map(([name, { says }]) => [name, says])) as Record<
      SegmentTemplateName,
      string
    >,
  ),
});

export const SegmentRecount = builder.objectRef<RecountRow>("SegmentRecount");
builder.node(SegmentRecount, {
  description: "One pass over all members: who is in which segments.",
  id: { resolve: ({ id }) => id, description: "Opaque, global, permanent." },
  loadMany: (ids, context) => recounts.findMany(context, ids),
  fields: (t) => ({
    state: t.expose("state", { type: SegmentRecountState, description: "How far it is." }),
    membersDone: t.exposeInt("membersDone", { description: "How many members were asked." }),
    membersTotal: t.exposeInt("membersTotal", { nullable: true, description: "Of how many. Null until counted." }),
    enteredCount: t.exposeInt("entered", { description: "How many came in." }),
    leftCount: t.exposeInt("left", { description: "How many left." }),
    requestedAt: t.expose("createdAt", { type: "DateTime", description: "When it was asked for." }),
    finishedAt: t.expose("finishedAt", { type: "DateTime", nullable: true, description: "Null until it is over." }),
  }),
});

const SegmentMember = builder.objectRef<SegmentStay>("SegmentMember").implement({
  description: "A member who is in a segment.",
  fields: (t) => ({
    member: t.field({
      type: Member,
      nullable: true,
      description: "Who. Null when the viewer may not see them.",
      resolve: ({ memberId }, _args, context) => members.find(context, memberId),
    }),
    enteredAt: t.expose("enteredAt", { type: "DateTime", description: "Since when." }),
  }),
});
const segmentMemberPages = connectionOf("SegmentMember", SegmentMember, ({ memberId }) => memberId);

const SegmentEvent = builder.objectRef<EventRow>("SegmentEvent").implement({
  description: "A member came into a segment, or left it.",
  fields: (t) => ({
    kind: t.expose("kind", { type: SegmentEventKind, description: "Which." }),
    countedAt: t.expose("at", { type: "DateTime", description: "As of when it was counted." }),
    member: t.field({
      type: Member,
      nullable: true,
      description: "Who. Null when the viewer may not see them.",
      resolve: ({ memberId }, _args, context) => members.find(context, memberId),
    }),
  }),
});
const segmentEventPages = connectionOf("SegmentEvent", SegmentEvent, ({ ord }) => String(ord));

export const Segment = builder.objectRef<SegmentRow>("Segment");
builder.node(Segment, {
  description: "Members of whom an expression over facts holds. What it says never changes.",
  id: { resolve: ({ id }) => id, description: "Opaque, global, permanent." },
  loadMany: (ids, context) => segments.findMany(context, ids),
  fields: (t) => ({
    code: t.exposeString("code", { description: "Names it among the segments of its house." }),
    nameInRules: t.string({
      description: "Names it in rules, and where clubs and events let members in: the coalition's as `coalition:code`.",
      resolve: ({ house, code }) => factName(house, code),
    }),
    name: t.field({ type: CampaignWords, description: "What it is called.", resolve: storedWords }),
    expression: t.exposeString("expression", { description: "CEL over `segmentFacts`, true or false of a member." }),
    template: t.field({
      type: SegmentTemplateNames,
      nullable: true,
      description: "The form that made it. Null: written by hand.",
      resolve: ({ template }) => template as SegmentTemplateName | null,
    }),
    state: t.expose("state", { type: SegmentState, description: "Whether it has members." }),
    isShared: t.exposeBoolean("shared", {
      description: "May partners address it? They learn how many are in it, never who.",
    }),
    isOwn: t.field({
      type: "Boolean",
      description: "May the viewer see who is in it?",
      resolve: (segment, _args, { actor }) => knowsMembers(actor, segment),
    }),
    memberCount: t.field({
      type: "Int",
      nullable: true,
      description:
        "How many were in it when it was counted; rounded down to whole groups for who may not see them. Null: not counted, or too few to be told.",
      resolve: ({ id }, _args, context) => counts.find(context, id),
    }),
    countedAt: t.expose("countedAt", { type: "DateTime", nullable: true, description: "As of when. Null: not yet." }),
    lastRecount: t.field({
      type: SegmentRecount,
      nullable: true,
      description: "The newest pass it was in. Null: none, or not the viewer's.",
      resolve: ({ id }, _args, context) => lastRecounts.find(context, id),
    }),
    createdAt: t.expose("createdAt", { type: "DateTime", description: "Since when there is one." }),
    members: t.field(
      segmentMemberPages({
        description: "Who is in it; refused to whoever may only address it.",
        resolve: ({ id }, page, _filters, { deps, actor }) => listSegmentMembers(deps, actor, id, page),
      }),
    ),
    events: t.field(
      segmentEventPages({
        description: "Who came in and who left, newest first; refused to whoever may only address it.",
        resolve: ({ id }, page, _filters, { deps, actor }) => listSegmentEvents(deps, actor, id, page),
      }),
    ),
  }),
});
const segmentPages = connectionOf("Segment", Segment, ({ id }) => id);

type Template = SegmentHelp["templates"][number];
const SegmentTemplate = builder.objectRef<Template>("SegmentTemplate").implement({
  description: "A common shape of a segment, for people who would rather answer questions than write expressions.",
  fields: (t) => ({
    name: t.field({ type: SegmentTemplateNames, description: "Which.", resolve: ({ name }) => name }),
    says: t.exposeString("says", { description: "Whom it means, in English." }),
    fields: t.field({
      type: [CampaignField],
      description: "What its form asks.",
      resolve: ({ fields }) => [...fields],
    }),
  }),
});

export const SegmentAnswersInput = builder.inputType("SegmentAnswersInput", {
  description: "What a form of a segment asks; fields that it does not have are left out.",
  fields: (t) => ({
    days: t.int({ description: "How many days." }),
    amount: t.field({ type: "Decimal", description: "At least so much money." }),
    visits: t.int({ description: "At least so many receipts." }),
    tag: t.string({ description: "Which tag of the house." }),
    at: t.string({ description: "The code of the partner they bought at." }),
    notAt: t.string({ description: "The code of the one they did not." }),
    partners: t.int({ description: "At least so many partners." }),
    points: t.field({ type: "Points", description: "At least so many points." }),
  }),
});

/** A form's answers as the form reads them: by name, as text. */
export function answersIn(input: object | null | undefined): { name: string; value: string }[] {
  const given = Object.entries(input ?? {}).filter(([, value]) => value !== null && value !== undefined);
  return given.map(([name, value]) => ({ name, value: String(value) }));
}

builder.queryField("segments", (t) =>
  t.field(
    segmentPages({
      description: "The viewer's house's segments, and for a partner those of the coalition that it may address.",
      args: {
        states: t.arg({ type: [SegmentState], description: "Only in one of these states." }),
        shared: t.arg.boolean({ description: "Only those of the coalition that partners may address." }),
      },
      resolve: (_root, page, filters, { deps, actor }) => listSegments(deps, actor, { ...page, ...filters }),
    }),
  ),
);

builder.queryField("segment", (t) =>
  t.field({
    type: Segment,
    nullable: true,
    description: "One segment. Null when there is none, or none the viewer may see.",
    args: { id: t.arg.id({ required: true, description: "Which." }) },
    resolve: (_root, { id }, context) => segments.find(context, id),
  }),
);

builder.queryField("segmentTemplates", (t) =>
  t.field({
    type: [SegmentTemplate],
    description: "The forms that the viewer's house may fill in.",
    resolve: (_root, _args, { actor }) => readSegmentTemplates(actor),
  }),
);

builder.queryField("segmentFacts", (t) =>
  t.field({
    type: [CampaignFact],
    description: "Everything that an expression of a segment may read; a partner's reads its own of it.",
    resolve: (_root, _args, { actor }) => readSegmentFacts(actor),
  }),
);

builder.queryField("checkSegment", (t) =>
  t.field({
    type: [SegmentProblem],
    description: "Everything that is wrong with what somebody is writing or answering; empty when it can be counted.",
    args: {
      expression: t.arg.string({ description: "An expression; or else:" }),
      template: t.arg({ type: SegmentTemplateNames, description: "A form." }),
      answers: t.arg({ type: SegmentAnswersInput, description: "Its answers." }),
    },
    resolve: (_root, { answers, ...asked }, { deps, actor }) =>
      checkSegment(deps, actor, { ...asked, answers: answersIn(answers) }),
  }),
);
