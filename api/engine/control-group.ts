import { createHash } from "node:crypto";

/** Who gets something, and who is held back so that both can be compared. */
export type Group = "TREATED" | "CONTROL";

type Asked = {
  /** What is tried: the id of an offer or of a campaign. */
  id: string;
  memberId: string;
  /** How many of 10,000 members are held back. */
  controlBps: number;
};

/**
 * By a hash of both ids: the same whenever it is asked, and in no way about who the member is. Whoever is held back at a
 * share is so at every larger one.
 */
export function groupOf({ id, memberId, controlBps }: Asked): Group {
  if (controlBps === 0) return "TREATED";
  const hash = createHash("sha256").update(`${id}:${memberId}`).digest();
  return hash.readUInt32BE(0) % 10_000 < controlBps ? "CONTROL" : "TREATED";
}
