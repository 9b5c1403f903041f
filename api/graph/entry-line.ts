import { builder } from "#api/graph/builder.ts";
import { Member, members } from "#api/graph/member.ts";
import { Money } from "#api/graph/money.ts";
import { Partner, partners } from "#api/graph/partner.ts";
import { StatementSection } from "#api/graph/statement-section.ts";
import { kindOfId } from "#api/kernel/ids.ts";
import type { LineRow } from "#api/ledger/read/entries.ts";
import { accountMeanings, isPoints } from "#api/use-cases/cycles/entries.ts";

const described = Object.entries(accountMeanings).map(([name, meaning]) => [
  name,
  { description: `${meaning.charAt(0).toUpperCase()}${meaning.slice(1)}.` },
]);

export const LedgerAccount = builder.enumType("LedgerAccount", {
  description: "A place of the books that holds points or money.",
  values: Object.fromEntries(described) as Record<LineRow["account"], { description: string }>,
});

export const EntryLine = builder.objectRef<LineRow>("EntryLine").implement({
  description: "One account's part in an entry: debit positive, credit negative.",
  fields: (t) => ({
    seq: t.exposeInt("seq", { description: "Its number in the entry." }),
    account: t.expose("account", { type: LedgerAccount, description: "Which account." }),
    partner: t.field({
      type: Partner,
      nullable: true,
      description: "Whose account. Null for the operator's own and for members'.",
      resolve: ({ ownerId }, _args, context) =>
        kindOfId(ownerId) === "partner" ? partners.find(context, ownerId) : null,
    }),
    member: t.field({
      type: Member,
      nullable: true,
      description: "Whose account. Null for partners' and the operator's own.",
      resolve: ({ ownerId }, _args, context) =>
        kindOfId(ownerId) === "member" ? members.find(context, ownerId) : null,
    }),
    points: t.field({
      type: "Points",
      nullable: true,
      description: "How many points. Null for money.",
      resolve: (line) => (isPoints(line) ? line.amount : null),
    }),
    money: t.field({
      type: Money,
      nullable: true,
      description: "How much money. Null for points.",
      resolve: (line) => (isPoints(line) ? null : line.amount),
    }),
    section: t.expose("section", {
      type: StatementSection,
      nullable: true,
      description: "Where it stands on the partner's statement. Null for all but positions.",
    }),
    lotId: t.exposeID("lotId", { nullable: true, description: "The points' lot. Null for money." }),
  }),
});
