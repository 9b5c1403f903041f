import { Forbidden } from "#api/kernel/access.ts";
import { type Actor, actorRef, personOf } from "#api/kernel/actor.ts";
import { plainCode } from "#api/kernel/coupon-code.ts";
import { newId } from "#api/kernel/ids.ts";
import type { CouponRun } from "#api/sql/rows.ts";
import { can } from "#api/use-cases/can.ts";
import {
  type CodeProblem,
  CouponFileRefused,
  CouponRunNotFound,
  NotSingleUse,
} from "#api/use-cases/coupons/refusals.ts";
import { lockRun, moveRun } from "#api/use-cases/coupons/run-states.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { takeKey } from "#api/use-cases/keys.ts";
import { TransitionRefused } from "#api/use-cases/machine.ts";
import { lockOffering } from "#api/use-cases/offers/offerings.ts";
import { OfferingNotFound } from "#api/use-cases/offers/refusals.ts";
import { checkWhole } from "#api/use-cases/partners/values.ts";
import { recordStep } from "#api/use-cases/transitions.ts";

/** More than a coalition prints at once. */
const CODES_MAX = 1_000_000;

export type GenerateCoupons = { couponPoolId: string; count: number; idempotencyKey: string };

/** Has codes made for a pool, in the background. */
export async function generateCoupons(deps: Deps, actor: Actor, input: GenerateCoupons): Promise<CouponRun> {
  can(actor, "offering:edit");
  const wanted = checkWhole("count", input.count, [1, CODES_MAX]);
  return ask(deps, actor, { verb: "generateCoupons", input, run: { kind: "GENERATE", wanted, content: null } });
}

export type ImportCoupons = {
  couponPoolId: string;
  /** CSV: a code first in each line; a heading line `code` is passed over. */
  content: string;
  idempotencyKey: string;
};

/** Takes codes that were made elsewhere: all lines of a file, or none when one is no code. */
export async function importCoupons(deps: Deps, actor: Actor, input: ImportCoupons): Promise<CouponRun> {
  can(actor, "offering:edit");
  const codes = codesIn(input.content);
  return ask(deps, actor, {
    verb: "importCoupons",
    input,
    run: { kind: "IMPORT", wanted: codes.length, content: codes.join("\n") },
  });
}

const PROBLEMS_MAX = 100;

/** Refuses a file with a line that is no code, with two lines of one code, or without any. */
function codesIn(content: string): string[] {
  const codes = new Map<string, number>();
  const problems: CodeProblem[] = [];
  for (const [index, row] of content
    .replace(/^\uFEFF/, "")
    .split(/\r?\n/)
    .entries()) {
    const text = (row.split(/[;,\t]/)[0] ?? "").trim().replace(/^"(.*)"$/, "$1");
    if (text === "" || (index === 0 && text.toLowerCase() === "code")) continue;
    const code = plainCode(text);
    const line = index + 1;
    const first = codes.get(code);
    if (!/^[A-Z0-9]{6,32}$/.test(code))
      problems.push({ line, text: text.slice(0, 40), message: "6 to 32 letters and digits" });
    else if (first !== undefined) problems.push({ line, text: code, message: `the same as line ${first}` });
    else codes.set(code, line);
  }
  if (problems.length > 0 || codes.size === 0) {
    throw new CouponFileRefused(problems.length, problems.slice(0, PROBLEMS_MAX));
  }
  checkWhole("content", codes.size, [1, CODES_MAX]);
  return [...codes.keys()];
}

type Asked = {
  verb: string;
  input: { couponPoolId: string; idempotencyKey: string };
  run: Pick<CouponRun, "kind" | "wanted" | "content">;
};

async function ask(deps: Deps, actor: Actor, { verb, input, run }: Asked): Promise<CouponRun> {
  const person = personOf(actor);
  if (!person) throw new Forbidden("offering:edit");
  const { couponPoolId: poolId } = input;
  return deps.db.$transaction(async (tx) => {
    const found = await lockOffering(tx, actor, poolId);
    if (found.kind !== "couponPool") throw new OfferingNotFound(poolId);
    if (found.row.kind !== "SINGLE_USE") throw new NotSingleUse(poolId);
    if (found.row.state === "ENDED") throw new TransitionRefused("couponPool", poolId, "ENDED", "take codes");
    const id = newId("couponRun");
    const first = await takeKey(tx, actor, { verb, input, objectId: id });
    if (first) return tx.couponRun.findUniqueOrThrow({ where: { id: first } });
    const at = deps.clock.now();
    const reason = `${run.wanted} codes`;
    await recordStep(tx, actor, { object: "couponRun", objectId: id, from: null, to: "QUEUED", at, reason });
    await deps.enqueue?.(tx, "makeCoupons", { couponRunId: id });
    const asker = { requestedBy: actorRef(actor), userId: person.id, createdAt: at };
    return tx.couponRun.create({ data: { id, poolId, ...run, ...asker } });
  });
}

/** Ends the making; the codes that are there stay. */
export async function cancelCouponRun(
  deps: Deps,
  actor: Actor,
  { couponRunId: id }: { couponRunId: string },
): Promise<CouponRun> {
  can(actor, "offering:edit");
  return deps.db.$transaction(async (tx) => {
    const found = await tx.couponRun.findUnique({ where: { id }, select: { poolId: true } });
    if (!found) throw new CouponRunNotFound(id);
    await lockOffering(tx, actor, found.poolId).catch(() => {
      throw new CouponRunNotFound(id);
    });
    const run = await lockRun(tx, id);
    if (run.state === "CANCELLED") return run;
    const at = deps.clock.now();
    return moveRun(tx, actor, run, { event: "cancel", at, finishedAt: at, content: null });
  });
}
