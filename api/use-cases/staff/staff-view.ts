import type { Staff, StaffRole } from "#api/sql/rows.ts";

/** Somebody who works at the operator or at a partner. */
export type StaffView = {
  id: string;
  name: string;
  email: string;
  /** Null: at the operator. */
  partnerId: string | null;
  roles: StaffRole[];
  createdAt: Date;
};

/** Whoever holds this role can give roles to others. */
export function ownerRole(partnerId: string | null): StaffRole {
  return partnerId === null ? "OPERATOR_ADMIN" : "PARTNER_OWNER";
}

export function viewStaff(staff: Staff, user: { name: string; email: string }): StaffView {
  const { id, partnerId, roles, createdAt } = staff;
  return { id, partnerId, roles, createdAt, name: user.name, email: user.email };
}
