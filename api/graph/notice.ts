import { builder } from "#api/graph/builder.ts";
import { connectionOf } from "#api/graph/connection.ts";
import type { Context, Ring } from "#api/graph/context.ts";
import { Doorbell } from "#api/graph/live.ts";
import { byId } from "#api/graph/loaders.ts";
import { mutation } from "#api/graph/mutation.ts";
import { refusal } from "#api/graph/refusals.ts";
import { badInput } from "#api/graph/top-level.ts";
import { CampaignWords } from "#api/graph/words.ts";
import { personOf } from "#api/kernel/actor.ts";
import type { Notice as NoticeRow } from "#api/sql/rows.ts";
import { type Fact, noticeKinds } from "#api/use-cases/notices/notify.ts";
import { countUnreadNotices, findNotices, listNotices, markNoticesRead } from "#api/use-cases/notices/read-notices.ts";
import { NoticeNotFound } from "#api/use-cases/notices/refusals.ts";

const notices = byId(findNotices);

export const NoticeKind = builder.enumType("NoticeKind", {
  description: "What a notice is about.",
  values: Object.fromEntries(Object.entries(noticeKinds).map(([kind, description]) => [kind, { description }])),
});

const NoticeFact = builder.objectRef<{ name: string; fact: Fact }>("NoticeFact").implement({
  description: "Something that a notice names.",
  fields: (t) => ({
    name: t.exposeString("name", { description: "What it is: report, fileName, partner." }),
    value: t.string({
      description: "As text; amounts are decimals, and names of what somebody wrote are in English.",
      resolve: ({ fact }) => (typeof fact === "string" ? fact : fact.en),
    }),
    words: t.field({
      type: CampaignWords,
      nullable: true,
      description: "The name in the languages it was written in. Null: it is the same for everybody.",
      resolve: ({ fact }) => (typeof fact === "string" ? null : fact),
    }),
  }),
});

export const Notice = builder.objectRef<NoticeRow>("Notice");
builder.node(Notice, {
  description: "Something the viewer should know. Everybody sees only their own.",
  id: { resolve: ({ id }) => id, description: "Opaque, global, permanent." },
  loadMany: (ids, context) => notices.findMany(context, ids),
  fields: (t) => ({
    kind: t.field({ type: NoticeKind, description: "What it is about.", resolve: ({ kind }) => kind }),
    facts: t.field({
      type: [NoticeFact],
      description: "What its words name; bounded by the kind.",
      resolve: ({ facts }) => Object.entries(factsIn(facts)).map(([name, fact]) => ({ name, fact })),
    }),
    href: t.exposeString("href", { nullable: true, description: "Where to look: a path of the portal." }),
    createdAt: t.expose("createdAt", { type: "DateTime", description: "When it came." }),
    readAt: t.expose("readAt", { type: "DateTime", nullable: true, description: "Null while it is news." }),
  }),
});
/** As they were told (use-cases/notices/notify.ts). */
const factsIn = (facts: NoticeRow["facts"]) => facts as Record<string, Fact>;

const noticePages = connectionOf("Notice", Notice, ({ id }) => id);

builder.queryField("notices", (t) =>
  t.field(
    noticePages({
      description: "The viewer's own notices, newest first.",
      args: { unread: t.arg.boolean({ description: "Only those that are still news." }) },
      resolve: (_root, page, { unread }, { deps, actor }) => listNotices(deps, actor, { ...page, unread }),
    }),
  ),
);

builder.queryField("unreadNoticeCount", (t) =>
  t.int({
    description: "How many of the viewer's notices are still news.",
    resolve: (_root, _args, { deps, actor }) => countUnreadNotices(deps, actor),
  }),
);

builder.subscriptionField("noticesChanged", (t) =>
  t.field({
    type: Doorbell,
    description: "Rings when the viewer was told something, and when a file being made for the viewer got on.",
    subscribe: (_root, _args, context) => ownRings(context),
    resolve: (ring) => ring,
  }),
);

async function* ownRings(context: Context): AsyncGenerator<Ring> {
  const person = personOf(context.actor);
  if (!person) throw badInput("Only people have notices.");
  for await (const ring of context.doorbells.rings("user", person.id)) {
    context.loaders.clear();
    if (personOf(context.actor)?.id !== person.id) return;
    yield ring;
  }
}

refusal(NoticeNotFound, "NOTICE_NOT_FOUND", "No notice of the viewer has this id.", (t) => ({
  noticeId: t.exposeID("noticeId", { description: "The id that was sent." }),
}));

mutation("markNoticesRead", {
  description: "Takes the mark of news off notices of the viewer.",
  input: (t) => ({
    noticeIds: t.idList({ description: "Which ones; all of them when absent." }),
  }),
  refusals: [NoticeNotFound],
  resolve: async (input, { deps, actor }) => ({ unreadCount: await markNoticesRead(deps, actor, input) }),
  success: {
    description: "They have been read.",
    fields: (t) => ({ unreadCount: t.exposeInt("unreadCount", { description: "How many are still news." }) }),
  },
});
