/** What can be wrong with a file from outside. */
export type FileProblem =
  | "NOT_XML"
  | "DOCTYPE"
  | "TOO_LARGE"
  | "TOO_DEEP"
  | "WRONG_ENCODING"
  | "WRONG_MESSAGE"
  | "MISSING"
  | "BAD_VALUE"
  | "FOREIGN_CURRENCY"
  | "SUMS_DISAGREE";

/** Where in the file: counted from 1; `path` names the elements from the root, e.g. `Document/BkToCstmrStmt/Stmt/Id`. */
export type FilePlace = { line: number; column: number; path: string };

/** A file that is taken wholly or not at all is not taken. The only error the readers of bank files throw. */
export class UnreadableFile extends Error {
  readonly problem: FileProblem;
  readonly place: FilePlace | null;
  constructor(problem: FileProblem, message: string, place: FilePlace | null = null) {
    super(
      place ? `${message} (line ${place.line}, column ${place.column}, ${place.path || "before the root"})` : message,
    );
    this.name = "UnreadableFile";
    this.problem = problem;
    this.place = place;
  }
}
