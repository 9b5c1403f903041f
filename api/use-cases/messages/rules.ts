import { localTime } from "#api/engine/expressions/local-time.ts";
import { type Actor, actorRef } from "#api/kernel/actor.ts";
import type { Tx } from "#api/sql/rows.ts";
import { recordAudit } from "#api/use-cases/audit/record-audit.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { InvalidValue } from "#api/use-cases/partners/refusals.ts";
import { checkText, checkWhole } from "#api/use-cases/partners/values.ts";

/** When and how often members are written to. */
export type MessagingRulesView = {
  /** HH:MM in the coalition's zone. The same twice: there are no quiet hours. */
  quietFrom: string;
  quietUntil: string;
  /** Of one house to one member in seven days, service apart. */
  weeklyMost: number;
};

/** Until somebody sets others. */
const usual: MessagingRulesView = { quietFrom: "21:00", quietUntil: "09:00", weeklyMost: 3 };

export async function readMessagingRules({ db }: Deps, actor: Actor): Promise<MessagingRulesView> {
  can(actor, "messaging:read");
  return rulesOf(db);
}

export async function rulesOf(db: Tx): Promise<MessagingRulesView> {
  const set = await db.messagingRules.findUnique({ where: { id: 1 } });
  return set ? { quietFrom: set.quietFrom, quietUntil: set.quietUntil, weeklyMost: set.weeklyMost } : usual;
}

export type SetMessagingRules = MessagingRulesView & { reason: string };

export async function setMessagingRules(
  deps: Deps,
  actor: Actor,
  { reason: said, ...rules }: SetMessagingRules,
): Promise<MessagingRulesView> {
  can(actor, "messaging:setRules");
  const reason = checkText("reason", said);
  checkClock("quietFrom", rules.quietFrom);
  checkClock("quietUntil", rules.quietUntil);
  checkWhole("weeklyMost", rules.weeklyMost, [0, 100]);
  return deps.db.$transaction(async (tx) => {
    const before = await rulesOf(tx);
    const at = deps.clock.now();
    const set = { ...rules, setBy: actorRef(actor), setAt: at };
    await tx.messagingRules.upsert({ where: { id: 1 }, create: { id: 1, ...set }, update: set });
    const about = { action: "setMessagingRules", object: "messagingRules", objectId: "messagingRules", at, reason };
    await recordAudit(tx, actor, { ...about, before, after: rules });
    return rules;
  });
}

function checkClock(field: string, value: string): void {
  if (!/^(?:[01]\d|2[0-3]):[0-5]\d$/.test(value)) throw new InvalidValue(field, value, "a time as 21:00");
}

const MINUTE_MS = 60_000;
const DAY_MINUTES = 24 * 60;

/** The first instant after the quiet hours that `at` falls into; null: it falls into none. */
export function quietEnd(at: Date, { quietFrom, quietUntil }: MessagingRulesView, timeZone: string): Date | null {
  const [from, until, now] = [quietFrom, quietUntil, localTime(at, timeZone).time].map(minutesOf) as [
    number,
    number,
    number,
  ];
  const isQuiet = from <= until ? now >= from && now < until : now >= from || now < until;
  if (!isQuiet) return null;
  const whole = Math.floor(at.getTime() / MINUTE_MS) * MINUTE_MS;
  const guess = new Date(whole + ((until - now + DAY_MINUTES) % DAY_MINUTES) * MINUTE_MS);
  // In the nights in which clocks change, the guess is off by the change.
  const off = minutesOf(localTime(guess, timeZone).time) - until;
  return off === 0 ? guess : new Date(guess.getTime() - off * MINUTE_MS);
}

function minutesOf(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
}
