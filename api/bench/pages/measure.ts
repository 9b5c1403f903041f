import type { Look, Looker } from "#api/bench/pages/look.ts";
import { cookieHeader, visit } from "#api/bench/pages/visit.ts";
import { type Stop, urlOf } from "#api/bench/pages/walk.ts";

/** The middle of several visits, in milliseconds; `look` is null where only the gateway's side was asked for. */
export type Measured = Stop & { firstByteMs: number; lastByteMs: number; bytes: number; look: Look | null };

export const goals = { firstByteMs: 200, score: 95 } as const;

const VISITS = 5;

/** One more visit comes before, because the first of a page compiles and fills what all later ones find. */
export async function measurePage(origin: string, stop: Stop, looker: Looker | null): Promise<Measured> {
  const url = urlOf(origin, stop.address);
  const cookie = cookieHeader(stop.person.cookies);
  let bytes = Buffer.byteLength((await visit(url, cookie)).html);
  const [firsts, lasts]: [number[], number[]] = [[], []];
  for (let i = 0; i < VISITS; i++) {
    const { firstByteMs, lastByteMs, html } = await visit(url, cookie);
    firsts.push(firstByteMs);
    lasts.push(lastByteMs);
    bytes = Buffer.byteLength(html);
  }
  const look = looker && !stop.handsOn ? await looker.look(stop) : null;
  return { ...stop, firstByteMs: median(firsts), lastByteMs: median(lasts), bytes, look };
}

/** Why the page misses; nothing when it does not. */
export function missesOf({ firstByteMs, look }: Measured): string[] {
  const misses: string[] = [];
  if (firstByteMs > goals.firstByteMs) misses.push(`first byte after ${Math.round(firstByteMs)} ms`);
  if (look && look.score < goals.score) misses.push(`Lighthouse ${look.score}`);
  return misses;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? Number.NaN;
}
