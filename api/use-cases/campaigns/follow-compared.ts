import { groupOf } from "#api/engine/control-group.ts";
import type { ExplanationStep, ReasonAgainst } from "#api/engine/explanation.ts";
import { storedDefinition } from "#api/use-cases/campaigns/definition.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import type { Follower } from "#api/use-cases/following/followers.ts";

/** Keeps who first met the conditions of a version with a control group, and when: both groups are compared from then on. */
export const followCompared: Follower = async (deps, { purchases }) => {
  const met = purchases.flatMap(({ memberId, occurredAt, explanation }) =>
    explanation.steps.flatMap((step) =>
      step.campaign && hasMet(step) ? [{ key: keyOf(step.campaign), memberId, since: occurredAt }] : [],
    ),
  );
  if (met.length === 0) return;
  const versions = await controlled(deps, met);
  const rows = met.flatMap(({ key, memberId, since }) => {
    const version = versions.get(key);
    if (!version) return [];
    const { versionId, id, controlBps } = version;
    return [{ versionId, memberId, group: groupOf({ id, memberId, controlBps }), since: since.toISOString() }];
  });
  if (rows.length === 0) return;
  await deps.db.$executeRaw`
    INSERT INTO compared_member (version_id, member_id, "group", since)
    SELECT "versionId", "memberId", "group"::compared_group, min(since)
    FROM json_to_recordset(${JSON.stringify(rows)}::json)
      AS r("versionId" text, "memberId" text, "group" text, since timestamptz)
    GROUP BY 1, 2, 3
    ON CONFLICT (version_id, member_id) DO UPDATE SET since = least(compared_member.since, excluded.since)`;
};

const unmet: ReadonlySet<string> = new Set(["CONDITION", "NO_COUPON", "NOT_COMPUTABLE"] satisfies ReasonAgainst[]);

/** What stood in the way after that, such as a limit that was used up, is the same for both groups. */
const hasMet = ({ because }: ExplanationStep) => because === null || !unmet.has(because);

const keyOf = ({ id, version }: { id: string; version: number }) => `${id}@${version}`;

type Controlled = { versionId: string; id: string; controlBps: number };

async function controlled({ db }: Deps, met: readonly { key: string }[]): Promise<Map<string, Controlled>> {
  const campaignIds = [...new Set(met.map(({ key }) => key.replace(/@\d+$/, "")))];
  const rows = await db.campaignVersion.findMany({
    where: { campaignId: { in: campaignIds }, definition: { path: ["controlBps"], gt: 0 } },
  });
  return new Map(
    rows.map((row) => {
      const { controlBps } = storedDefinition(row);
      return [
        keyOf({ id: row.campaignId, version: row.version }),
        { versionId: row.id, id: row.campaignId, controlBps },
      ];
    }),
  );
}
