import { builder } from "#api/graph/builder.ts";
import { connectionOf } from "#api/graph/connection.ts";
import { byId } from "#api/graph/loaders.ts";
import { mutation } from "#api/graph/mutation.ts";
import { byParent } from "#api/graph/parent-pages.ts";
import { Partner, partners } from "#api/graph/partner.ts";
import { refusal } from "#api/graph/refusals.ts";
import { PartnerNotFound } from "#api/use-cases/partners/refusals.ts";
import { assignStaff } from "#api/use-cases/staff/assign-staff.ts";
import { findStaff, findStaffOf, OPERATOR } from "#api/use-cases/staff/find-staff.ts";
import { LastOwner, PersonNotFound, RoleNotAllowed, StaffNotFound } from "#api/use-cases/staff/refusals.ts";
import { removeStaff } from "#api/use-cases/staff/remove-staff.ts";
import type { StaffView } from "#api/use-cases/staff/staff-view.ts";

const staff = byId(findStaff);
const staffOf = byParent(findStaffOf);

export const StaffRole = builder.enumType("StaffRole", {
  description: "What a person may do at the operator or at a partner.",
  values: {
    OPERATOR_CLERK: { description: "Helps members and partners, proposes what another approves." },
    OPERATOR_FINANCE: { description: "Approves cycles and moves money." },
    OPERATOR_RISK: { description: "Watches limits, suspends, declares defaults." },
    OPERATOR_ADMIN: { description: "Takes partners in and gives roles." },
    OPERATOR_AUDITOR: { description: "Reads everything and changes nothing." },
    PARTNER_OWNER: { description: "Everything of the partner, and who else may." },
    PARTNER_MANAGER: { description: "Outlets, tills and members." },
    PARTNER_FINANCE: { description: "Positions, statements and disputes." },
    PARTNER_CASHIER: { description: "The till." },
    PARTNER_ANALYST: { description: "Reads figures and changes nothing." },
  } as const,
});

export const Staff = builder.objectRef<StaffView>("Staff");
builder.node(Staff, {
  description: "Somebody who works at the operator or at a partner, with their roles there.",
  id: { resolve: ({ id }) => id, description: "Opaque, global, permanent." },
  loadMany: (ids, context) => staff.findMany(context, ids),
  fields: (t) => ({
    name: t.exposeString("name", { description: "The person's name." }),
    email: t.exposeString("email", { description: "What they sign in with." }),
    roles: t.expose("roles", { type: [StaffRole], description: "Bounded by the number of roles." }),
    partner: t.field({
      type: Partner,
      nullable: true,
      description: "Where they work. Null: at the operator.",
      resolve: ({ partnerId }, _args, context) => partners.find(context, partnerId),
    }),
    assignedAt: t.expose("createdAt", { type: "DateTime", description: "When they first got a role there." }),
  }),
});
const staffPages = connectionOf("Staff", Staff, ({ id }) => id);

builder.objectField(Partner, "staff", (t) =>
  t.field(
    staffPages({
      description: "Who works there, by when they came. Empty when the viewer may not see it.",
      resolve: ({ id }, page, _filters, context) => staffOf(context, id, page),
    }),
  ),
);

builder.queryField("operatorStaff", (t) =>
  t.field(
    staffPages({
      description: "Who works at the operator, by when they came. Empty when the viewer may not see it.",
      resolve: (_root, page, _filters, context) => staffOf(context, OPERATOR, page),
    }),
  ),
);

refusal(PersonNotFound, "PERSON_NOT_FOUND", "Nobody signs in with this address.", (t) => ({
  email: t.exposeString("email", { description: "The address that was sent." }),
}));
refusal(StaffNotFound, "STAFF_NOT_FOUND", "Nobody of this id works here, or the viewer may not see them.", (t) => ({
  staffId: t.exposeID("staffId", { description: "The id that was sent." }),
}));
refusal(
  RoleNotAllowed,
  "ROLE_NOT_ALLOWED",
  "The role belongs to another kind of organisation, or none was named.",
  (t) => ({
    role: t.exposeString("role", { description: "The role that was sent." }),
  }),
);
refusal(LastOwner, "LAST_OWNER", "Nobody would be left who can give roles.", (t) => ({
  role: t.exposeString("role", { description: "The role that somebody else needs first." }),
}));

mutation("assignStaff", {
  description: "Lets a person work at the operator or a partner with these roles, or changes the roles they have.",
  input: (t) => ({
    email: t.string({ required: true, description: "Who, by the address they sign in with." }),
    partnerId: t.id({ description: "At which partner; at the operator when absent." }),
    roles: t.field({ type: [StaffRole], required: true, description: "All the roles they will have there." }),
  }),
  refusals: [PersonNotFound, PartnerNotFound, RoleNotAllowed, LastOwner],
  resolve: async (input, { deps, actor }) => ({ staff: await assignStaff(deps, actor, input) }),
  success: {
    description: "The person has these roles.",
    fields: (t) => ({ staff: t.expose("staff", { type: Staff, description: "As it is now." }) }),
  },
});

mutation("removeStaff", {
  description: "Ends a person's work at the operator or a partner; what they did stays.",
  input: (t) => ({
    staffId: t.id({ required: true, description: "Whom." }),
    reason: t.string({ required: true, description: "Why; kept with the transition." }),
  }),
  refusals: [StaffNotFound, LastOwner],
  resolve: (input, { deps, actor }) => removeStaff(deps, actor, input),
  success: {
    description: "They no longer work there.",
    fields: (t) => ({
      partner: t.field({
        type: Partner,
        nullable: true,
        description: "Where they worked. Null: at the operator.",
        resolve: ({ partnerId }, _args, context) => partners.find(context, partnerId),
      }),
    }),
  },
});
