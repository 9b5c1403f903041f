import { DRAW_METHOD } from "#api/engine/draw-winners.ts";
import type { Actor } from "#api/kernel/actor.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { drawTermsOf } from "#api/use-cases/draws/definition.ts";
import { findDraws, findWinners } from "#api/use-cases/draws/find-draws.ts";

/** Everything that scripts/verify-draw.ts needs beside the list of tickets, as JSON; null before it is published. */
export async function drawFileOf(deps: Deps, actor: Actor, drawId: string): Promise<string | null> {
  const draw = (await findDraws(deps, actor, [drawId])).get(drawId);
  if (draw?.state !== "PUBLISHED") return null;
  const { code, seedHash, seed, listHash, publicValue } = draw;
  const { prizes, onePrizePerHolder, name, organiser, registrationNumber } = drawTermsOf(draw);
  const winners = (await findWinners(deps, actor, [drawId])).get(drawId) ?? [];
  const file = {
    method: DRAW_METHOD,
    code,
    name: name.en,
    organiser: organiser.name,
    registrationNumber,
    seedHash,
    listHash,
    seed,
    publicValue: publicValue ?? "",
    onePrizePerHolder,
    prizes: prizes.map(({ name: of, quantity }) => ({ name: of.en, quantity })),
    winners: winners.map(({ place, prize, ticket, holder }) => ({ place, prize, ticket: String(ticket), holder })),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}
