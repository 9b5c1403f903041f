import { ApiKey, apiKeys } from "#api/graph/api-key.ts";
import { builder } from "#api/graph/builder.ts";
import { Terminal, terminals } from "#api/graph/location.ts";
import { Member, members } from "#api/graph/member.ts";
import { Partner, partners } from "#api/graph/partner.ts";
import { StaffRole } from "#api/graph/staff.ts";
import { findHats, type Hat } from "#api/use-cases/viewer/find-hats.ts";
import { readViewer, type Viewer as ViewerRow } from "#api/use-cases/viewer/read-viewer.ts";

type ViewerOf<Kind extends ViewerRow["kind"]> = Extract<ViewerRow, { kind: Kind }>;

const OperatorStaff = builder.objectRef<ViewerOf<"operator">>("OperatorStaff").implement({
  description: "Somebody who works at the operator.",
  fields: (t) => ({
    name: t.exposeString("name", { description: "The person's name." }),
    email: t.exposeString("email", { description: "What they sign in with." }),
    roles: t.field({
      type: [StaffRole],
      description: "What they may do. Bounded by the number of roles.",
      resolve: ({ roles }) => roles.map((role) => `OPERATOR_${role}` as const),
    }),
  }),
});

const PartnerStaff = builder.objectRef<ViewerOf<"partnerStaff">>("PartnerStaff").implement({
  description: "Somebody who works at a partner.",
  fields: (t) => ({
    name: t.exposeString("name", { description: "The person's name." }),
    email: t.exposeString("email", { description: "What they sign in with." }),
    roles: t.field({
      type: [StaffRole],
      description: "What they may do. Bounded by the number of roles.",
      resolve: ({ roles }) => roles.map((role) => `PARTNER_${role}` as const),
    }),
    partner: t.field({
      type: Partner,
      description: "Where they work.",
      resolve: ({ partnerId }, _args, context) => partners.load(context, partnerId),
    }),
  }),
});

const Machine = builder.objectRef<ViewerOf<"machine">>("Machine").implement({
  description: "A till or a back office that came with an API key.",
  fields: (t) => ({
    partner: t.field({
      type: Partner,
      description: "Whose it is.",
      resolve: ({ partnerId }, _args, context) => partners.load(context, partnerId),
    }),
    terminal: t.field({
      type: Terminal,
      nullable: true,
      description: "The till its key is bound to. Null for a back office.",
      resolve: ({ terminalId }, _args, context) => terminals.find(context, terminalId),
    }),
    apiKey: t.field({
      type: ApiKey,
      nullable: true,
      description: "The key it came with. Null: machines do not look into keys.",
      resolve: ({ apiKeyId }, _args, context) => apiKeys.find(context, apiKeyId),
    }),
    scopes: t.stringList({
      description: "What it may do. Bounded by the number of scopes.",
      resolve: ({ scopes }) => [...scopes],
    }),
  }),
});

const MemberViewer = builder.objectRef<ViewerOf<"member">>("MemberViewer").implement({
  description: "A member who looks at what is theirs.",
  fields: (t) => ({
    member: t.field({
      type: Member,
      description: "The viewer's own membership.",
      resolve: ({ memberId }, _args, context) => members.load(context, memberId),
    }),
  }),
});

const viewers = {
  operator: OperatorStaff,
  partnerStaff: PartnerStaff,
  machine: Machine,
  member: MemberViewer,
} satisfies Record<ViewerRow["kind"], unknown>;

const Viewer = builder.unionType("Viewer", {
  description: "Who is asking.",
  types: Object.values(viewers),
  resolveType: ({ kind }) => viewers[kind],
});

builder.queryField("viewer", (t) =>
  t.field({
    type: Viewer,
    nullable: true,
    description: "Who is asking. Null before signing in.",
    skipTypeScopes: true,
    resolve: (_root, _args, { deps, actor }) => readViewer(deps, actor),
  }),
);

const ViewerCapacity = builder.objectRef<Hat>("ViewerCapacity").implement({
  description: "One of the capacities in which the person who is asking can act.",
  fields: (t) => ({
    as: t.exposeString("as", { description: "Send this as the header or cookie `zgoda-as` to act in it." }),
    kind: t.field({
      type: builder.enumType("ViewerKind", {
        description: "In what capacity somebody acts.",
        values: {
          OPERATOR: { value: "operator", description: "For the operator." },
          PARTNER: { value: "partnerStaff", description: "For a partner." },
          MEMBER: { value: "member", description: "As a member." },
        } as const,
      }),
      description: "In what capacity.",
      resolve: ({ kind }) => kind,
    }),
    partner: t.field({
      type: Partner,
      nullable: true,
      description: "For which partner. Null in other capacities.",
      resolve: ({ partnerId }, _args, context) => partners.find(context, partnerId),
    }),
  }),
});

builder.queryField("capacities", (t) =>
  t.field({
    type: [ViewerCapacity],
    description: "All capacities of the person who is asking; bounded by where a person works. Empty for machines.",
    resolve: (_root, _args, { deps, actor }) => findHats(deps, actor),
  }),
);
