import { Refusal } from "#api/kernel/refusal.ts";

/** No such notice, or somebody else's: the two are told in the same words. */
export class NoticeNotFound extends Refusal {
  readonly code = "NOTICE_NOT_FOUND";
  readonly noticeId: string;
  constructor(noticeId: string) {
    super(`There is no notice ${noticeId}.`);
    this.noticeId = noticeId;
  }
}
