import { Refusal } from "#api/kernel/refusal.ts";

/** No such export, or somebody else's: the two are told in the same words. */
export class ExportNotFound extends Refusal {
  readonly code = "EXPORT_NOT_FOUND";
  readonly exportJobId: string;
  constructor(exportJobId: string) {
    super(`There is no export ${exportJobId}.`);
    this.exportJobId = exportJobId;
  }
}
