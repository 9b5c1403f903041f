import { mutation } from "#api/graph/mutation.ts";
import { refusal } from "#api/graph/refusals.ts";
import { Statement } from "#api/graph/statement.ts";
import { confirmStatement } from "#api/use-cases/cycles/confirm-statement.ts";
import { StatementNotFound, StatementSuperseded } from "#api/use-cases/cycles/refusals.ts";

mutation("confirmStatement", {
  description: "A partner's yes to its statement. When all have said it, finance need not wait for the review to end.",
  input: (t) => ({ statementId: t.id({ required: true, description: "Which." }) }),
  refusals: [StatementNotFound, StatementSuperseded],
  resolve: async (input, { deps, actor }) => ({ statement: await confirmStatement(deps, actor, input) }),
  success: {
    description: "It is confirmed.",
    fields: (t) => ({ statement: t.expose("statement", { type: Statement, description: "As it is now." }) }),
  },
});

refusal(StatementNotFound, "STATEMENT_NOT_FOUND", "No statement has this id, or none the viewer may see.", (t) => ({
  statementId: t.exposeID("statementId", { description: "The id that was sent." }),
}));
refusal(StatementSuperseded, "STATEMENT_SUPERSEDED", "A correction replaced the statement.", (t) => ({
  statementId: t.exposeID("statementId", { description: "The statement that no longer stands." }),
}));
