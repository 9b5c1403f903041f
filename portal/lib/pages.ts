/** Every node of a connection, page after page. */
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

/** The same, all at once. */
export async function everyNode<Node>(
  readPage: (after: string | null) => Promise<Connection<Node> | null | undefined>,
): Promise<Node[]> {
  const nodes: Node[] = [];
  for await (const node of allNodes(readPage)) nodes.push(node);
  return nodes;
}
