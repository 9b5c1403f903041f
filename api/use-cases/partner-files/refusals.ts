import { Refusal } from "#api/kernel/refusal.ts";

/** No such file, or none this viewer may see: the two are told in the same words. */
export class PartnerFileNotFound extends Refusal {
  readonly code = "PARTNER_FILE_NOT_FOUND";
  readonly fileId: string;
  constructor(fileId: string) {
    super(`There is no partner file ${fileId}.`);
    this.fileId = fileId;
  }
}

/** The very same content was taken before. */
export class PartnerFileTaken extends Refusal {
  readonly code = "PARTNER_FILE_TAKEN";
  /** The file that has it. */
  readonly fileId: string;
  constructor(fileId: string) {
    super("This partner sent the same file before.");
    this.fileId = fileId;
  }
}

/** One thing that is wrong with a file, where it is. */
export type FileProblem = { line: number; column: string | null; problem: string };

export class PartnerFileUnreadable extends Refusal {
  readonly code = "PARTNER_FILE_UNREADABLE";
  readonly problemCount: number;
  /** The first of them. */
  readonly problems: readonly FileProblem[];
  constructor(problemCount: number, problems: readonly FileProblem[]) {
    super(`${problemCount} rows cannot be read; the first on line ${problems[0]?.line ?? 1}.`);
    this.problemCount = problemCount;
    this.problems = problems;
  }
}

/** No such item, or none this viewer may see. */
export class ReconItemNotFound extends Refusal {
  readonly code = "RECON_ITEM_NOT_FOUND";
  readonly itemId: string;
  constructor(itemId: string) {
    super(`There is no reconciliation item ${itemId}.`);
    this.itemId = itemId;
  }
}
