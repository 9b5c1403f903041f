import { WordsInput } from "#api/graph/campaign-input.ts";
import { Member, members } from "#api/graph/member.ts";
import { keyedMutation, mutation } from "#api/graph/mutation.ts";
import { answersIn, Segment, SegmentAnswersInput, SegmentRecount, SegmentTemplateNames } from "#api/graph/segment.ts";
import { MemberNotFound } from "#api/use-cases/members/refusals.ts";
import { InvalidValue } from "#api/use-cases/partners/refusals.ts";
import { defineSegment, retireSegment, shareSegment } from "#api/use-cases/segments/define-segment.ts";
import { SegmentCodeTaken, SegmentInvalid, SegmentNotFound } from "#api/use-cases/segments/refusals.ts";
import { recountSegments } from "#api/use-cases/segments/request-recount.ts";
import { TooManyTags } from "#api/use-cases/tags/refusals.ts";
import { tagMember, untagMember } from "#api/use-cases/tags/tag-member.ts";

keyedMutation("defineSegment", {
  description: "Makes a segment of the viewer's house, and has its members counted. It is never edited, only retired.",
  input: (t) => ({
    code: t.string({ required: true, description: "Names it in rules; never given again." }),
    name: t.field({ type: WordsInput, description: "What it is called; as the form says when absent." }),
    expression: t.string({ description: "CEL over `segmentFacts`; or else:" }),
    template: t.field({ type: SegmentTemplateNames, description: "A form." }),
    answers: t.field({ type: SegmentAnswersInput, description: "Its answers." }),
  }),
  refusals: [SegmentInvalid, SegmentCodeTaken, InvalidValue],
  resolve: async (input, { deps, actor }) => ({
    segment: await defineSegment(deps, actor, { ...input, answers: answersIn(input.answers) }),
  }),
  success: {
    description: "There is a segment, and its members are being counted.",
    fields: (t) => ({ segment: t.expose("segment", { type: Segment, description: "It." }) }),
  },
});

mutation("retireSegment", {
  description: "Empties a segment for good: everybody leaves it.",
  input: (t) => ({
    segmentId: t.id({ required: true, description: "Which." }),
    reason: t.string({ required: true, description: "Why; kept with the step." }),
  }),
  refusals: [SegmentNotFound, InvalidValue],
  resolve: async (input, { deps, actor }) => ({ segment: await retireSegment(deps, actor, input) }),
  success: {
    description: "Nobody is in it.",
    fields: (t) => ({ segment: t.expose("segment", { type: Segment, description: "As it is now." }) }),
  },
});

mutation("shareSegment", {
  description: "Lets partners address one of the coalition's segments, or no longer.",
  input: (t) => ({
    segmentId: t.id({ required: true, description: "Which." }),
    shared: t.boolean({ required: true, description: "May they?" }),
  }),
  refusals: [SegmentNotFound],
  resolve: async (input, { deps, actor }) => ({ segment: await shareSegment(deps, actor, input) }),
  success: {
    description: "It is so.",
    fields: (t) => ({ segment: t.expose("segment", { type: Segment, description: "As it is now." }) }),
  },
});

keyedMutation("recountSegments", {
  description: "Asks all members anew who is in the viewer's house's segments, in the background.",
  input: (t) => ({ segmentId: t.id({ description: "Only this one; all when absent." }) }),
  refusals: [SegmentNotFound],
  resolve: async (input, { deps, actor }) => ({ recount: await recountSegments(deps, actor, input) }),
  success: {
    description: "It waits for its turn.",
    fields: (t) => ({ recount: t.expose("recount", { type: SegmentRecount, description: "As it is now." }) }),
  },
});

mutation("tagMember", {
  description: "Gives a member a tag that the viewer's house alone sees.",
  input: (t) => ({
    memberId: t.id({ required: true, description: "Whom." }),
    tag: t.string({ required: true, description: "1 to 40 letters, digits, dots, dashes or underscores." }),
  }),
  refusals: [MemberNotFound, InvalidValue, TooManyTags],
  resolve: async (input, context) => {
    const tags = await tagMember(context.deps, context.actor, input);
    return { tags, member: await members.load(context, input.memberId) };
  },
  success: {
    description: "The member bears it.",
    fields: (t) => ({
      tags: t.exposeStringList("tags", { description: "All the house's tags of the member." }),
      member: t.expose("member", { type: Member, description: "The member." }),
    }),
  },
});

mutation("untagMember", {
  description: "Takes a tag of the viewer's house off a member.",
  input: (t) => ({
    memberId: t.id({ required: true, description: "Whom." }),
    tag: t.string({ required: true, description: "Which." }),
  }),
  refusals: [MemberNotFound],
  resolve: async (input, context) => {
    const tags = await untagMember(context.deps, context.actor, input);
    return { tags, member: await members.load(context, input.memberId) };
  },
  success: {
    description: "The member does not bear it.",
    fields: (t) => ({
      tags: t.exposeStringList("tags", { description: "All the house's tags of the member." }),
      member: t.expose("member", { type: Member, description: "The member." }),
    }),
  },
});
