/** What stands on a page. All texts are in the reader's language and all figures written already. */
export type PaperLanguage = "en" | "ru" | "be";

export type PaperFact = { label: string; value: string };

export type PaperColumn = {
  heading: string;
  align?: "left" | "right" /** Share of the width; left out: 1. */;
  weight?: number;
};

export type PaperTable = {
  title?: string;
  note?: string;
  columns: readonly PaperColumn[];
  rows: readonly (readonly string[])[];
  /** One cell per column, in bold under a line. */
  total?: readonly string[];
};

/** A partner's statement of a cycle. */
export type StatementPaper = {
  language: PaperLanguage;
  /** Who sends it: the coalition's name, address lines. */
  sender: { name: string; lines: readonly string[] };
  recipient: { name: string; lines: readonly string[] };
  title: string;
  /** Cycle, version, period, contract … beside the recipient. */
  facts: readonly PaperFact[];
  /** Own items by section, prior-cycle items, tax lines: each a table. */
  tables: readonly PaperTable[];
  /** Carried in, net, rounded, carried out; the last one stands out. */
  net: readonly PaperFact[];
  /** Due date, amount, account, creditor reference. */
  payment: { title: string; facts: readonly PaperFact[]; note?: string } | null;
  footer: PaperFooter;
  madeAt: Date;
};

export type PaperFooter = {
  /** e.g. "Grocer · cycle 1 · version 1". */
  subject: string;
  /** With `{page}` and `{pages}` in it. */
  page: string;
  /** e.g. "SHA-256 of the statement". */
  hashLabel: string;
  /** Hex. */
  hash: string;
};

/** Any other report on paper: a title, facts, one long table. */
export type TablePaper = {
  language: PaperLanguage;
  sender: { name: string; lines: readonly string[] };
  title: string;
  facts: readonly PaperFact[];
  columns: readonly PaperColumn[];
  rows: AsyncIterable<readonly string[]> | Iterable<readonly string[]>;
  total?: readonly string[];
  footer: PaperFooter;
  madeAt: Date;
};
