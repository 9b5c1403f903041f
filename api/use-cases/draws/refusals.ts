import { Refusal } from "#api/kernel/refusal.ts";

/** No such draw, or none this viewer may see: they are told in the same words. */
export class DrawNotFound extends Refusal {
  readonly code = "DRAW_NOT_FOUND";
  readonly drawId: string;
  constructor(drawId: string) {
    super(`There is no draw ${drawId}.`);
    this.drawId = drawId;
  }
}

/** Another draw bears the code: its tickets would be counted together. */
export class DrawCodeTaken extends Refusal {
  readonly code = "DRAW_CODE_TAKEN";
  readonly drawCode: string;
  constructor(drawCode: string) {
    super(`Another draw has the code ${drawCode}; choose one of its own.`);
    this.drawCode = drawCode;
  }
}

/** Nobody can enter at present. */
export class DrawNotOpen extends Refusal {
  readonly code = "DRAW_NOT_OPEN";
  readonly because: NotOpenReason;
  constructor(because: NotOpenReason) {
    super(`The draw cannot be entered: ${notOpenReasons[because]}`);
    this.because = because;
  }
}
export const notOpenReasons = {
  NOT_OPEN: "It has not opened, or is closed.",
  CLOSING: "It closes within a minute.",
  NO_TICKETS_SOLD: "Its tickets are not sold for points.",
  EXCLUDED: "The member is on the list of those who take no part.",
} as const;
export type NotOpenReason = keyof typeof notOpenReasons;
