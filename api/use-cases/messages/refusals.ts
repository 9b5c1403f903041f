import { Refusal } from "#api/kernel/refusal.ts";

/** No such template, or another house's: they are told in the same words. */
export class MessageTemplateNotFound extends Refusal {
  readonly code = "MESSAGE_TEMPLATE_NOT_FOUND";
  readonly messageTemplateId: string;
  constructor(messageTemplateId: string) {
    super(`There is no message template ${messageTemplateId}.`);
    this.messageTemplateId = messageTemplateId;
  }
}

/** Something in the words cannot be sent. */
export type TemplateProblem = { path: string; message: string };

export class MessageTemplateInvalid extends Refusal {
  readonly code = "MESSAGE_TEMPLATE_INVALID";
  readonly problems: readonly TemplateProblem[];
  constructor(problems: readonly TemplateProblem[]) {
    super(problems.map(({ path, message }) => `${path}: ${message}`).join(" "));
    this.problems = problems;
  }
}

/** Something that runs sends it, and would not fit it any more. */
export class MessageTemplateInUse extends Refusal {
  readonly code = "MESSAGE_TEMPLATE_IN_USE";
  /** Names of journeys and campaigns. */
  readonly users: readonly string[];
  constructor(users: readonly string[]) {
    super(`${users.join(", ")} sends it and would not fit it any more; change that first.`);
    this.users = users;
  }
}

export class MessageNotFound extends Refusal {
  readonly code = "MESSAGE_NOT_FOUND";
  readonly messageId: string;
  constructor(messageId: string) {
    super(`There is no message ${messageId}.`);
    this.messageId = messageId;
  }
}

/** The hub has no such channel. */
export class ChannelOff extends Refusal {
  readonly code = "CHANNEL_OFF";
  readonly channel: string;
  constructor(channel: string) {
    super(`The channel ${channel} is not configured in this hub.`);
    this.channel = channel;
  }
}

/** The channel answered with a no, or not at all. */
export class ChannelFailed extends Refusal {
  readonly code = "CHANNEL_FAILED";
  readonly channel: string;
  readonly reason: string;
  constructor(channel: string, reason: string) {
    super(`The channel ${channel} does not work: ${reason}.`);
    this.channel = channel;
    this.reason = reason;
  }
}

/** What cannot be agreed to or refused. */
export class ConsentFixed extends Refusal {
  readonly code = "CONSENT_FIXED";
  constructor() {
    super("Service messages come to the inbox as long as there is a membership.");
  }
}

/** The chat or browser is somebody else's already. */
export class ChannelTaken extends Refusal {
  readonly code = "CHANNEL_TAKEN";
  constructor() {
    super("This browser is linked to another member; it has to be unlinked there first.");
  }
}

export class ChannelLinkNotFound extends Refusal {
  readonly code = "CHANNEL_LINK_NOT_FOUND";
  readonly channelLinkId: string;
  constructor(channelLinkId: string) {
    super(`There is no link ${channelLinkId}.`);
    this.channelLinkId = channelLinkId;
  }
}

/** The address names no push service this hub sends to, or the browser's keys are none. */
export class PushEndpointRefused extends Refusal {
  readonly code = "PUSH_ENDPOINT_REFUSED";
  constructor() {
    super("The endpoint or its keys are not those of a push service this hub sends to.");
  }
}

/** No such wish, or somebody else's. */
export class DeletionRequestNotFound extends Refusal {
  readonly code = "DELETION_REQUEST_NOT_FOUND";
  readonly deletionRequestId: string;
  constructor(deletionRequestId: string) {
    super(`There is no deletion request ${deletionRequestId}.`);
    this.deletionRequestId = deletionRequestId;
  }
}
