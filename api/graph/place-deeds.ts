import { LegalEntity } from "#api/graph/legal-entity.ts";
import { Location, Terminal } from "#api/graph/location.ts";
import { keyedMutation, mutation } from "#api/graph/mutation.ts";
import { addLegalEntity } from "#api/use-cases/partners/add-legal-entity.ts";
import { addLocation } from "#api/use-cases/partners/add-location.ts";
import { addTerminal } from "#api/use-cases/partners/add-terminal.ts";
import { blockTerminal } from "#api/use-cases/partners/block-terminal.ts";
import {
  CodeTaken,
  InvalidValue,
  LocationNotFound,
  PartnerNotFound,
  TerminalNotFound,
} from "#api/use-cases/partners/refusals.ts";
import { unblockTerminal } from "#api/use-cases/partners/unblock-terminal.ts";

keyedMutation("addLegalEntity", {
  description: "Names a company behind a partner, as invoices and settlements will.",
  input: (t) => ({
    partnerId: t.id({ required: true, description: "Which partner." }),
    name: t.string({ required: true, description: "As it is registered." }),
    taxNumber: t.string({ required: true, description: "Its number with the tax office, unique within the partner." }),
    country: t.string({ required: true, description: "ISO 3166, two capital letters." }),
    address: t.string({ required: true, description: "Where it is registered." }),
    iban: t.string({ description: "Printed on invoices; money goes to bank accounts." }),
  }),
  refusals: [PartnerNotFound, CodeTaken, InvalidValue],
  resolve: async (input, { deps, actor }) => ({ legalEntity: await addLegalEntity(deps, actor, input) }),
  success: {
    description: "The company stands behind the partner.",
    fields: (t) => ({ legalEntity: t.expose("legalEntity", { type: LegalEntity, description: "As it is now." }) }),
  },
});

keyedMutation("addLocation", {
  description: "Opens an outlet of a partner.",
  input: (t) => ({
    partnerId: t.id({ required: true, description: "Which partner." }),
    code: t.string({ required: true, description: "The partner's own name for it, unique within the partner." }),
    name: t.string({ required: true, description: "As members will know it." }),
    city: t.string({ description: "Where it is." }),
    address: t.string({ description: "Street and number." }),
  }),
  refusals: [PartnerNotFound, CodeTaken, InvalidValue],
  resolve: async (input, { deps, actor }) => ({ location: await addLocation(deps, actor, input) }),
  success: {
    description: "The outlet is open.",
    fields: (t) => ({ location: t.expose("location", { type: Location, description: "As it is now." }) }),
  },
});

keyedMutation("addTerminal", {
  description: "Puts a till at a location; it then gets a key of its own.",
  input: (t) => ({
    locationId: t.id({ required: true, description: "Where." }),
    code: t.string({ required: true, description: "The partner's own name for it, unique within the partner." }),
  }),
  refusals: [LocationNotFound, CodeTaken, InvalidValue],
  resolve: async (input, { deps, actor }) => ({ terminal: await addTerminal(deps, actor, input) }),
  success: {
    description: "The till stands there.",
    fields: (t) => ({ terminal: t.expose("terminal", { type: Terminal, description: "As it is now." }) }),
  },
});

mutation("blockTerminal", {
  description: "Shuts a till out: its keys are refused from now on.",
  input: (t) => ({
    terminalId: t.id({ required: true, description: "Which till." }),
    reason: t.string({ required: true, description: "Why; kept with the transition." }),
  }),
  refusals: [TerminalNotFound],
  resolve: async (input, { deps, actor }) => ({ terminal: await blockTerminal(deps, actor, input) }),
  success: {
    description: "The till is shut out.",
    fields: (t) => ({ terminal: t.expose("terminal", { type: Terminal, description: "As it is now." }) }),
  },
});

mutation("unblockTerminal", {
  description: "Lets a blocked till in again.",
  input: (t) => ({
    terminalId: t.id({ required: true, description: "Which till." }),
    reason: t.string({ required: true, description: "Why; kept with the transition." }),
  }),
  refusals: [TerminalNotFound],
  resolve: async (input, { deps, actor }) => ({ terminal: await unblockTerminal(deps, actor, input) }),
  success: {
    description: "The till is let in.",
    fields: (t) => ({ terminal: t.expose("terminal", { type: Terminal, description: "As it is now." }) }),
  },
});
