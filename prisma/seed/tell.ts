import { systemActor } from "#api/kernel/actor.ts";
import { standingClock } from "#api/kernel/clock.ts";
import { createLedger } from "#api/ledger/ledger.ts";
import type { Connection } from "#api/sql/client.ts";
import { takeBalances } from "#api/use-cases/balance-tree/take-balances.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { openShops } from "./baskets.ts";
import { chance } from "./chance.ts";
import { morning, night } from "./clearing.ts";
import { demoMembers } from "./members.ts";
import { scenes } from "./scenes.ts";
import { type AddPerson, setUpCoalition } from "./set-up.ts";
import {
  bringBack,
  type Errand,
  enrol,
  type GoingBack,
  planErrands,
  planReturn,
  receiptCounter,
  shopOnce,
} from "./shopping.ts";
import { DAY_MS, HOUR_MS, type Stage } from "./stage.ts";

/** No clock change for years: every day of the story has 24 hours. */
const ZONE = { name: "Europe/Minsk", aheadMs: 3 * HOUR_MS };
const MONTHS_TOLD = 12;
const SEED = 20_221_110;
/** When what happens on a day: jobs, the office, scenes; in the evening the tills' receipts are in. */
const HOURS = { night: 0.5, morning: 9.5, afternoon: 15, evening: 21 } as const;

export type Telling = {
  connection: Connection;
  /** Today; the story ends here. */
  now: Date;
  addPerson: AddPerson;
  secrets: Deps["secrets"];
  sign?: NonNullable<Deps["sign"]>;
  /** Told after each day: how many of all are done. */
  progress?: (done: number, all: number) => void;
};

/** Tells the demo's year, from the first day of the month eleven months ago until now, through the use cases alone. */
export async function tellStory({ connection, now, addPerson, secrets, sign, progress }: Telling): Promise<void> {
  const firstDay = startOfStory(now);
  const clock = standingClock(firstDay);
  const ledger = createLedger({ pool: connection.pool, clock });
  const deps: Deps = { db: connection.db, ledger, clock, secrets, ...(sign ? { sign } : {}) };
  const key = keys();
  const coalition = await setUpCoalition(deps, { addPerson, key, timeZone: ZONE.name });
  const stage: Stage = {
    ...coalition,
    deps,
    clock,
    key,
    chance: chance(SEED),
    members: [],
    timeZone: ZONE.name,
    dayAt: (day) => new Date(firstDay.getTime() + day * DAY_MS),
    lastDay: Math.floor((now.getTime() - firstDay.getTime()) / DAY_MS),
    lastSeq: MONTHS_TOLD,
    remembered: new Map(),
  };
  await liveThrough(stage, now, progress);
  // So that members can check on the first day that they are inside the total.
  await takeBalances(deps, systemActor);
  await ledger.close();
}

function startOfStory(now: Date): Date {
  const local = new Date(now.getTime() + ZONE.aheadMs);
  const start = Date.UTC(local.getUTCFullYear(), local.getUTCMonth() - (MONTHS_TOLD - 1), 1);
  return new Date(start - ZONE.aheadMs);
}

async function liveThrough(stage: Stage, now: Date, progress: Telling["progress"]): Promise<void> {
  const shop = openShops();
  const counter = receiptCounter();
  let goingBack: GoingBack[] = [];
  for (let day = 0; day <= stage.lastDay; day++) {
    const comes = (hour: number) => reach(stage, { day, hour, now });
    if (day > 0 && comes(HOURS.night)) await night(stage, day);
    if (comes(HOURS.morning)) await morning(stage, day);
    for (const demo of demoMembers.filter(({ week }) => week * 7 === day)) await enrol(stage, demo, day);
    const due = scenes.filter(({ daysAgo }) => stage.lastDay - day === daysAgo);
    if (comes(HOURS.afternoon)) for (const { tell } of due) await tell(stage);
    if (!comes(HOURS.evening)) stage.clock.set(now);
    const errands = planErrands(stage, shop, day, counter);
    const wishes = errands.flatMap((errand) => planReturn(stage, errand, day) ?? []);
    const bought = new Set<Errand>();
    await memberByMember(errands, async (errand) => {
      if (await shopOnce(stage, errand)) bought.add(errand);
    });
    goingBack.push(...wishes.filter(({ errand }) => bought.has(errand)));
    const back = goingBack.filter((one) => one.day <= day);
    goingBack = goingBack.filter((one) => one.day > day);
    await memberByMember(back, (one) => bringBack(stage, one));
    progress?.(day + 1, stage.lastDay + 1);
  }
}

/** Members side by side, each one's deeds in their order: what somebody spends depends on what they earned before. */
async function memberByMember<Deed extends Errand | GoingBack>(
  deeds: readonly Deed[],
  act: (deed: Deed) => Promise<void>,
) {
  const nameOf = (deed: Deed) => ("errand" in deed ? deed.errand.member.name : deed.member.name);
  const lanes = Map.groupBy(deeds, nameOf);
  await Promise.all(
    [...lanes.values()].map(async (lane) => {
      for (const deed of lane) await act(deed);
    }),
  );
}

/** Puts the clock to an hour of a day; false when that is still to come. */
function reach({ clock, dayAt }: Stage, { day, hour, now }: { day: number; hour: number; now: Date }): boolean {
  const at = new Date(dayAt(day).getTime() + hour * HOUR_MS);
  if (at > now) return false;
  clock.set(at);
  return true;
}

/** "demo-purchase-000042": the same in every telling. */
function keys(): (verb: string) => string {
  const counts = new Map<string, number>();
  return (verb) => {
    const next = (counts.get(verb) ?? 0) + 1;
    counts.set(verb, next);
    return `demo-${verb}-${String(next).padStart(6, "0")}`;
  };
}
