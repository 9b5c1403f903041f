import type { StatementPaper } from "#api/formats/paper.ts";

/** A tagged PDF on A4; same paper, same bytes. */
export function statementPdf(_paper: StatementPaper): Promise<Uint8Array> {
  throw new Error("statementPdf is being written");
}
