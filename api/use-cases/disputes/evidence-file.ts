import { createHash } from "node:crypto";
import { EvidenceNotAcceptable } from "#api/use-cases/disputes/refusals.ts";

/** A file as it is sent: its content in base 64. */
export type SentFile = { name: string; mediaType: string; contentBase64: string };
export type CheckedFile = { fileName: string; mediaType: string; content: Uint8Array<ArrayBuffer>; hash: string };

export const EVIDENCE_BYTES_MAX = 1_000_000;
const NAME_MAX = 120;

/** What is taken, by how its content begins; texts are told by being UTF-8. */
const beginnings: Record<string, readonly number[] | null> = {
  "application/pdf": [0x25, 0x50, 0x44, 0x46, 0x2d],
  "image/png": [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  "image/jpeg": [0xff, 0xd8, 0xff],
  "text/plain": null,
  "text/csv": null,
};

export const evidenceMediaTypes: readonly string[] = Object.keys(beginnings);

/** The file if it can be kept: small, of a kind that can be shown, and what it says it is. */
export function checkFile({ name, mediaType, contentBase64 }: SentFile): CheckedFile {
  const fileName = name.trim();
  // A name is shown and saved under: nothing that leads elsewhere.
  if (fileName === "" || fileName.length > NAME_MAX || /[\p{Cc}/\\]/u.test(fileName) || fileName.startsWith(".")) {
    throw refuse(`The file's name has 1 to ${NAME_MAX} characters, no slash, and no dot first.`);
  }
  const content = contentOf(contentBase64);
  const beginning = beginnings[mediaType];
  if (beginning === undefined) throw refuse(`Files of type ${mediaType} are not taken.`);
  if (beginning === null ? !isText(content) : !beginning.every((byte, at) => content[at] === byte)) {
    throw refuse(`The content is not ${mediaType}.`);
  }
  return { fileName, mediaType, content, hash: createHash("sha256").update(content).digest("hex") };
}

function contentOf(base64: string): Uint8Array<ArrayBuffer> {
  if (base64.length > Math.ceil(EVIDENCE_BYTES_MAX / 3) * 4) throw tooLong();
  if (base64.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(base64)) throw refuse("The content is not base 64.");
  const content = new Uint8Array(Buffer.from(base64, "base64"));
  if (content.length > EVIDENCE_BYTES_MAX) throw tooLong();
  return content;
}

function isText(content: Uint8Array): boolean {
  if (content.includes(0)) return false;
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(content);
    return true;
  } catch {
    return false;
  }
}

const tooLong = () => refuse(`A file has at most ${EVIDENCE_BYTES_MAX} bytes.`);
const refuse = (problem: string) =>
  new EvidenceNotAcceptable(problem, { bytesMax: EVIDENCE_BYTES_MAX, mediaTypes: evidenceMediaTypes });
