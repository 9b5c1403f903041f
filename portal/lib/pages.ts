/** Every node of a connection, page after page, so that a file of any length needs the memory of one page. */
export async function* allNodes<Node>(
  readPage: (after: string | null) => Promise<Connection<Node> | null | undefined>,
): AsyncGenerator<Node> {
  let after: string | null = null;
  do {
    const page: Connection<Node> | null | undefined = await readPage(after);
    if (!page) return;
    for (const { node } of page.edges) yield node;
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after !== null);
}

type Connection<Node> = {
  edges: { node: Node }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
};

export async function* mapped<From, To>(rows: AsyncIterable<From>, to: (row: From) => To): AsyncGenerator<To> {
  for await (const row of rows) yield to(row);
}

export async function* listed<Row>(rows: readonly Row[]): AsyncGenerator<Row> {
  yield* rows;
}
