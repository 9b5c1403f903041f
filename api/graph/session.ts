import { builder } from "#api/graph/builder.ts";
import { mutation } from "#api/graph/mutation.ts";
import { refusal } from "#api/graph/refusals.ts";
import { usually } from "#api/graph/words.ts";
import { endSessions } from "#api/use-cases/sessions/end-sessions.ts";
import { readSessions, type SessionView } from "#api/use-cases/sessions/read-sessions.ts";
import { SessionNotFound } from "#api/use-cases/sessions/refusals.ts";

const Session = builder.objectRef<SessionView>("Session").implement({
  description: "A browser in which the viewer is signed in. Everybody sees only their own.",
  fields: (t) => ({
    id: t.exposeID("id", { description: "Its own id; nothing that lets anybody in." }),
    startedAt: t.expose("startedAt", { type: "DateTime", description: "When somebody signed in." }),
    seenAt: t.expose("seenAt", { type: "DateTime", description: "When it was last heard of, to within three hours." }),
    expiresAt: t.expose("expiresAt", { type: "DateTime", description: "When it ends by itself." }),
    ip: t.exposeString("ip", { nullable: true, description: "From which address. Null: it is not known." }),
    userAgent: t.exposeString("userAgent", {
      nullable: true,
      description: "What the browser calls itself. Null: it did not say.",
    }),
    isThis: t.exposeBoolean("isThis", { description: "Is it the one that asks?" }),
  }),
});

builder.queryField("sessions", (t) =>
  t.field({
    ...usually(3),
    type: [Session],
    description: "Where the viewer is signed in, the last heard of first; bounded by how long sessions last.",
    resolve: (_root, _args, { deps, actor }) => readSessions(deps, actor),
  }),
);
refusal(SessionNotFound, "SESSION_NOT_FOUND", "No session of the viewer has this id.", (t) => ({
  sessionId: t.exposeID("sessionId", { description: "The id that was sent." }),
}));
mutation("endSessions", {
  description: "Signs the viewer out elsewhere, at once: in one browser, or in all but the one that asks.",
  input: (t) => ({ sessionId: t.id({ description: "In which. All but the one that asks when absent." }) }),
  refusals: [SessionNotFound],
  resolve: async ({ sessionId }, { deps, actor }) => {
    await endSessions(deps, actor, { sessionId: sessionId ?? null });
    return { sessions: await readSessions(deps, actor) };
  },
  success: {
    description: "Nobody is signed in there any more.",
    fields: (t) => ({ sessions: t.expose("sessions", { type: [Session], description: "Those that are left." }) }),
  },
});
