import DataLoader from "dataloader";
import type { Context } from "#api/graph/context.ts";
import { limits } from "#api/graph/limits.ts";
import type { Actor } from "#api/kernel/actor.ts";
import type { Deps } from "#api/use-cases/deps.ts";

/** One DataLoader per `byId` and request. They die with the request, so nobody reads another viewer's rows. */
export type Loaders = Map<object, DataLoader<string, unknown>>;

/** A use case's batched read: what the actor may not see is absent, like what does not exist. */
export type FindMany<Row> = (deps: Deps, actor: Actor, ids: readonly string[]) => Promise<ReadonlyMap<string, Row>>;

export type ById<Row> = {
  /** The row, or null when it does not exist or is not the viewer's to see. */
  find(context: Context, id: string | null | undefined): Promise<Row | null>;
  /** The row behind a reference that always resolves; anything else is a bug. */
  load(context: Context, id: string): Promise<Row>;
  /** For `node`: the rows in the order of the ids. */
  findMany(context: Context, ids: readonly string[]): Promise<(Row | null)[]>;
};

/** Turns a batched read into a loader: `export const partners = byId(findPartners);` */
export function byId<Row>(findMany: FindMany<Row>): ById<Row> {
  const find: ById<Row>["find"] = async (context, id) => (id ? loaderOf(context, findMany).load(id) : null);
  return {
    find,
    async load(context, id) {
      const row = await find(context, id);
      if (row === null) throw new Error(`${findMany.name} found nothing for ${id}, which something refers to`);
      return row;
    },
    findMany: (context, ids) => Promise.all(ids.map((id) => find(context, id))),
  };
}

function loaderOf<Row>(context: Context, findMany: FindMany<Row>): DataLoader<string, Row | null> {
  const known = context.loaders.get(findMany);
  if (known) return known as DataLoader<string, Row | null>;
  const loader = new DataLoader<string, Row | null>(
    async (ids) => {
      const found = await findMany(context.deps, context.actor, ids);
      return ids.map((id) => found.get(id) ?? null);
    },
    { maxBatchSize: limits.loaderBatch },
  );
  context.loaders.set(findMany, loader);
  return loader;
}
