import { expect, test } from "vitest";
import { portalRoutes, routeOf } from "#api/bench/pages/routes.ts";

const routes = portalRoutes();
const at = (address: string) => routeOf(routes, address)?.path;

test("an address belongs to the page that names most of it", () => {
  expect(at("/partner/campaigns/new")).toBe("/partner/campaigns/new");
  expect(at("/partner/campaigns/cmp_1")).toBe("/partner/campaigns/[id]");
  expect(at("/partner/campaigns/cmp_1/edit?step=2")).toBe("/partner/campaigns/[id]/edit");
  expect(at("/")).toBe("/");
  expect(at("/partner/no/such/page")).toBe("/[...missing]");
});

test("a page is seen by the people of its shell", () => {
  const shellOf = (path: string) => routes.find((route) => route.path === path)?.shell;
  expect(["/me", "/partner", "/operator", "/sign-in", "/draws/[id]"].map(shellOf)).toEqual([
    ...["member", "partner", "operator", "nobody", "nobody"],
  ]);
});
