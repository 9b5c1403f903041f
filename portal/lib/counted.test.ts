import { expect, test } from "vitest";
import { counted } from "#portal/lib/counted.ts";

test("a page that goes on tells that there are more than it counts", () => {
  const page = (hasNextPage: boolean) => ({ edges: [1, 2, 3], pageInfo: { hasNextPage } });
  expect([counted(page(false), String), counted(page(true), String)]).toEqual(["3", "3+"]);
});
