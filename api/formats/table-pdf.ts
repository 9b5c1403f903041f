import type { TablePaper } from "#api/formats/paper.ts";

/** A tagged PDF on A4, lying, its header repeated on each page; same paper, same bytes. */
export function tablePdf(_paper: TablePaper): Promise<Uint8Array> {
  throw new Error("tablePdf is being written");
}
