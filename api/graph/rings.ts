import type { Context, Ring, Topic } from "#api/graph/context.ts";
import type { ById } from "#api/graph/loaders.ts";
import { badInput } from "#api/graph/top-level.ts";

/**
 * A subscription to one object's doorbell. The viewer must see the object when it subscribes and at every ring:
 * what was read for one ring is forgotten before the next.
 */
export async function* rings<Row>(
  context: Context,
  topic: Topic,
  id: string,
  objects: ById<Row>,
): AsyncGenerator<Ring> {
  if ((await objects.find(context, id)) === null) throw badInput(`There is no ${topic} ${id} that you may watch.`);
  for await (const ring of context.doorbells.rings(topic, id)) {
    context.loaders.clear();
    if ((await objects.find(context, id)) === null) return;
    yield ring;
  }
}
