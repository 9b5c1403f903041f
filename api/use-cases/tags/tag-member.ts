import { type Actor, actorRef, partnerOf } from "#api/kernel/actor.ts";
import type { MemberTag, Tx } from "#api/sql/rows.ts";
import { recordAudit } from "#api/use-cases/audit/record-audit.ts";
import { houseOf } from "#api/use-cases/campaigns/houses.ts";
import { can, may } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { findMembers } from "#api/use-cases/members/find-members.ts";
import { MemberNotFound } from "#api/use-cases/members/refusals.ts";
import { checkCode } from "#api/use-cases/partners/values.ts";
import { TooManyTags } from "#api/use-cases/tags/refusals.ts";

/** More than anybody reads. */
const TAGS_MAX = 20;

export type TagMember = { memberId: string; tag: string };

/** Gives a member a tag of the actor's house; the house alone sees it. Answers the house's tags of the member. */
export async function tagMember(deps: Deps, actor: Actor, input: TagMember): Promise<string[]> {
  can(actor, "tag:set");
  const tag = checkCode("tag", input.tag).toLowerCase();
  return changeTags(deps, actor, input.memberId, async (tx, house, before) => {
    if (before.includes(tag)) return;
    if (before.length >= TAGS_MAX) throw new TooManyTags(TAGS_MAX);
    const by = { taggedBy: actorRef(actor), taggedAt: deps.clock.now() };
    await tx.memberTag.create({ data: { memberId: input.memberId, house, tag, ...by } });
  });
}

/** Takes a tag of the actor's house off a member. */
export async function untagMember(deps: Deps, actor: Actor, input: TagMember): Promise<string[]> {
  can(actor, "tag:set");
  const tag = input.tag.toLowerCase();
  return changeTags(deps, actor, input.memberId, async (tx, house) => {
    await tx.memberTag.deleteMany({ where: { memberId: input.memberId, house, tag } });
  });
}

async function changeTags(
  deps: Deps,
  actor: Actor,
  memberId: string,
  change: (tx: Tx, house: string, before: readonly string[]) => Promise<void>,
): Promise<string[]> {
  if (!(await findMembers(deps, actor, [memberId])).has(memberId)) throw new MemberNotFound(memberId);
  const house = houseOf(actor);
  return deps.db.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT FROM member WHERE id = ${memberId} FOR NO KEY UPDATE`;
    const before = await tagsIn(tx, house, memberId);
    await change(tx, house, before);
    const after = await tagsIn(tx, house, memberId);
    if (before.length !== after.length) {
      const about = { action: "tagMember", object: "member", objectId: memberId, at: deps.clock.now() };
      const partnerId = partnerOf(actor);
      await recordAudit(tx, actor, { ...about, partnerId, before: { tags: before }, after: { tags: after } });
    }
    return after;
  });
}

const tagOf = ({ tag }: Pick<MemberTag, "tag">) => tag;

async function tagsIn(tx: Tx, house: string, memberId: string): Promise<string[]> {
  return (await tx.memberTag.findMany({ where: { house, memberId }, orderBy: { tag: "asc" } })).map(tagOf);
}

/** The viewer's house's own tags, by member; nobody else's. */
export async function findTags(deps: Deps, actor: Actor, memberIds: readonly string[]): Promise<Map<string, string[]>> {
  if (!may(actor, "tag:set") && !may(actor, "customer:read")) return new Map();
  const rows = await deps.db.memberTag.findMany({
    where: { house: houseOf(actor), memberId: { in: [...memberIds] } },
    orderBy: { tag: "asc" },
  });
  const byMember = Map.groupBy(rows, ({ memberId }) => memberId);
  return new Map([...byMember].map(([id, of]) => [id, of.map(tagOf)]));
}
