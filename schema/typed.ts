import { initGraphQLTada, type ResultOf, type VariablesOf } from "gql.tada";
import type { introspection } from "./introspection.d.ts";

/** Documents typed by the contract; what its scalars are in JSON. */
export const graphql = initGraphQLTada<{
  introspection: introspection;
  disableMasking: true;
  scalars: {
    ID: string;
    Points: number;
    Decimal: string;
    DateTime: string;
    Date: string;
    IdempotencyKey: string;
    CurrencyCode: string;
  };
}>();

/** A persisted operation: its text stays with the gateway, only the id is sent. The types exist on paper only. */
export type Operation<Result, Variables> = { name: string; id: string; types?: (variables: Variables) => Result };

export function operation<Document>(name: string, id: string): Operation<ResultOf<Document>, VariablesOf<Document>> {
  return { name, id };
}
