import type { Actor } from "#api/kernel/actor.ts";
import type { Programme } from "#api/sql/rows.ts";
import { can, may } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { kept } from "#api/use-cases/kept.ts";
import type { Rules } from "#api/use-cases/programme/rules.ts";

/** The coalition's rules. One row, so all requests in flight share one read. */
export async function readProgramme(deps: Deps, actor: Actor): Promise<Programme> {
  can(actor, "programme:read");
  return findProgramme(deps);
}

/** The same for deeds whose actor was already asked for more than reading. */
export async function findProgramme(deps: Deps): Promise<Programme> {
  const [programme] = await theOnlyOne(deps, ["programme"]);
  if (!programme) throw new Error("The hub has no programme yet: createProgramme comes first.");
  return programme;
}

const theOnlyOne = kept("programme", async (deps) => {
  const programme = await deps.db.programme.findFirst();
  return new Map(programme ? [["programme", programme]] : []);
});

/** The rules that can change, for whoever has to do with money; null for the others. */
export async function readRules(deps: Deps, actor: Actor): Promise<Rules | null> {
  return may(actor, "programme:rules") ? ((await findProgramme(deps)) as Rules) : null;
}
