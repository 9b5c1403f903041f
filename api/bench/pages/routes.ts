import { globSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

const app = fileURLToPath(new URL("../../../portal/app/[locale]/", import.meta.url));

export type Shell = "member" | "partner" | "operator" | "nobody";

/** A page as its folder names it: `/partner/customers/[id]`. */
export type Route = { path: string; shell: Shell; fits: RegExp };

/** Every page there is, by the folders of the portal; what is measured can so forget none. */
export function portalRoutes(): Route[] {
  return globSync("**/page.tsx", { cwd: app })
    .map((file) => `/${dirname(file)}`.replace(/\/\([^)]+\)/g, "").replace(/^\/\.$/, "/"))
    .sort()
    .map((path) => ({ path, shell: shellOf(path), fits: fitting(path) }));
}

/** Does its address need an id? */
export const isOpen = (path: string): boolean => path.includes("[");

/** Is it what answers wherever there is no page? */
export const isRest = (path: string): boolean => path.includes("[...");

/** Of the pages that an address fits the one with the fewest open names: `/new` is no id. */
export function routeOf(routes: readonly Route[], address: string): Route | null {
  const [path = ""] = address.split(/[?#]/);
  const openNames = (route: Route) => route.path.split("[").length + (isRest(route.path) ? 100 : 0);
  const fitting = routes.filter(({ fits }) => fits.test(path));
  return fitting.sort((a, b) => openNames(a) - openNames(b))[0] ?? null;
}

function shellOf(path: string): Shell {
  if (/^\/me(\/|$)/.test(path)) return "member";
  if (/^\/partner(\/|$)/.test(path)) return "partner";
  if (/^\/operator(\/|$)/.test(path)) return "operator";
  return path === "/enter" ? "member" : "nobody";
}

function fitting(path: string): RegExp {
  const parts = path.split("/").map((part) => {
    if (part.startsWith("[...")) return ".+";
    return part.startsWith("[") ? "[^/]+" : part;
  });
  return new RegExp(`^${parts.join("/")}$`);
}
