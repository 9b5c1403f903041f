import type { StaffRole } from "#api/sql/rows.ts";

/** The password of everybody in the demo. */
export const demoPassword = "zgoda-demo";

/** Somebody who can sign in to the demo: staff of the operator or of a partner, or a member. */
export type DemoPerson = { email: string; name: string } & (
  | { of: "operator"; roles: readonly StaffRole[] }
  | { of: "partner"; partner: string; roles: readonly StaffRole[] }
  | { of: "member" }
);

export const demoPeople: readonly DemoPerson[] = [
  { email: "operator.admin@demo.zgoda", name: "Ryhor Advaznik", of: "operator", roles: ["OPERATOR_ADMIN"] },
  { email: "operator.clerk@demo.zgoda", name: "Alena Pisarchyk", of: "operator", roles: ["OPERATOR_CLERK"] },
  { email: "operator.finance@demo.zgoda", name: "Hienadz Skarbnik", of: "operator", roles: ["OPERATOR_FINANCE"] },
  { email: "operator.risk@demo.zgoda", name: "Palina Vartaunik", of: "operator", roles: ["OPERATOR_RISK"] },
  { email: "operator.auditor@demo.zgoda", name: "Zmicier Reviziuk", of: "operator", roles: ["OPERATOR_AUDITOR"] },
  ...grocer("owner", "Stsiapan Kalasouski", "PARTNER_OWNER"),
  ...grocer("manager", "Iryna Zahadchyk", "PARTNER_MANAGER"),
  ...grocer("finance", "Natallia Likovich", "PARTNER_FINANCE"),
  ...grocer("cashier", "Dzianis Kasyr", "PARTNER_CASHIER"),
  ...grocer("analyst", "Vera Liczba", "PARTNER_ANALYST"),
  {
    email: "fuel.owner@demo.zgoda",
    name: "Mikalai Shliakhau",
    of: "partner",
    partner: "SHLIAKH",
    roles: ["PARTNER_OWNER"],
  },
  { email: "ana@demo.zgoda", name: "Ana Kavaliova", of: "member" },
  { email: "bohdan@demo.zgoda", name: "Bohdan Harbar", of: "member" },
  { email: "maryna@demo.zgoda", name: "Maryna Dudko", of: "member" },
  { email: "volha@demo.zgoda", name: "Volha Sidarovich", of: "member" },
];

function grocer(role: string, name: string, staffRole: StaffRole): DemoPerson[] {
  return [{ email: `grocer.${role}@demo.zgoda`, name, of: "partner", partner: "KALASOK", roles: [staffRole] }];
}
