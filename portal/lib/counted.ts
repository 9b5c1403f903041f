/** How many a page of a connection holds, as people read it; with more behind it, so many and a plus. */
export const counted = (
  { edges, pageInfo }: { edges: readonly unknown[]; pageInfo: { hasNextPage: boolean } },
  print: (count: number) => string,
): string => `${print(edges.length)}${pageInfo.hasNextPage ? "+" : ""}`;
