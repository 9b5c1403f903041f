import { EnumRef, type FieldMap, type ObjectParam } from "@pothos/core";
import { builder, type GraphTypes } from "#api/graph/builder.ts";
import type { Refusal } from "#api/kernel/refusal.ts";
import { IdempotencyKeyReused, InsufficientPoints, LedgerOverloaded } from "#api/ledger/refusals.ts";

/** A class whose instances are refusals of one code. */
export type RefusalClass<Shape extends Refusal = Refusal> = new (...facts: never[]) => Shape;

const codes: Record<string, { value: string; description: string }> = {};

/** Grows with every `refusal(…)`: the enum is read when the schema is built, after all nouns. */
const ErrorCode = new EnumRef<GraphTypes, string>("ErrorCode");
ErrorCode.updateConfig({
  kind: "Enum",
  graphqlKind: "Enum",
  name: "ErrorCode",
  description: "What was refused. Branch on this; new codes may come, so have a default.",
  values: codes,
  pothosOptions: { values: {} },
});
builder.configStore.addTypeRef(ErrorCode);

export const ErrorInterface = builder.interfaceRef<Refusal>("Error").implement({
  description: "A refusal the client can act on.",
  resolveType: ({ name }) => `${name}Error`,
  fields: (t) => ({
    code: t.field({ type: ErrorCode, description: "What was refused. Branch on this.", resolve: ({ code }) => code }),
    message: t.exposeString("message", { description: "For developers, in English: what to do about it." }),
  }),
});

/** A refusal as a field's value: to GraphQL an Error there would mean that the field failed. */
export function refusalValue(refusal: Refusal): Refusal {
  return { ...refusal, name: refusal.name, message: refusal.message };
}

const shown = new Map<RefusalClass, string>();

/**
 * Shows a refusal as `<Class>Error`: its code (checked against the class), why it happens, and its facts.
 * Called once per class, in the noun that refuses; mutations then name the class.
 */
export function refusal<Shape extends Refusal>(
  type: RefusalClass<Shape>,
  code: Shape["code"],
  description: string,
  facts?: (t: FactsBuilder<Shape>) => FieldMap,
): RefusalClass<Shape> {
  if (shown.has(type)) throw new Error(`${type.name} is shown twice`);
  shown.set(type, code);
  codes[code] = { value: code, description };
  builder.objectType(type as ObjectParam<GraphTypes>, {
    name: `${type.name}Error`,
    description,
    interfaces: [ErrorInterface],
    fields: (t) => facts?.(t as unknown as FactsBuilder<Shape>) ?? {},
  });
  return type;
}

type FactsBuilder<Shape> = PothosSchemaTypes.ObjectFieldBuilder<GraphTypes, Shape>;

refusal(InsufficientPoints, "INSUFFICIENT_POINTS", "The member has fewer points available than asked for.", (t) => ({
  available: t.expose("available", { type: "Points", description: "How many could be spent." }),
}));

refusal(
  IdempotencyKeyReused,
  "IDEMPOTENCY_KEY_REUSED",
  "The key already belongs to a deed with another input.",
  (t) => ({
    idempotencyKey: t.expose("idempotencyKey", { type: "IdempotencyKey", description: "The key that was sent." }),
  }),
);

refusal(LedgerOverloaded, "OVERLOADED", "The hub is busy: send the same key again after a pause.", (t) => ({
  retryAfterMs: t.exposeInt("retryAfterMs", { description: "How long to wait, in milliseconds." }),
}));
