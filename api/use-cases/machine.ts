import { Refusal } from "#api/kernel/refusal.ts";

/** A state machine as one total table: every state answers for the events it knows; whatever is absent is refused. */
export type Machine<State extends string, Event extends string> = Readonly<
  Record<State, Readonly<Partial<Record<Event, State>>>>
>;

export class TransitionRefused extends Refusal {
  readonly code = "TRANSITION_REFUSED";
  /** What kind of thing was asked to change: cycle, obligation, dispute. */
  readonly object: string;
  readonly objectId: string;
  /** The state it is in. */
  readonly state: string;
  readonly event: string;
  constructor(object: string, objectId: string, state: string, event: string) {
    super(`The ${object} is ${state.toLowerCase().replaceAll("_", " ")}; it cannot ${event} now.`);
    this.object = object;
    this.objectId = objectId;
    this.state = state;
    this.event = event;
  }
}

/** The state an event leads to; `TransitionRefused` when the table has no answer. */
export function nextState<State extends string, Event extends string>(
  machine: Machine<State, Event>,
  subject: { object: string; id: string; state: State },
  event: Event,
): State {
  const next = machine[subject.state][event];
  if (next === undefined) throw new TransitionRefused(subject.object, subject.id, subject.state, event);
  return next;
}
