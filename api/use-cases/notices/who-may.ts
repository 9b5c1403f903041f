import type { StaffRole } from "#api/sql/rows.ts";
import { may, type Permission } from "#api/use-cases/can.ts";

const operatorRoles = ["CLERK", "FINANCE", "RISK", "ADMIN", "AUDITOR"] as const;
const partnerRoles = ["OWNER", "MANAGER", "FINANCE", "CASHIER", "ANALYST"] as const;

/** The operator's roles that include a permission: whom to tell that something waits for them. */
export const operatorsWhoMay = (permission: Permission): StaffRole[] =>
  operatorRoles
    .filter((role) => may({ kind: "operator", id: "", roles: [role] }, permission))
    .map((role) => `OPERATOR_${role}` as const);

/** The same of partners' roles. */
export const partnersWhoMay = (permission: Permission): StaffRole[] =>
  partnerRoles
    .filter((role) => may({ kind: "partnerStaff", id: "", partnerId: "", roles: [role] }, permission))
    .map((role) => `PARTNER_${role}` as const);
