import { Refusal } from "#api/kernel/refusal.ts";

/** Nobody signs in with this address yet. */
export class PersonNotFound extends Refusal {
  readonly code = "PERSON_NOT_FOUND";
  readonly email: string;
  constructor(email: string) {
    super(`Nobody signs in as ${email}; the person signs up first.`);
    this.email = email;
  }
}

export class StaffNotFound extends Refusal {
  readonly code = "STAFF_NOT_FOUND";
  readonly staffId: string;
  constructor(staffId: string) {
    super(`There is no such colleague ${staffId}.`);
    this.staffId = staffId;
  }
}

/** A role of the other side, or none at all. */
export class RoleNotAllowed extends Refusal {
  readonly code = "ROLE_NOT_ALLOWED";
  readonly role: string;
  constructor(role: string) {
    super(role ? `${role} is no role of this organisation.` : "Name at least one role.");
    this.role = role;
  }
}

/** Somebody has to be left who can let others in. */
export class LastOwner extends Refusal {
  readonly code = "LAST_OWNER";
  readonly role: string;
  constructor(role: string) {
    super(`This is the last ${role}; make somebody else one first.`);
    this.role = role;
  }
}
