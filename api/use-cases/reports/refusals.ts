import { Refusal } from "#api/kernel/refusal.ts";

/** The report cannot be narrowed so, or needs to be. */
export class ReportFilterRefused extends Refusal {
  readonly code = "REPORT_FILTER_REFUSED";
  readonly filter: string;
  constructor(filter: string, is: "needed" | "not taken") {
    super(`${filter} is ${is} by this report.`);
    this.filter = filter;
  }
}

/** What a filter names is not there, or not the viewer's to see: the two are told in the same words. */
export class ReportSubjectNotFound extends Refusal {
  readonly code = "REPORT_SUBJECT_NOT_FOUND";
  readonly filter: string;
  readonly subjectId: string;
  constructor(filter: string, subjectId: string) {
    super(`There is nothing ${subjectId} for ${filter}.`);
    this.filter = filter;
    this.subjectId = subjectId;
  }
}

/** Long lists are no papers, and documents no tables: this report has no such file. */
export class FormatNotOffered extends Refusal {
  readonly code = "FORMAT_NOT_OFFERED";
  readonly format: string;
  constructor(format: string) {
    super(`This report cannot be had as ${format}.`);
    this.format = format;
  }
}
