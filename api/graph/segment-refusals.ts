import { builder } from "#api/graph/builder.ts";
import { refusal } from "#api/graph/refusals.ts";
import {
  type SegmentProblem as ProblemRow,
  SegmentCodeTaken,
  SegmentInvalid,
  SegmentNotFound,
} from "#api/use-cases/segments/refusals.ts";
import { TooManyTags } from "#api/use-cases/tags/refusals.ts";

export const SegmentProblem = builder.objectRef<ProblemRow>("SegmentProblem").implement({
  description: "Something wrong in a segment's expression, or in a form's answer.",
  fields: (t) => ({
    path: t.exposeString("path", { description: "`expression`, or the field of the form." }),
    line: t.exposeInt("line", { nullable: true, description: "Of the expression, from 1. Null elsewhere." }),
    column: t.exposeInt("column", { nullable: true, description: "In that line, from 1. Null elsewhere." }),
    code: t.exposeString("code", { description: "What kind of mistake it is." }),
    message: t.exposeString("message", { description: "In English: what would be right." }),
  }),
});

refusal(SegmentNotFound, "SEGMENT_NOT_FOUND", "No segment has this id, or none the viewer may do that with.", (t) => ({
  segmentId: t.exposeID("segmentId", { description: "The id that was sent." }),
}));
refusal(SegmentCodeTaken, "SEGMENT_CODE_TAKEN", "A segment of the house has the code, or once had it.", (t) => ({
  taken: t.exposeString("taken", { description: "The code." }),
}));
refusal(
  SegmentInvalid,
  "SEGMENT_INVALID",
  "The expression or the answers make no segment; each mistake is named with where it is.",
  (t) => ({
    problems: t.field({
      type: [SegmentProblem],
      description: "All of them.",
      resolve: ({ problems }) => [...problems],
    }),
  }),
);
refusal(TooManyTags, "TOO_MANY_TAGS", "The member bears as many tags of the house as anybody reads.", (t) => ({
  most: t.exposeInt("most", { description: "How many that is." }),
}));
