import type { Actor } from "#api/kernel/actor.ts";
import type { Tx } from "#api/sql/rows.ts";
import type { VersionOfCampaign } from "#api/use-cases/campaigns/houses.ts";
import { lockVersion, moveVersion } from "#api/use-cases/campaigns/lock-version.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";

/** Lets what is scheduled begin and what is over end; a campaign at a time. Answers how many versions moved. */
export async function advanceCampaigns(deps: Deps, actor: Actor): Promise<number> {
  can(actor, "job:run");
  const at = deps.clock.now();
  const running = { state: { in: ["SCHEDULED", "LIVE", "PAUSED"] satisfies VersionOfCampaign["state"][] } };
  const due = await deps.db.campaignVersion.findMany({
    where: { ...running, OR: [{ endsAt: { lte: at } }, { state: "SCHEDULED", startsAt: { lte: at } }] },
    select: { id: true },
    orderBy: { id: "asc" },
  });
  let moved = 0;
  for (const { id } of due) if (await deps.db.$transaction((tx) => advance(tx, actor, id, at))) moved += 1;
  return moved;
}

/** Somebody may have stopped it meanwhile. */
async function advance(tx: Tx, actor: Actor, id: string, at: Date): Promise<boolean> {
  const version = await lockVersion(tx, id);
  if (version.state !== "SCHEDULED" && version.state !== "LIVE" && version.state !== "PAUSED") return false;
  const isOver = version.endsAt !== null && version.endsAt <= at;
  if (isOver) await moveVersion(tx, actor, version, { event: "end", at, endedAt: at });
  else if (version.state === "SCHEDULED") await start(tx, actor, version, at);
  else return false;
  return true;
}

/** A version takes the place of the one that runs; whoever paused that one has paused the campaign. */
async function start(tx: Tx, actor: Actor, version: VersionOfCampaign, at: Date): Promise<void> {
  const running = await tx.campaignVersion.findFirst({
    where: { campaignId: version.campaignId, state: { in: ["LIVE", "PAUSED"] } },
    include: { campaign: true },
  });
  if (running) await moveVersion(tx, actor, running, { event: "supersede", at, endedAt: at });
  const pausedBy = running?.state === "PAUSED" ? running.pausedBy : null;
  const event = pausedBy === null ? "start" : "start paused";
  await moveVersion(tx, actor, version, { event, at, startedAt: at, pausedBy });
}
