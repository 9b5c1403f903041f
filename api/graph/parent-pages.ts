import type { Context } from "#api/graph/context.ts";
import { byId } from "#api/graph/loaders.ts";
import type { Actor } from "#api/kernel/actor.ts";
import type { Page, PageArgs } from "#api/kernel/page.ts";
import type { Deps } from "#api/use-cases/deps.ts";

/** A use case's read of one page for each of many parents, in one go. */
type FindPages<Row> = (
  deps: Deps,
  actor: Actor,
  parentIds: readonly string[],
  page: PageArgs,
) => Promise<ReadonlyMap<string, Page<Row>>>;

const nothing = { rows: [], hasNextPage: false };

/**
 * Connections below rows of a list: all parents of the request that ask for the same page are read together. A parent
 * whose rows the viewer may not see has an empty page.
 */
export function byParent<Row>(findPages: FindPages<Row>) {
  const pages = byId<Page<Row>>(async (deps, actor, keys) => {
    const found = new Map<string, Page<Row>>();
    for (const [shape, asked] of Map.groupBy(keys.map(split), ({ shape }) => shape)) {
      const [first, after] = JSON.parse(shape) as [number, string | null];
      const parentIds = asked.map(({ parentId }) => parentId);
      for (const [id, page] of await findPages(deps, actor, parentIds, { first, after })) found.set(shape + id, page);
    }
    return found;
  });
  return async (context: Context, parentId: string, { first, after }: PageArgs): Promise<Page<Row>> =>
    (await pages.find(context, JSON.stringify([first, after]) + parentId)) ?? nothing;
}

/** Ids hold no brackets, so the last one ends the page's shape. */
function split(key: string): { shape: string; parentId: string } {
  const end = key.lastIndexOf("]") + 1;
  return { shape: key.slice(0, end), parentId: key.slice(end) };
}
