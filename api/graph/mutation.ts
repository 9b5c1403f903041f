import type { FieldMap, InputFieldMap, InputRef, InputShapeFromFields, ObjectParam } from "@pothos/core";
import { builder, type GraphTypes } from "#api/graph/builder.ts";
import type { Context } from "#api/graph/context.ts";
import type { RefusalClass } from "#api/graph/refusals.ts";
import { Refusal } from "#api/kernel/refusal.ts";
import { IdempotencyKeyReused, LedgerOverloaded } from "#api/ledger/refusals.ts";

type InputBuilder = PothosSchemaTypes.InputFieldBuilder<GraphTypes, "InputObject">;

/** One deed. The order of the fields matters to inference: input, then resolve, then success. */
type Deed<Fields extends InputFieldMap, Extra, Success extends object> = {
  /** What it does, in one sentence. */
  description: string;
  input: (t: InputBuilder) => Fields;
  /** Every refusal it may answer with; any other that is thrown is a bug. */
  refusals: readonly RefusalClass[];
  resolve: (input: InputShapeFromFields<Fields> & Extra, context: Context) => Promise<Success>;
  success: {
    /** What then is so, in one sentence. */
    description: string;
    fields: (t: PothosSchemaTypes.ObjectFieldBuilder<GraphTypes, Success>) => FieldMap;
  };
};

/**
 * A deed that sets a state: repeating it answers success with the same object, so it needs no key. Answers its input
 * type, for deeds that take others' inputs as rows.
 */
export function mutation<Fields extends InputFieldMap, Success extends object>(
  name: string,
  deed: Deed<Fields, unknown, Success>,
) {
  const stem = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  const input = builder.inputType(`${stem}Input`, {
    description: `What \`${name}\` needs.`,
    fields: deed.input,
  });
  const success = builder.objectRef<Success>(`${stem}Success`).implement(deed.success);
  builder.mutationField(name, (t) =>
    t.field({
      type: success as unknown as ObjectParam<GraphTypes>,
      description: deed.description,
      args: { input: t.arg({ type: input, required: true, description: `What \`${name}\` needs.` }) },
      errors: {
        types: [...new Set(deed.refusals)] as (new () => unknown)[],
        union: {
          name: `${stem}Result`,
          description: `What \`${name}\` did, or the refusal that explains why it did nothing.`,
        },
      },
      resolve: (_root, args, context) =>
        told(context, deed.resolve((args as { input: InputShapeFromFields<Fields> }).input, context)) as never,
    }),
  );
  return input;
}

async function told<Success>({ refused }: Context, done: Promise<Success>): Promise<Success> {
  try {
    return await done;
  } catch (refusal) {
    if (refusal instanceof Refusal) refused?.(refusal.code);
    throw refusal;
  }
}

/**
 * A deed that writes an entry, an obligation or a payment: it carries an idempotency key, and the refusals that
 * come with one are added here so that no noun forgets them.
 */
export function keyedMutation<Fields extends InputFieldMap, Success extends object>(
  name: string,
  deed: Deed<Fields, { idempotencyKey: string }, Success>,
) {
  const input = mutation(name, {
    ...deed,
    input: (t) => ({
      ...deed.input(t),
      idempotencyKey: t.field({
        type: "IdempotencyKey",
        required: true,
        description: "Makes a retry safe: the same key and input answer the first effect again.",
      }),
    }),
    refusals: [...deed.refusals, IdempotencyKeyReused, LedgerOverloaded],
    resolve: (input, context) =>
      deed.resolve(input as unknown as InputShapeFromFields<Fields> & { idempotencyKey: string }, context),
  });
  return input as unknown as InputRef<InputShapeFromFields<Fields> & { idempotencyKey: string }>;
}
