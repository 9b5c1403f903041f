import type { Actor } from "#api/kernel/actor.ts";
import type { standingClock } from "#api/kernel/clock.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import type { Chance } from "./chance.ts";
import type { DemoMember } from "./members.ts";

export type Till = { actor: Actor; locationId: string; terminalId: string };

export type StagePartner = { id: string; code: string; tills: readonly [Till, ...Till[]]; owner: Actor };

export type StageMember = DemoMember & { id: string; card: string; actor: Actor; joinedOn: number };

/** Who acts for the operator. */
export type Office = { admin: Actor; clerk: Actor; finance: Actor; risk: Actor };

/** Everything the story is told with. Days are counted from its first. */
export type Stage = {
  deps: Deps;
  clock: ReturnType<typeof standingClock>;
  chance: Chance;
  office: Office;
  partners: ReadonlyMap<string, StagePartner>;
  /** Ids of those who can sign in, by their addresses. */
  people: ReadonlyMap<string, string>;
  members: StageMember[];
  /** The instant a day of the story begins in the programme's zone. */
  dayAt(day: number): Date;
  timeZone: string;
  /** The last day, which is today. */
  lastDay: number;
  /** The cycle that is open today. */
  lastSeq: number;
  /** What one scene leaves for a later one: ids, receipt numbers. */
  remembered: Map<string, string>;
  /** A new idempotency key; the same story asks for the same keys in the same order. */
  key(verb: string): string;
};

export function partnerOn(stage: Stage, code: string): StagePartner {
  const partner = stage.partners.get(code);
  if (!partner) throw new Error(`The demo has no partner ${code}.`);
  return partner;
}

export function memberOn(stage: Stage, name: string, nth = 0): StageMember {
  const member = stage.members.filter((one) => one.name === name)[nth];
  if (!member) throw new Error(`${name} has not been enrolled yet.`);
  return member;
}

export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;
