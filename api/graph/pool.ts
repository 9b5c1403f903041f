import { builder } from "#api/graph/builder.ts";
import { byId } from "#api/graph/loaders.ts";
import { Member } from "#api/graph/member.ts";
import {
  findPoolShares,
  findPools,
  findPoolsOf,
  type PlaceView,
  type PoolView,
} from "#api/use-cases/pools/find-pools.ts";

export const pools = byId(findPools);
const poolsOf = byId(findPoolsOf);
const sharesOf = byId(findPoolShares);

const PoolKind = builder.enumType("PoolKind", {
  description: "Whose a pool is.",
  values: {
    HOUSEHOLD: { description: "People who live together; at a till it makes up what one of them lacks." },
    CLUB: { description: "A club's; its members take out what their share allows." },
  } as const,
});

export const PoolLeaving = builder.enumType("PoolLeaving", {
  description: "What happens to what somebody put into a pool when they leave.",
  values: {
    STAYS: { description: "It stays in the pool." },
    RETURNS: { description: "What is left of it goes back to them." },
  } as const,
});

const PoolRole = builder.enumType("PoolRole", {
  description: "What somebody may do in a household beside spending.",
  values: {
    OWNER: { description: "Asks others in." },
    MEMBER: { description: "Nothing beside that." },
  } as const,
});

const PoolPlaceState = builder.enumType("PoolPlaceState", {
  description: "How far somebody is in.",
  values: {
    INVITED: { description: "Asked, and has not answered." },
    JOINED: { description: "In it." },
    DECLINED: { description: "Said no." },
    LEFT: { description: "Was in it once." },
  } as const,
});

export const PoolPlace = builder.objectRef<PlaceView>("PoolPlace").implement({
  description: "Somebody's place in a pool.",
  fields: (t) => ({
    id: t.exposeID("id", { description: "Opaque, permanent." }),
    name: t.exposeString("name", {
      nullable: true,
      description: "Of those who are in it. Null of whoever was only asked, and of those who gave none.",
    }),
    isViewer: t.exposeBoolean("isViewer", { description: "Is it the viewer's own place?" }),
    role: t.expose("role", { type: PoolRole, description: "What they may do." }),
    state: t.expose("state", { type: PoolPlaceState, description: "How far they are in." }),
    monthMost: t.expose("monthMost", {
      type: "Points",
      nullable: true,
      description: "The most they take out in a month. Null: as many as the pool says.",
    }),
  }),
});

export const Pool = builder.objectRef<PoolView>("Pool");
builder.node(Pool, {
  description: "Several members with one balance.",
  id: { resolve: ({ id }) => id, description: "Opaque, global, permanent." },
  loadMany: (ids, context) => pools.findMany(context, ids),
  fields: (t) => ({
    kind: t.expose("kind", { type: PoolKind, description: "Whose it is." }),
    name: t.exposeString("name", { description: "As its members call it; of a club's, the club's code." }),
    onLeaving: t.expose("onLeaving", {
      type: PoolLeaving,
      description: "What happens to what somebody put in when they leave. Stated when it was opened, for good.",
    }),
    monthMost: t.expose("monthMost", {
      type: "Points",
      nullable: true,
      description: "The most points a month of whoever has no share of their own. Null: as many as there are.",
    }),
    points: t.expose("points", { type: "Points", description: "What is in it." }),
    places: t.expose("people", {
      type: [PoolPlace],
      description:
        "Everybody in a household and asked in, oldest first, bounded by its size; of a club's pool the viewer's own place alone.",
    }),
    shareLeft: t.field({
      type: "Points",
      nullable: true,
      description: "What the viewer may still take out this month. Null: no bound, or no place in it.",
      resolve: ({ id }, _args, context) => sharesOf.find(context, id),
    }),
    openedAt: t.expose("openedAt", { type: "DateTime", description: "Since when there is one." }),
  }),
});

builder.objectField(Member, "pools", (t) =>
  t.field({
    type: [Pool],
    nullable: true,
    description:
      "Those they are in or asked into, newest first; bounded by one household and their clubs. Null for everybody else.",
    resolve: ({ id }, _args, context) => poolsOf.find(context, id),
  }),
);
