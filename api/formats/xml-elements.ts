import { SaxesParser } from "saxes";
import { type FilePlace, type FileProblem, UnreadableFile } from "#api/formats/unreadable-file.ts";

/** An element with all that is inside it. Names without prefix; text trimmed, of a leaf only. */
export type XmlElement = {
  name: string;
  attributes: Readonly<Record<string, string>>;
  text: string;
  children: readonly XmlElement[];
  place: FilePlace;
};

/** What a reader wants of a document: the elements at these paths, whole, each as soon as it ends; nothing else is kept. */
export type XmlWish = {
  /** `Document/BkToCstmrStmt/Stmt/Ntry`. */
  at: Readonly<Record<string, (element: XmlElement) => void>>;
  opened?: Readonly<Record<string, (place: FilePlace, namespace: string) => void>>;
  closed?: Readonly<Record<string, (place: FilePlace) => void>>;
};

/** Ten times a statement of 10,000 entries. */
const CHARACTERS_MAX = 100_000_000;
/** The deepest path of a bank message has 18 elements. */
const DEPTH_MAX = 40;
const TEXT_MAX = 10_000;

/** `kept`: the element, where somebody wished for it or for one around it. */
type Open = { path: string; kept: Kept | null; isInner: boolean };
type Kept = XmlElement & { text: string; children: XmlElement[] };

/**
 * Reads a whole document or throws UnreadableFile. No document type, hence no entity but XML's own five; nothing outside
 * the text is ever asked for.
 */
export function readXml(source: string | Uint8Array, wish: XmlWish): void {
  const text = textOf(source);
  const parser = new SaxesParser({ xmlns: true });
  const stack: Open[] = [];
  const place = (): FilePlace => ({ line: parser.line, column: parser.column + 1, path: stack.at(-1)?.path ?? "" });
  const refuse = (problem: FileProblem, message: string): never => {
    throw new UnreadableFile(problem, message, place());
  };

  parser.on("error", ({ message }) =>
    refuse("NOT_XML", `This is no well-formed XML: ${message.replace(/^\d+:\d+: /, "")}`),
  );
  parser.on("doctype", () => refuse("DOCTYPE", "A bank's message has no document type declaration."));
  parser.on("xmldecl", ({ encoding }) => {
    if (encoding && !/^(utf-8|us-ascii)$/i.test(encoding)) {
      refuse("WRONG_ENCODING", `The file says it is written in ${encoding}; only UTF-8 is read.`);
    }
  });
  parser.on("opentag", ({ local, uri, attributes }) => {
    if (stack.length >= DEPTH_MAX) refuse("TOO_DEEP", `Elements are nested deeper than ${DEPTH_MAX}.`);
    const above = stack.at(-1);
    const open: Open = { path: above ? `${above.path}/${local}` : local, kept: null, isInner: above?.kept != null };
    stack.push(open);
    if (!open.isInner) wish.opened?.[open.path]?.(place(), uri);
    if (!open.isInner && !(open.path in wish.at)) return;
    const named = Object.values(attributes).map((attribute) => [attribute.local, attribute.value]);
    open.kept = { name: local, attributes: Object.fromEntries(named), text: "", children: [], place: place() };
    above?.kept?.children.push(open.kept);
  });
  const addText = (piece: string) => {
    const kept = stack.at(-1)?.kept;
    if (!kept || kept.children.length > 0) return;
    kept.text += piece;
    if (kept.text.length > TEXT_MAX) refuse("TOO_LARGE", `A text is longer than ${TEXT_MAX} characters.`);
  };
  parser.on("text", addText);
  parser.on("cdata", addText);
  parser.on("closetag", () => {
    const open = stack.at(-1);
    if (open?.kept) open.kept.text = open.kept.children.length > 0 ? "" : open.kept.text.trim();
    if (open && !open.isInner) {
      if (open.kept) wish.at[open.path]?.(open.kept);
      wish.closed?.[open.path]?.(place());
    }
    stack.pop();
  });
  parser.write(text).close();
}

function textOf(source: string | Uint8Array): string {
  if (source.length > CHARACTERS_MAX) {
    throw new UnreadableFile("TOO_LARGE", `The file is larger than ${CHARACTERS_MAX / 1_000_000} million characters.`);
  }
  const text = typeof source === "string" ? source : decoded(source);
  const broken = text.indexOf("\ufffd");
  if (broken >= 0) {
    const before = text.slice(0, broken).split("\n");
    const place = { line: before.length, column: (before.at(-1)?.length ?? 0) + 1, path: "" };
    throw new UnreadableFile("WRONG_ENCODING", "A character was lost: the file was not written in UTF-8.", place);
  }
  return text.replace(/^\ufeff/, "");
}

/** Bytes that are no UTF-8 become the mark of a lost character, which tells the place. */
function decoded(bytes: Uint8Array): string {
  const start = [...bytes.subarray(0, 2)];
  if (start.includes(0xff) || start.includes(0xfe) || start.includes(0)) {
    throw new UnreadableFile("WRONG_ENCODING", "The file is written in UTF-16 or UTF-32; only UTF-8 is read.");
  }
  return new TextDecoder("utf-8").decode(bytes);
}
