import { refusal } from "#api/graph/refusals.ts";
import { SecondPersonRequired } from "#api/use-cases/cycles/refusals.ts";
import { TransitionRefused } from "#api/use-cases/machine.ts";
import { InvalidValue } from "#api/use-cases/partners/refusals.ts";
import { PartnerNotActive } from "#api/use-cases/purchases/refusals.ts";

/** Refusals that several nouns give. */
refusal(TransitionRefused, "TRANSITION_REFUSED", "What the deed is about is not in a state that allows it.", (t) => ({
  object: t.exposeString("object", { description: "What kind of thing: partner, cycle, dispute." }),
  objectId: t.exposeID("objectId", { description: "Which one." }),
  state: t.exposeString("state", { description: "The state it is in." }),
}));

refusal(
  SecondPersonRequired,
  "SECOND_PERSON_REQUIRED",
  "The same person may not do both halves of this deed.",
  (t) => ({
    deed: t.exposeString("deed", { description: "What somebody else has to do." }),
  }),
);

refusal(PartnerNotActive, "PARTNER_NOT_ACTIVE", "The partner takes no part at present.", (t) => ({
  status: t.exposeString("status", {
    description: "The partner's status; RUN_OFF: it has left, and its points can be spent elsewhere for a time.",
  }),
}));

refusal(
  InvalidValue,
  "INVALID_VALUE",
  "A value has the right type and is not acceptable; the message says what is.",
  (t) => ({
    field: t.exposeString("field", { description: "Which input field." }),
    value: t.exposeString("value", { description: "What was sent." }),
  }),
);
