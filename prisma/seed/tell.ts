import { standingClock } from "#api/kernel/clock.ts";
import { createLedger } from "#api/ledger/ledger.ts";
import type { Connection } from "#api/sql/client.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { openShops } from "./baskets.ts";
import { chance } from "./chance.ts";
import { morning, night } from "./clearing.ts";
import { demoMembers } from "./members.ts";
import { scenes } from "./scenes.ts";
import { type AddPerson, setUpCoalition } from "./set-up.ts";
import {
  bringBack,
  enrol,
  type GoingBack,
  planErrands,
  planReturn,
  receiptCounter,
  shiftEnds,
  shopOnce,
} from "./shopping.ts";
import { DAY_MS, HOUR_MS, type Stage } from "./stage.ts";

/** No clock change for years: every day of the story has 24 hours. */
const ZONE = { name: "Europe/Minsk", aheadMs: 3 * HOUR_MS };
const MONTHS_TOLD = 12;
const SEED = 20_221_110;
/** When somebody's scene plays: between the first and the second shift of its day. */
const SCENE_HOUR = 15;

export type Telling = {
  connection: Connection;
  /** Today; the story ends here. */
  now: Date;
  addPerson: AddPerson;
  secrets: Deps["secrets"];
  /** Told after each day: how many of all are done. */
  progress?: (done: number, all: number) => void;
};

/** Tells the demo's year, from the first day of the month eleven months ago until now, through the use cases alone. */
export async function tellStory({ connection, now, addPerson, secrets, progress }: Telling): Promise<void> {
  const firstDay = startOfStory(now);
  const clock = standingClock(firstDay);
  const ledger = createLedger({ pool: connection.pool, clock });
  const deps: Deps = { db: connection.db, ledger, clock, secrets };
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
    if (day > 0) await night(stage, day);
    await morning(stage, day);
    for (const demo of demoMembers.filter(({ week }) => week * 7 === day)) await enrol(stage, demo, day);
    for (const [at, hour] of shiftEnds.entries()) {
      const until = new Date(stage.dayAt(day).getTime() + hour * HOUR_MS);
      const errands = planErrands(stage, shop, { day, until, counter });
      if (until > now) break;
      stage.clock.set(until);
      goingBack.push(...errands.flatMap((errand) => planReturn(stage, errand, day) ?? []));
      await Promise.all(errands.map((errand) => shopOnce(stage, errand)));
      if (at === 0) await playScenes(stage, day, now);
    }
    const due = goingBack.filter((one) => one.day <= day);
    goingBack = goingBack.filter((one) => one.day > day);
    await Promise.all(due.map((one) => bringBack(stage, one)));
    progress?.(day + 1, stage.lastDay + 1);
  }
  stage.clock.set(now);
}

async function playScenes(stage: Stage, day: number, now: Date): Promise<void> {
  const due = scenes.filter(({ daysAgo }) => stage.lastDay - day === daysAgo);
  const at = new Date(stage.dayAt(day).getTime() + SCENE_HOUR * HOUR_MS);
  if (due.length === 0 || at > now) return;
  stage.clock.set(at);
  for (const { tell } of due) await tell(stage);
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
