import { isOpen, isRest, type Route, routeOf, type Shell } from "#api/bench/pages/routes.ts";
import { type Cookie, cookieHeader, visit } from "#api/bench/pages/visit.ts";

/** Somebody who signs in; nobody, who does not, has no cookies. */
export type Person = { email: string; shell: Shell; cookies: readonly Cookie[] };

/** A page, filled with what is to be seen, and who sees it. */
export type Stop = { route: Route; address: string; person: Person; handsOn: boolean };

export type Walk = { stops: Stop[]; unreached: Route[] };

type Walking = {
  origin: string;
  routes: readonly Route[];
  /** Addresses to begin with. */
  known: readonly string[];
  tell: (done: number, all: number) => void;
};

/** Of what a page's address is found with, only so many are opened, and the fullest of them is measured. */
const LOOKED_AT = 6;

type Best = Stop & { bytes: number };

/**
 * Goes through the portal as its people would: from the pages that need no id along the links, until every page was
 * seen by the first of them who may see it. A page below a found one is tried below it too.
 */
export async function walkPortal(people: readonly Person[], walking: Walking): Promise<Walk> {
  const { routes } = walking;
  const best = new Map<Route, Best>();
  const known = new Set(walking.known);
  for (const person of people) {
    await walkAs(person, { ...walking, known: [...known] }, best, (address) => known.add(address));
  }
  return { stops: [...best.values()], unreached: routes.filter((route) => !best.has(route)) };
}

async function walkAs(
  person: Person,
  { origin, routes, known, tell }: Walking,
  best: Map<Route, Best>,
  meet: (address: string) => void,
): Promise<void> {
  const own = routes.filter(({ shell }) => shell === person.shell);
  const starts = own.filter(({ path }) => !isOpen(path)).map(({ path }) => path);
  const waiting = [...known, ...starts];
  const seen = new Set(waiting);
  const looked = new Map<Route, number>();
  for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
    const route = routeOf(routes, address);
    const before = route && best.get(route);
    if (!route || route.shell !== person.shell || (before && before.person !== person)) continue;
    const times = looked.get(route) ?? 0;
    if (times >= LOOKED_AT) continue;
    looked.set(route, times + 1);
    const answer = await visit(urlOf(origin, address), cookieHeader(person.cookies));
    if (!isThere(route, answer)) continue;
    const { html, status } = answer;
    if (html.length >= (before?.bytes ?? 0))
      best.set(route, { route, address, person, handsOn: status === 307, bytes: html.length });
    tell(best.size, routes.length);
    for (const link of [...linksIn(html), ...below(address, route, own)]) {
      meet(link);
      if (!seen.has(link)) waiting.push(link);
      seen.add(link);
    }
  }
}

/** The address in English. */
export const urlOf = (origin: string, address: string): string => `${origin}/en${address === "/" ? "" : address}`;

/** A page that streams has said 200 before it knows: what it is not stands in it. */
function isThere(route: Route, { status, html, headers }: Awaited<ReturnType<typeof visit>>): boolean {
  if (isRest(route.path)) return status === 404;
  if (status === 307) return !headers.location?.includes("/sign-in");
  return status === 200 && !/<template data-dgst="[^"]|>This page belongs to someone else<\/h1>/.test(html);
}

/** The portal's own addresses in a page, without their language. */
function linksIn(html: string): string[] {
  return [...html.matchAll(/href="\/en(\/[^"#]*)/g)].map(([, address = ""]) => address.replaceAll("&amp;", "&"));
}

/** Pages that lie below this one's: its `/edit`. */
function below(address: string, { path }: Route, among: readonly Route[]): string[] {
  const rests = among.flatMap((route) => (route.path.startsWith(`${path}/`) ? [route.path.slice(path.length)] : []));
  const [place = ""] = address.split("?");
  return rests.filter((rest) => !isOpen(rest)).map((rest) => place + rest);
}
