import { builder } from "#api/graph/builder.ts";
import { byId } from "#api/graph/loaders.ts";
import { Partner, partners } from "#api/graph/partner.ts";
import type { PartnerExit as ExitRow } from "#api/sql/rows.ts";
import { findExits, findExitsOf, findObstacles } from "#api/use-cases/partners/find-exits.ts";

const exits = byId(findExits);
const exitsOf = byId(findExitsOf);
const obstacles = byId(findObstacles);

const PartnerExitState = builder.enumType("PartnerExitState", {
  description: "How far a partner is on its way out.",
  values: {
    NOTICE: { description: "Notice is given; it trades as before until it ends." },
    RUN_OFF: { description: "It issues and redeems no more; its points can be spent elsewhere until they lapse." },
    RELEASED: { description: "What it put up was given back, and it is closed." },
    WITHDRAWN: { description: "The notice was taken back." },
  } as const,
});

export const ExitObstacle = builder.enumType("PartnerExitObstacle", {
  description: "What stands between a leaving partner and what it put up.",
  values: {
    RUN_OFF_NOT_OVER: { description: "Its points may still be spent." },
    POINTS_OUTSTANDING: { description: "Points of its are left." },
    POSITION_OPEN: { description: "It owes or is owed a coin or more." },
    OBLIGATIONS_OPEN: { description: "An obligation of its is not final." },
    DISPUTES_OPEN: { description: "It has a dispute that is not resolved." },
    OTHERS_IN_DEFAULT: { description: "Its share of the loss pool stands for a default that is not covered yet." },
  } as const,
});

export const PartnerExit = builder.objectRef<ExitRow>("PartnerExit");
builder.node(PartnerExit, {
  description: "A partner's way out: notice, run-off of its points, release of what it put up.",
  id: { resolve: ({ id }) => id, description: "Opaque, global, permanent." },
  loadMany: (ids, context) => exits.findMany(context, ids),
  fields: (t) => ({
    partner: t.field({
      type: Partner,
      description: "Who leaves.",
      resolve: ({ partnerId }, _args, context) => partners.load(context, partnerId),
    }),
    state: t.expose("state", { type: PartnerExitState, description: "How far it is." }),
    reason: t.exposeString("reason", { description: "Why, in the words of whoever gave notice." }),
    noticeAt: t.expose("noticeAt", { type: "DateTime", description: "When notice was given." }),
    endsAt: t.expose("endsAt", {
      type: "DateTime",
      description: "First instant at which it issues and redeems no more; by the rules of the day of the notice.",
    }),
    runOffUntil: t.expose("runOffUntil", {
      type: "DateTime",
      description: "First instant at which its points lapse; by the rules of the day of the notice.",
    }),
    releasedAt: t.expose("releasedAt", { type: "DateTime", nullable: true, description: "Null before the release." }),
    obstacles: t.field({
      type: [ExitObstacle],
      nullable: true,
      description: "Why nothing can be released yet; empty: it can. Bounded. Null when the viewer may not see it.",
      resolve: ({ id }, _args, context) => obstacles.find(context, id),
    }),
  }),
});

builder.objectFields(Partner, (t) => ({
  exit: t.field({
    type: PartnerExit,
    nullable: true,
    description:
      "Its way out, if it has given notice and not taken it back. Null else, or when the viewer may not see it.",
    resolve: async ({ id }, _args, context) =>
      (await exitsOf.find(context, id))?.find(({ state }) => state !== "WITHDRAWN") ?? null,
  }),
  exits: t.field({
    type: [PartnerExit],
    nullable: true,
    description:
      "Every notice it gave, newest first; bounded by how often it did. Null when the viewer may not see them.",
    resolve: ({ id }, _args, context) => exitsOf.find(context, id),
  }),
}));
