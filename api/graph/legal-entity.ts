import { builder } from "#api/graph/builder.ts";
import { byId } from "#api/graph/loaders.ts";
import type { LegalEntity as LegalEntityRow } from "#api/sql/rows.ts";
import { findLegalEntities, findLegalEntitiesOf } from "#api/use-cases/partners/find-legal-entities.ts";

const legalEntities = byId(findLegalEntities);
export const legalEntitiesOf = byId(findLegalEntitiesOf);

export const LegalEntity = builder.objectRef<LegalEntityRow>("LegalEntity");
builder.node(LegalEntity, {
  description: "A company behind a partner, as invoices and settlements name it.",
  id: { resolve: ({ id }) => id, description: "Opaque, global, permanent." },
  loadMany: (ids, context) => legalEntities.findMany(context, ids),
  fields: (t) => ({
    name: t.exposeString("name", { description: "As it is registered." }),
    taxNumber: t.exposeString("taxNumber", { description: "Its number with the tax office." }),
    country: t.exposeString("country", { description: "ISO 3166, two letters." }),
    address: t.exposeString("address", { description: "Where it is registered." }),
    iban: t.exposeString("iban", {
      nullable: true,
      description: "Printed on invoices; it is paid to its bank accounts. Null until it is known.",
    }),
  }),
});
