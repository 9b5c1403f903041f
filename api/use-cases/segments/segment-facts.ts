import type { Tx } from "#api/sql/rows.ts";
import { OPERATOR } from "#api/use-cases/campaigns/houses.ts";

/** Before the names that the coalition gave, so that no partner's name can be taken for one. */
const OF_COALITION = "coalition:";

/** How a rule names a house's segment or tag: `loyal` at the partner's own tills, `coalition:loyal` at everybody's. */
export const factName = (house: string, name: string): string => (house === OPERATOR ? `${OF_COALITION}${name}` : name);

/** Who is asked about, by "member partner": a member's names depend on whose till it is. */
export const atTill = (memberId: string, partnerId: string): string => `${memberId} ${partnerId}`;

type Named = { key: string; house: string; name: string };

/** The segments each member is in, as rules at the partner's tills name them; in one query. */
export async function findMembersSegments(tx: Tx, keys: readonly string[]): Promise<Map<string, string[]>> {
  const rows = await tx.$queryRaw<Named[]>`
    /* segments_of_members */
    SELECT asked.key, s.house, s.code AS name
    FROM unnest(${[...keys]}::text[]) AS asked(key)
    JOIN segment_member m ON m.member_id = split_part(asked.key, ' ', 1) AND m.left_at IS NULL
    JOIN segment s ON s.id = m.segment_id AND s.house IN (split_part(asked.key, ' ', 2), ${OPERATOR})
    WHERE s.state = 'ACTIVE'
    ORDER BY 1, 2, 3`;
  return namesOf(rows);
}

/** The tags of each member, the same way. */
export async function findMembersTags(tx: Tx, keys: readonly string[]): Promise<Map<string, string[]>> {
  const rows = await tx.$queryRaw<Named[]>`
    /* tags_of_members */
    SELECT asked.key, t.house, t.tag AS name
    FROM unnest(${[...keys]}::text[]) AS asked(key)
    JOIN member_tag t ON t.member_id = split_part(asked.key, ' ', 1) AND t.house IN (split_part(asked.key, ' ', 2), ${OPERATOR})
    ORDER BY 1, 2, 3`;
  return namesOf(rows);
}

function namesOf(rows: readonly Named[]): Map<string, string[]> {
  const byKey = Map.groupBy(rows, ({ key }) => key);
  return new Map([...byKey].map(([key, of]) => [key, of.map(({ house, name }) => factName(house, name))]));
}
