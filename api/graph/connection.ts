import type { InputFieldMap, InputShapeFromFields, ObjectRef } from "@pothos/core";
import { type DocumentNode, Kind, visit } from "graphql";
import { builder, type GraphTypes } from "#api/graph/builder.ts";
import type { Context } from "#api/graph/context.ts";
import { badInput } from "#api/graph/top-level.ts";
import { PAGE_SIZE_DEFAULT, PAGE_SIZE_MAX, type Page, type PageArgs } from "#api/kernel/page.ts";

/** What a connection field says of itself; `page` is what a use case's `find…` takes and answers. */
type Paged<Parent, Row, Args extends InputFieldMap> = {
  description: string;
  /** Filters beside `first` and `after`. */
  args?: Args;
  resolve: (parent: Parent, page: PageArgs, args: InputShapeFromFields<Args>, context: Context) => Promise<Page<Row>>;
};

/**
 * Defines `<Noun>Connection` and `<Noun>Edge` over a type, and answers what makes the options of such a field:
 * keyset pages, forward only. `cursorOf` is the row's sort key, the `after` that the use case understands.
 */
export function connectionOf<Row>(noun: string, type: ObjectRef<GraphTypes, Row>, cursorOf: (row: Row) => string) {
  const connection = builder.connectionObject(
    { type, name: `${noun}Connection`, description: `A page of ${noun} rows.` },
    { name: `${noun}Edge`, description: `One ${noun} in a page.` },
  );
  return <Parent = unknown, Args extends InputFieldMap = Record<never, never>>({
    description,
    args,
    resolve,
  }: Paged<Parent, Row, Args>) => ({
    type: connection,
    description,
    args: { ...args, ...pageArgs },
    complexity: ({ first }: FirstAfter) => ({ field: 1, multiplier: first ?? PAGE_SIZE_DEFAULT }),
    resolve: async (parent: Parent, { first, after, ...filters }: FirstAfter, context: Context) => {
      const asked = pageOf({ first, after });
      const page = await resolve(parent, asked, filters as unknown as InputShapeFromFields<Args>, context);
      return relayPage(page, asked, cursorOf);
    },
  });
}

const pageArgs = builder.args((t) => ({
  first: t.int({ defaultValue: PAGE_SIZE_DEFAULT, description: `How many, 1 to ${PAGE_SIZE_MAX}.` }),
  after: t.string({ description: "The cursor of the row to go on after; from the start when absent." }),
}));

/** Whether a document costs the same whatever its variables say: no page's size comes from one. */
export function isFixedCost(document: DocumentNode): boolean {
  let isFixed = true;
  visit(document, {
    Argument({ name, value }) {
      if (name.value === "first" && value.kind === Kind.VARIABLE) isFixed = false;
    },
  });
  return isFixed;
}

type FirstAfter = { first?: number | null | undefined; after?: string | null | undefined };

function pageOf({ first, after }: FirstAfter): PageArgs {
  const size = first ?? PAGE_SIZE_DEFAULT;
  if (size < 1 || size > PAGE_SIZE_MAX) throw badInput(`\`first\` is 1 to ${PAGE_SIZE_MAX}, not ${size}.`);
  return { first: size, after: after ?? null };
}

function relayPage<Row>({ rows, hasNextPage }: Page<Row>, { after }: PageArgs, cursorOf: (row: Row) => string) {
  const edges = rows.map((node) => ({ cursor: cursorOf(node), node }));
  return {
    edges,
    pageInfo: {
      hasNextPage,
      hasPreviousPage: after !== null,
      startCursor: edges.at(0)?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}
