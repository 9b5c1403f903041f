import { builder } from "#api/graph/builder.ts";
import { connectionOf } from "#api/graph/connection.ts";
import { byId } from "#api/graph/loaders.ts";
import { byParent } from "#api/graph/parent-pages.ts";
import type { Location as LocationRow, Terminal as TerminalRow } from "#api/sql/rows.ts";
import { findLocations, findLocationsOf } from "#api/use-cases/partners/find-locations.ts";
import { findTerminals, findTerminalsOf } from "#api/use-cases/partners/find-terminals.ts";

export const locations = byId(findLocations);
export const terminals = byId(findTerminals);
export const locationsOf = byParent(findLocationsOf);
const terminalsOf = byId(findTerminalsOf);

export const TerminalStatus = builder.enumType("TerminalStatus", {
  description: "Whether a till may post.",
  values: {
    ACTIVE: { description: "Its keys are accepted." },
    BLOCKED: { description: "Its keys are refused." },
  } as const,
});

export const Terminal = builder.objectRef<TerminalRow>("Terminal");
export const Location = builder.objectRef<LocationRow>("Location");

builder.node(Terminal, {
  description: "A till or machine at a location. Only its own partner and the operator see it.",
  id: { resolve: ({ id }) => id, description: "Opaque, global, permanent." },
  loadMany: (ids, context) => terminals.findMany(context, ids),
  fields: (t) => ({
    code: t.exposeString("code", { description: "The partner's own name for it; receipts carry it." }),
    status: t.expose("status", { type: TerminalStatus, description: "Whether it may post." }),
    location: t.field({
      type: Location,
      description: "Where it stands.",
      resolve: ({ locationId }, _args, context) => locations.load(context, locationId),
    }),
    addedAt: t.expose("createdAt", { type: "DateTime", description: "When it was set up." }),
  }),
});

builder.node(Location, {
  description: "A partner's outlet.",
  id: { resolve: ({ id }) => id, description: "Opaque, global, permanent." },
  loadMany: (ids, context) => locations.findMany(context, ids),
  fields: (t) => ({
    code: t.exposeString("code", { description: "The partner's own name for it." }),
    name: t.exposeString("name", { description: "As members know it." }),
    city: t.exposeString("city", { nullable: true, description: "Null where the partner did not say." }),
    address: t.exposeString("address", { nullable: true, description: "Null where the partner did not say." }),
    terminals: t.field({
      type: [Terminal],
      nullable: true,
      description: "Its tills, by code; bounded by what fits in an outlet. Null when the viewer may not see them.",
      resolve: ({ id }, _args, context) => terminalsOf.find(context, id),
    }),
  }),
});

export const locationPages = connectionOf("Location", Location, ({ code }) => code);
