import { type Actor, partnerOf } from "#api/kernel/actor.ts";
import { type Acquaintance, findAcquaintances } from "#api/ledger/read/visitors.ts";
import type { Member, Tx } from "#api/sql/rows.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { type MemberFace, type MemberView, type Profile, viewMember } from "#api/use-cases/members/member-view.ts";
import { together } from "#api/use-cases/together.ts";

/** Members by id, each as far as the viewer may see it; without those it may not see. */
export async function findMembers(deps: Deps, actor: Actor, ids: readonly string[]): Promise<Map<string, MemberView>> {
  can(actor, "member:read");
  const rows = (await membersWithProfile(deps, ids)).filter((row) => row !== null);
  const visible = await visibleAmong(actor, rows, async (asked) => {
    const known = await acquainted(deps, asked.map(keyOf));
    return asked.filter((_one, at) => known[at]);
  });
  return new Map(rows.filter((row) => visible.has(row.id)).map((row) => [row.id, viewMember(actor, row)]));
}

/** Whoever asks: what of it they may see is the asker's to say. One statement for any number of members. */
export const membersWithProfile = together(async ({ db }, ids) => {
  const rows = await db.$queryRaw<(MemberFace & Unnamed<Profile>)[]>`
    /* members_with_profile */
    SELECT m.id, m.status::text AS status, m.enrolled_at AS "enrolledAt", m.enrolled_at_partner_id AS "enrolledAtPartnerId",
      m.merged_into_id AS "mergedIntoId", p.name, p.language, p.birth_date AS "birthDate"
    FROM member m LEFT JOIN member_profile p ON p.member_id = m.id WHERE m.id = ANY (${[...ids]}::text[])`;
  return new Map(
    rows.map(({ name, language, birthDate, ...member }) => {
      const profile = name === null || language === null ? null : { name, language, birthDate };
      return [member.id, { ...member, profile }];
    }),
  );
});

/** Of somebody who may have given no name. */
type Unnamed<Row> = { [Field in keyof Row]: Row[Field] | null };

const keyOf = ({ partnerId, memberId }: Acquaintance) => `${partnerId} ${memberId}`;

const acquainted = together(async ({ db }, keys) => {
  const asked = keys.map((key) => key.split(" ")).map(([partnerId = "", memberId = ""]) => ({ partnerId, memberId }));
  return new Map((await findAcquaintances(db, asked)).map((one) => [keyOf(one), true]));
});

type Seen = Pick<Member, "id" | "enrolledAtPartnerId">;

/** Itself for a member; for a partner those it enrolled or served; all for the operator. */
export const visibleMembers = (db: Tx, actor: Actor, members: readonly Seen[]): Promise<Set<string>> =>
  visibleAmong(actor, members, (asked) => findAcquaintances(db, asked));

async function visibleAmong(
  actor: Actor,
  members: readonly Seen[],
  knownOf: (asked: Acquaintance[]) => Promise<Acquaintance[]>,
): Promise<Set<string>> {
  if (actor.kind === "operator" || actor.kind === "system") return new Set(members.map(({ id }) => id));
  if (actor.kind === "member") return new Set([actor.memberId]);
  const partnerId = partnerOf(actor);
  if (!partnerId) return new Set();
  const others = members.filter((member) => member.enrolledAtPartnerId !== partnerId);
  const known = await knownOf(others.map(({ id }) => ({ partnerId, memberId: id })));
  const own = members.filter((member) => member.enrolledAtPartnerId === partnerId);
  return new Set([...own.map(({ id }) => id), ...known.map(({ memberId }) => memberId)]);
}
