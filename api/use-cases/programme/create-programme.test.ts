import { expect, test } from "vitest";
import { Forbidden } from "#api/kernel/access.ts";
import { type Actor, systemActor } from "#api/kernel/actor.ts";
import { standingClock } from "#api/kernel/clock.ts";
import { createLedger } from "#api/ledger/ledger.ts";
import { testDatabase } from "#api/test/database.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { ProgrammeExists } from "#api/use-cases/partners/refusals.ts";
import { type CreateProgramme, createProgramme } from "#api/use-cases/programme/create-programme.ts";
import { readProgramme } from "#api/use-cases/programme/read-programme.ts";

const minsk: CreateProgramme = {
  name: "Zgoda",
  pointsName: "zgodki",
  currency: "BYN",
  timeZone: "Europe/Minsk",
  pointValueE6: 10_000n,
  operator: { code: "OP", name: "Zgoda operator" },
};

async function emptyHub(run: (deps: Deps) => Promise<void>): Promise<void> {
  const database = await testDatabase();
  const clock = standingClock(new Date("2026-01-15T12:00:00Z"));
  const ledger = createLedger({ pool: database.pool, clock });
  await run({ db: database.db, ledger, clock, secrets: { apiKey: "a secret for tests" } });
  await ledger.close();
  await database.close();
}

test("a hub is set up with its rules, its operator as an issuer with terms, and one open cycle", () =>
  emptyHub(async (deps) => {
    await createProgramme(deps, systemActor, minsk);
    const [operator] = await deps.db.partner.findMany({ include: { contracts: true } });
    const [cycle] = await deps.db.cycle.findMany();
    expect(operator).toMatchObject({ code: "OP", isOperator: true, mayRedeem: false, status: "ACTIVE" });
    expect(operator?.contracts).toMatchObject([{ version: 1, funding: "ON_ISSUE", issueRateE6: 10_000n }]);
    expect(cycle).toMatchObject({ seq: 1, state: "OPEN", cutoffAt: new Date("2026-01-31T21:00:00Z") });
    expect(await deps.db.exposure.count()).toBe(1);
    expect(await readProgramme(deps, systemActor)).toMatchObject({ currency: "BYN", pointsName: "zgodki" });
  }));

test("there is one programme per hub, also when two are made at once", () =>
  emptyHub(async (deps) => {
    const made = await Promise.allSettled([
      createProgramme(deps, systemActor, minsk),
      createProgramme(deps, systemActor, minsk),
    ]);
    expect(made.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    await expect(createProgramme(deps, systemActor, minsk)).rejects.toThrow(ProgrammeExists);
  }));

test("nobody who signs in can set the hub up", () =>
  emptyHub(async (deps) => {
    const admin: Actor = { kind: "operator", id: "usr_1", roles: ["ADMIN"] };
    await expect(createProgramme(deps, admin, minsk)).rejects.toThrow(Forbidden);
  }));
